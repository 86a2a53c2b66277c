namespace LeadStudio.Core.Leads.Import;

/// <summary>What the rows of a file are about.</summary>
public enum ImportSubject
{
    /// <summary>Each row is a lead.</summary>
    People,

    /// <summary>Each row is a company.</summary>
    Companies,
}
