namespace LeadStudio.Core.Leads.Acts;

/// <summary>A table whose rows belong to a lead: they go into the trash with it, and come back with it. Each slice registers its own.</summary>
/// <param name="Name">The table; its column <c>lead_id</c> names the lead.</param>
/// <param name="IsByPeople">Whether its rows are what people did: a lead with any of them stays when the import that made it is taken back.</param>
public sealed record LeadTable(string Name, bool IsByPeople = false)
{
    /// <summary>The table of what was said of leads.</summary>
    public const string Observations = "observations";

    /// <summary>The table of scores.</summary>
    public const string Standings = "lead_standings";
}
