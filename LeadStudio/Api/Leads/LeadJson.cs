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
    string? ExternalId,
    string? Email,
    string? FirstName,
    string? LastName,
    string? Company,
    string? Domain,
    string? Title,
    string? Phone,
    string? Country,
    string? City,
    string? Industry,
    double? Employees,
    string? Website,
    string? Source,
    string? Stage,
    string? Owner,
    IReadOnlyList<string> Tags,
    int? Score,
    string? Band,
    DateTime? CreatedAt,
    DateTime? UpdatedAt,
    DateTime? LastSeenAt,
    OutcomeJson? Outcome,
    IReadOnlyDictionary<string, object?> Fields)
{
    public static LeadJson Of(LeadSnapshot lead) =>
        Of(lead.Id, lead.Catalog, lead.Profile, (int?)lead.Standing?.Score, lead.Standing is { } standing ? Core.Leads.Standings.Band.FromCode(standing.BandCode) : null);

    public static LeadJson Of(FieldCatalog catalog, LeadListRow row) => Of(row.Id, catalog, row.Values, row.Score, row.Band);

    private static LeadJson Of(long id, FieldCatalog catalog, IReadOnlyDictionary<int, FieldValue> values, int? score, Band? band)
    {
        FieldValue Value(string key) => values.GetValueOrDefault(catalog[key].Id, FieldValue.Empty);
        string? Text(string key) => Value(key).Text;
        string? Option(string key) => Value(key) is { IsEmpty: false } value ? catalog.FindOption(catalog[key], (int)value.Number)?.Label : null;
        double? Number(string key) => Value(key) is { IsEmpty: false } value ? value.Number : null;
        DateTime? Instant(string key) => Value(key) is { IsEmpty: false } value ? ValueJson.Instant((long)value.Number) : null;
        return new(
            PlainText.Of(id),
            Text(StandardFields.ExternalId),
            Text(StandardFields.Email),
            Text(StandardFields.FirstName),
            Text(StandardFields.LastName),
            Text(StandardFields.Company),
            Text(StandardFields.Domain),
            Text(StandardFields.Title),
            Text(StandardFields.Phone),
            Option(StandardFields.Country),
            Text(StandardFields.City),
            Option(StandardFields.Industry),
            Number(StandardFields.Employees),
            Text(StandardFields.Website),
            Option(StandardFields.Source),
            Option(StandardFields.Stage),
            Text(StandardFields.Owner),
            [.. Value(StandardFields.Tags).ToCodes().Select(code => catalog.FindOption(catalog[StandardFields.Tags], code)?.Label).OfType<string>()],
            score,
            band?.ToString(),
            Instant(StandardFields.CreatedAt),
            Instant(StandardFields.UpdatedAt),
            Instant(StandardFields.LastSeenAt),
            Value(StandardFields.Outcome) is { IsEmpty: false } outcome
                ? new(outcome.Number == StandardFields.Won ? "won" : "lost", Instant(StandardFields.OutcomeAt), Number(StandardFields.OutcomeValue))
                : null,
            catalog.Fields.Where(field => !field.IsStandard && values.ContainsKey(field.Id)).ToDictionary(field => field.Key, field => ValueJson.Of(catalog, field, values[field.Id])));
    }
}

/// <summary>How a lead ended.</summary>
/// <param name="Result"><c>won</c> or <c>lost</c>.</param>
/// <param name="At">When.</param>
/// <param name="Value">What it was worth, in money.</param>
internal sealed record OutcomeJson(string Result, DateTime? At, double? Value);
