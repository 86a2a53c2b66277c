namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>Which mark stands before the fraction in numbers that could be read both ways, such as 1,234.</summary>
public enum DecimalMark
{
    /// <summary>1,234 is one thousand two hundred and thirty-four.</summary>
    Point,

    /// <summary>1,234 is a little more than one.</summary>
    Comma,
}
