using LeadStudio.Api.Document;
using LeadStudio.Core.Leads.Companies;

namespace LeadStudio.Api.Companies;

/// <summary>Companies, read.</summary>
internal static class CompaniesApi
{
    private const int MostRows = 1_000;

    public static void MapCompanies(this IEndpointRouteBuilder companies) =>
        companies.MapGet("", ListAsync)
            .Describe("listCompanies", "List companies", "Lists companies part by part, by `leads`, `bestScore` or `name`. Their leads are counted in the background.")
            .Answers<PageJson<CompanyJson>>();

    private static async Task<IResult> ListAsync(
        ICompanyStore companies, CancellationToken cancellationToken, string? q = null, string sort = "-leads", string? cursor = null, int limit = 50)
    {
        if (limit is < 1 or > MostRows)
        {
            return Problems.Invalid("limit", $"Ask for 1 to {MostRows:N0} companies at a time; follow \"nextCursor\" for more.");
        }

        if (SortOf(sort.TrimStart('-')) is not { } by)
        {
            return Problems.Invalid("sort", "Sort by leads, bestScore or name, with a minus before it for the greatest first.");
        }

        var list = $"{sort} {q}";
        if (OffsetCursor.Read(cursor, list) is not { } first)
        {
            return Problems.Invalid("cursor", "The cursor is none that this list gave. Send \"nextCursor\" as it is, with the same parameters, or leave it out to begin again.");
        }

        var query = new CompanyQuery(q ?? "", by, sort.StartsWith('-'));
        var rows = await companies.ListAsync(query, first, limit + 1, cancellationToken);
        var total = cursor is null ? await companies.CountAsync(query, cancellationToken) : (long?)null;
        return TypedResults.Ok(new PageJson<CompanyJson>(
            [.. rows.Take(limit).Select(CompanyJson.Of)], rows.Count > limit ? OffsetCursor.Write(list, first + limit) : null, total));
    }

    private static CompanySort? SortOf(string key) => key switch
    {
        "leads" => CompanySort.Leads,
        "bestScore" => CompanySort.BestScore,
        "name" => CompanySort.Name,
        _ => null,
    };
}

/// <summary>The organisation that leads work for.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name; the domain where no name is known.</param>
/// <param name="Domain">Its internet domain, where it is known.</param>
/// <param name="Leads">How many leads it has, as of the last count, which runs in the background.</param>
/// <param name="BestScore">The best score of them, in points; null where none is scored.</param>
internal sealed record CompanyJson(string Id, string Name, string? Domain, long Leads, long? BestScore)
{
    public static CompanyJson Of(CompanyRow row) => new(PlainText.Of(row.Id), row.Name, row.Domain, row.Leads, row.BestScore);
}
