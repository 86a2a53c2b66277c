using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Features.Leads.List;

/// <summary>A lead as a row of the list shows it.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Reason">Why it has its score, in one line; empty where no rule held.</param>
/// <param name="Trend">How the score went in 30 days.</param>
public sealed record LeadRow(LeadListRow Lead, string Reason, ScoreTrend Trend)
{
    /// <summary>Gives the name to call the lead by: its name, else its address, else its id elsewhere.</summary>
    /// <param name="catalog">The fields.</param>
    public string NameBy(FieldCatalog catalog)
    {
        string Text(string key) => Lead[catalog[key]].Text ?? "";

        return $"{Text(StandardFields.FirstName)} {Text(StandardFields.LastName)}".Trim() is { Length: > 0 } name ? name
            : Text(StandardFields.Email) is { Length: > 0 } email ? email
            : Text(StandardFields.ExternalId) is { Length: > 0 } external ? external
            : $"Lead {Lead.Id}";
    }
}
