using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>What a condition may know of a field.</summary>
/// <param name="Key">The key that conditions use, such as <c>lastSeenAt</c>.</param>
/// <param name="Label">The name that people read, such as "Last seen".</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Options">The options of a choice or multi-choice; empty for other types.</param>
public record ColumnDescription(string Key, string Label, ColumnType Type, ValueList<ColumnOption> Options);

/// <summary>One option of a choice.</summary>
/// <param name="Code">The number stored for it, 1 or more.</param>
/// <param name="Label">The text that people read and that conditions name.</param>
public sealed record ColumnOption(int Code, string Label);

/// <summary>The types of values.</summary>
public enum ColumnType
{
    /// <summary>A text, compared folded.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An instant, in UTC.</summary>
    Date,

    /// <summary>One of a list of options.</summary>
    Choice,

    /// <summary>Several of a list of options.</summary>
    MultiChoice,
}

/// <summary>The fields that a condition may use.</summary>
public interface IColumnCatalog
{
    /// <summary>Gets all fields, in the order in which an editor offers them.</summary>
    IReadOnlyList<ColumnDescription> Columns { get; }

    /// <summary>Looks a field up.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The field, or <see langword="null"/> if there is none with this key.</returns>
    ColumnDescription? Find(string key);
}
