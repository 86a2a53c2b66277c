namespace LeadStudio.Core.Learning.Encoders;

/// <summary>What a typed column holds.</summary>
public enum CellKind
{
    /// <summary>Nothing is known.</summary>
    Missing,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>An instant.</summary>
    Date,

    /// <summary>A choice, or a free text that is taken as one.</summary>
    Text,
}
