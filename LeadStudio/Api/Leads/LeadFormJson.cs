using System.Text.Json.Serialization;

namespace LeadStudio.Api.Leads;

/// <summary>What a caller may say of a lead, as the document of the API describes it; <see cref="LeadForm"/> reads it, since "not said" and null differ.</summary>
/// <param name="Id">The lead, where it is known; else it is found by the other two, or made.</param>
/// <param name="ExternalId">Its id in the caller's system.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The last name.</param>
/// <param name="Company">The company's name.</param>
/// <param name="Domain">The company's internet domain; by default that of the e-mail address.</param>
/// <param name="Title">The job title.</param>
/// <param name="Phone">The phone number.</param>
/// <param name="Country">The country.</param>
/// <param name="City">The city.</param>
/// <param name="Industry">The industry.</param>
/// <param name="Employees">The company's number of employees.</param>
/// <param name="Website">The web site.</param>
/// <param name="Source">Where it came from, as its system names it.</param>
/// <param name="Stage">The stage in the sales process.</param>
/// <param name="Owner">The sales person in charge.</param>
/// <param name="Tags">The tags, all of them.</param>
/// <param name="CreatedAt">When it was created at its source, as an instant or a day.</param>
/// <param name="LastSeenAt">When it was active last, as an instant or a day.</param>
/// <param name="Outcome">How it ended; null for an open lead.</param>
/// <param name="Fields">The values of added fields, by the fields' keys.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LeadFormJson(
    string? Id = null,
    string? ExternalId = null,
    string? Email = null,
    string? FirstName = null,
    string? LastName = null,
    string? Company = null,
    string? Domain = null,
    string? Title = null,
    string? Phone = null,
    string? Country = null,
    string? City = null,
    string? Industry = null,
    double? Employees = null,
    string? Website = null,
    string? Source = null,
    string? Stage = null,
    string? Owner = null,
    IReadOnlyList<string>? Tags = null,
    string? CreatedAt = null,
    string? LastSeenAt = null,
    OutcomeFormJson? Outcome = null,
    IReadOnlyDictionary<string, object?>? Fields = null);

/// <summary>How a lead ended, as a caller says it.</summary>
/// <param name="Result"><c>won</c> or <c>lost</c>.</param>
/// <param name="At">When, as an instant or a day; by default now.</param>
/// <param name="Value">What it is worth, in money.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OutcomeFormJson(string Result, string? At = null, double? Value = null);

/// <summary>Leads that are said at once.</summary>
/// <param name="Items">The leads, at most 10,000.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BatchFormJson(IReadOnlyList<LeadFormJson> Items);
