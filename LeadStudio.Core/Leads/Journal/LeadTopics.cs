namespace LeadStudio.Core.Leads.Journal;

/// <summary>The topics of the outbox that Leads owns.</summary>
public static class LeadTopics
{
    /// <summary>Leads were added.</summary>
    public const string Created = "leads.created";

    /// <summary>Values of leads that were there changed.</summary>
    public const string Updated = "leads.updated";

    /// <summary>Leads were won, lost or opened again.</summary>
    public const string Outcome = "leads.outcome";

    /// <summary>Scores or bands changed.</summary>
    public const string Scores = "scores";

    /// <summary>An import finished, failed or was stopped.</summary>
    public const string ImportEnded = "imports.ended";
}
