namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>What the values of a column are.</summary>
public enum ValueKind
{
    /// <summary>There are none.</summary>
    Nothing,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Numbers; codes with leading zeros are texts.</summary>
    Number,

    /// <summary>Yes and no.</summary>
    Boolean,

    /// <summary>Dates or instants.</summary>
    Instant,
}
