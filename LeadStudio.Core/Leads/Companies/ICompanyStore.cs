using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Companies;

/// <summary>Reads and changes companies. Leads are linked to them by e-mail domain, else by name.</summary>
public interface ICompanyStore
{
    /// <summary>Gets a value indicating whether leads and scores are being counted.</summary>
    bool IsCounting { get; }

    /// <summary>Lists companies, and starts to count their leads where those changed; <see cref="CompaniesChanged"/> tells of the end.</summary>
    /// <param name="query">Which, and in which order.</param>
    /// <param name="first">The place of the first, from 0.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The companies; without those that were merged into others.</returns>
    Task<IReadOnlyList<CompanyRow>> ListAsync(CompanyQuery query, long first, int count, CancellationToken cancellationToken = default);

    /// <summary>Counts companies.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>How many there are.</returns>
    Task<long> CountAsync(CompanyQuery query, CancellationToken cancellationToken = default);

    /// <summary>Reads all that is known of a company.</summary>
    /// <param name="id">The company; one that was merged gives the company that stands for it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The company, or <see cref="CompanyNotFound"/>.</returns>
    Task<Result<CompanyDetails>> GetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Lists the leads of a company, the best score first.</summary>
    /// <param name="id">The company.</param>
    /// <param name="first">The place of the first, from 0.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The leads, with those of merged companies.</returns>
    Task<IReadOnlyList<CompanyLead>> LeadsAsync(long id, long first, int count, CancellationToken cancellationToken = default);

    /// <summary>Finds the leads of several companies.</summary>
    /// <param name="companies">The companies.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The leads, with those of merged companies.</returns>
    Task<IReadOnlyList<CompanyMember>> MembersAsync(IReadOnlyList<long> companies, CancellationToken cancellationToken = default);

    /// <summary>Changes values by hand; an empty value clears its field.</summary>
    /// <param name="id">The company.</param>
    /// <param name="values">The values by field key; a name cannot be cleared, a domain belongs to one company.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The company's id; <see cref="CompanyNotFound"/> or <see cref="CompanyRefused"/>.</returns>
    Task<Result<long>> EditAsync(long id, IReadOnlyDictionary<string, FieldValue> values, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Lets one company stand for another, too. Nothing is moved, so that it can be taken back at any time.</summary>
    /// <param name="id">The company that goes.</param>
    /// <param name="into">The company that stands for both.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The id of the company that stands for both; or why it cannot be.</returns>
    Task<Result<long>> MergeAsync(long id, long into, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Takes a merge back.</summary>
    /// <param name="id">The company that went.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>Its id, or <see cref="CompanyNotFound"/>.</returns>
    Task<Result<long>> PartAsync(long id, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Lists the fields of companies.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The fields in their order.</returns>
    Task<IReadOnlyList<CompanyField>> FieldsAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a field to all companies.</summary>
    /// <param name="label">The name on the screen, not taken yet.</param>
    /// <param name="type">A text, number, boolean or date.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The field, or <see cref="FieldLabelRefused"/>.</returns>
    Task<Result<CompanyField>> AddFieldAsync(string label, FieldType type, Actor by, CancellationToken cancellationToken = default);
}

/// <summary>Which companies, in which order.</summary>
/// <param name="Search">A part of the name or the domain; empty for all.</param>
/// <param name="Sort">By what to sort.</param>
/// <param name="IsDescending">Whether large values come first.</param>
/// <param name="First">The companies with a lead that meets this come before all others, open or closed; null for none.</param>
public sealed record CompanyQuery(string Search = "", CompanySort Sort = CompanySort.Leads, bool IsDescending = true, Condition? First = null);

/// <summary>By what companies are sorted.</summary>
public enum CompanySort
{
    /// <summary>By the number of leads.</summary>
    Leads,

    /// <summary>By the best score of a lead.</summary>
    BestScore,

    /// <summary>By name.</summary>
    Name,
}

/// <summary>A company in a list.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="Domain">Its internet domain, where it is known.</param>
/// <param name="Leads">How many leads it has, as of the last count.</param>
/// <param name="BestScore">The best score of them in points, as of the last count; null where none is scored.</param>
public sealed record CompanyRow(long Id, string Name, string? Domain, long Leads, long? BestScore);

/// <summary>A lead of a company.</summary>
/// <param name="Id">The lead.</param>
/// <param name="Name">What to call it by.</param>
/// <param name="Title">The job title, where it is known.</param>
/// <param name="Email">The e-mail address, where it is known.</param>
/// <param name="Score">The score in points; null until it was scored.</param>
/// <param name="BandCode">The band of the score.</param>
public sealed record CompanyLead(long Id, string Name, string? Title, string? Email, long? Score, long? BandCode);

/// <summary>That a lead is of a company.</summary>
/// <param name="CompanyId">The company; the one that stands for it, where it was merged.</param>
/// <param name="LeadId">The lead.</param>
/// <param name="Score">The lead's score in points; null until it was scored.</param>
public sealed record CompanyMember(long CompanyId, long LeadId, long? Score);

/// <summary>All that is known of a company.</summary>
/// <param name="Company">The company.</param>
/// <param name="Leads">How many leads it has, with those of merged companies.</param>
/// <param name="Fields">The fields of companies.</param>
/// <param name="Values">The current values by field id, each with the observation that won.</param>
/// <param name="Merged">The companies that were merged into it.</param>
public sealed record CompanyDetails(
    Company Company, long Leads, IReadOnlyList<CompanyField> Fields, IReadOnlyDictionary<int, CompanyValue> Values, IReadOnlyList<Company> Merged);

/// <summary>A value of a company.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where it comes from; null where LeadStudio found it in a lead.</param>
public sealed record CompanyValue(FieldValue Value, Observation? Origin);
