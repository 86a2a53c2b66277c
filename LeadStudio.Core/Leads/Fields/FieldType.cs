namespace LeadStudio.Core.Leads.Fields;

/// <summary>What kind of value a field holds.</summary>
public enum FieldType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>An instant, or a day as its first instant in UTC.</summary>
    Date,

    /// <summary>One of the field's options.</summary>
    Choice,

    /// <summary>Any number of the field's options.</summary>
    MultiChoice,
}
