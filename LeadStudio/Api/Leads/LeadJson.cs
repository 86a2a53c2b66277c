using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Api.Leads;

/// <summary>A lead.</summary>
/// <param name="Id">The lead.</param>
/// <param name="ExternalId">Its id elsewhere.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The last name.</param>
/// <param name="Company">The company's name.</param>
/// <param name="Domain">The company's internet domain.</param>
/// <param name="Title">The job title.</param>
/// <param name="Phone">The phone number, as it was given.</param>
/// <param name="Country">The country's name.</param>
/// <param name="City">The city.</param>
/// <param name="Industry">The industry.</param>
/// <param name="Employees">The company's number of employees.</param>
/// <param name="Website">The web site.</param>
/// <param name="Source">Where it came from, as its system names it.</param>
/// <param name="Stage">The stage in the sales process.</param>
/// <param name="Owner">The sales person in charge.</param>
/// <param name="Tags">The tags.</param>
/// <param name="Score">The score in points; null until it was scored.</param>
/// <param name="Band">The band, A1 to C3; null until it was scored.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
/// <param name="LastSeenAt">When it was active last.</param>
/// <param name="Outcome">How it ended; null while it is open.</param>
/// <param name="Fields">The values of added fields that are there, by the fields' keys.</param>
internal sealed record LeadJson(
    string Id,
    object? ExternalId,
    object? Email,
    object? FirstName,
    object? LastName,
    object? Company,
    object? Domain,
    object? Title,
    object? Phone,
    object? Country,
    object? City,
    object? Industry,
    object? Employees,
    object? Website,
    object? Source,
    object? Stage,
    object? Owner,
    object? Tags,
    int? Score,
    string? Band,
    object? CreatedAt,
    object? UpdatedAt,
    object? LastSeenAt,
    OutcomeJson? Outcome,
    IReadOnlyDictionary<string, object?> Fields)
{
    public static LeadJson Of(LeadDetails lead) =>
        Of(lead.Id, lead.Catalog, lead.Profile, (int?)lead.Standing?.Score, lead.Standing is { } standing ? Core.Leads.Standings.Band.FromCode(standing.BandCode) : null);

    public static LeadJson Of(FieldCatalog catalog, LeadListRow row) => Of(row.Id, catalog, row.Values, row.Score, row.Band);

    private static LeadJson Of(long id, FieldCatalog catalog, IReadOnlyDictionary<int, FieldValue> values, int? score, Band? band)
    {
        object? Value(string key) => ValueJson.Of(catalog, catalog[key], values.GetValueOrDefault(catalog[key].Id, FieldValue.Empty));
        return new(
            PlainText.Of(id),
            Value(StandardFields.ExternalId),
            Value(StandardFields.Email),
            Value(StandardFields.FirstName),
            Value(StandardFields.LastName),
            Value(StandardFields.Company),
            Value(StandardFields.Domain),
            Value(StandardFields.Title),
            Value(StandardFields.Phone),
            Value(StandardFields.Country),
            Value(StandardFields.City),
            Value(StandardFields.Industry),
            Value(StandardFields.Employees),
            Value(StandardFields.Website),
            Value(StandardFields.Source),
            Value(StandardFields.Stage),
            Value(StandardFields.Owner),
            Value(StandardFields.Tags),
            score,
            band?.ToString(),
            Value(StandardFields.CreatedAt),
            Value(StandardFields.UpdatedAt),
            Value(StandardFields.LastSeenAt),
            OutcomeJson.Of(values.GetValueOrDefault(catalog[StandardFields.Outcome].Id, FieldValue.Empty), Value),
            catalog.Fields.Where(field => !field.IsStandard && values.ContainsKey(field.Id)).ToDictionary(field => field.Key, field => ValueJson.Of(catalog, field, values[field.Id])));
    }
}

/// <summary>How a lead ended.</summary>
/// <param name="Result"><c>won</c> or <c>lost</c>.</param>
/// <param name="At">When.</param>
/// <param name="Value">What it was worth, in money.</param>
internal sealed record OutcomeJson(string Result, object? At, object? Value)
{
    public static OutcomeJson? Of(FieldValue outcome, Func<string, object?> value) => outcome.IsEmpty
        ? null
        : new(outcome.Number == StandardFields.Won ? "won" : "lost", value(StandardFields.OutcomeAt), value(StandardFields.OutcomeValue));
}
