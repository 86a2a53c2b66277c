namespace LeadStudio.Core.Leads;

/// <summary>The work that changes of leads leave for higher slices.</summary>
public static class LeadQueues
{
    /// <summary>Leads to score.</summary>
    public const string Score = "score";
}
