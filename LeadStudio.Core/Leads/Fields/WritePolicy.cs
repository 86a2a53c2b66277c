namespace LeadStudio.Core.Leads.Fields;

/// <summary>Which of several sources' values a field shows. A value that a person locked wins over all of them.</summary>
public enum WritePolicy
{
    /// <summary>The value that was true last at its source; where that is unknown, the one learned last.</summary>
    NewestWins,

    /// <summary>The first value that was learned stays, until a person changes it.</summary>
    FillIfEmpty,

    /// <summary>The value of the source with the least priority number; between equals the newest.</summary>
    SourcePriority,

    /// <summary>The newest, but once a person has set it, only persons change it.</summary>
    LockedByPerson,
}
