namespace LeadStudio.Core.Leads.Observations;

/// <summary>By which way an observation came in.</summary>
public enum ObservationKind
{
    /// <summary>A row of an imported file.</summary>
    Import = 1,

    /// <summary>A person's edit.</summary>
    Edit = 2,

    /// <summary>A call of the API.</summary>
    Api = 3,

    /// <summary>Demo data.</summary>
    Demo = 4,

    /// <summary>A person took locks off: of the fields that it names, what was said before is locked no more. Its values say nothing.</summary>
    Unlock = 5,
}
