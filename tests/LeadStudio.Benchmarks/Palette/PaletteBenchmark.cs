using System.Globalization;
using LeadStudio.Benchmarks.List;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Benchmarks.Palette;

/// <summary>What the command palette asks for while somebody types: six leads of 1,000,000 and four companies of 200,000, on SQLite.</summary>
/// <remarks>Each text is looked for once only, so that no answer is remembered.</remarks>
internal sealed class PaletteBenchmark : IBenchmark
{
    private const int Leads = 1_000_000;
    private const int Companies = 200_000;
    private const int MostLeads = 6;
    private const int MostCompanies = 4;
    private const double MostMilliseconds = 100;

    // As they are typed, letter by letter: first names, family names, companies, addresses, and what nobody is called.
    private static readonly string[] s_typed = ["ann marnor", "zoe", "jurgen bercas", "kelver gmbh", "noah.", "xanqui", "sales manager", "rosa@", "zzyzx", "qu"];

    public string Name => "palette";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var services = await ListDatabase.OpenAsync(Leads);
        await AddCompaniesAsync(services.GetRequiredService<IDatabase>(), cancellationToken);
        var list = services.GetRequiredService<ILeadList>();
        var companies = services.GetRequiredService<ICompanyStore>();
        var catalog = await services.GetRequiredService<IFieldCatalog>().GetAsync(cancellationToken);
        IReadOnlyList<Field> columns = [.. new[] { "firstName", "lastName", "email", "externalId", "company", "title" }.Select(key => catalog[key])];
        Task<LeadPage> FindLeadsAsync(string text) =>
            list.PageAsync(new LeadQuery { Search = text, Scope = LeadScope.All }, after: null, MostLeads, columns, cancellationToken);
        Task<IReadOnlyList<CompanyRow>> FindCompaniesAsync(string text) => companies.ListAsync(new CompanyQuery(text), first: 0, MostCompanies, cancellationToken);

        // The first ones compile the code.
        await FindLeadsAsync("yusuf yor");
        await FindCompaniesAsync("yusuf yor");
        var (leads, found) = (new Timings(), new Timings());
        foreach (var text in s_typed.SelectMany(text => Enumerable.Range(2, text.Length - 1).Select(length => text[..length])).Distinct())
        {
            var start = leads.Count;
            await leads.MeasureAsync(() => FindLeadsAsync(text));
            await found.MeasureAsync(() => FindCompaniesAsync(text));
            Console.WriteLine($"{leads[start],8:0.0} ms {found[start],8:0.0} ms  {text}");
        }

        Console.WriteLine($"""

            ## What the palette asks for ({Leads:N0} leads, {Companies:N0} companies, SQLite)

            | | figure | must reach |
            | --- | --- | --- |
            | leads, {leads.Count} texts | {leads} | 95 % within {MostMilliseconds:0} ms |
            | companies | {found} | 95 % within {MostMilliseconds:0} ms |
            """);
        return leads.Within(0.95) < MostMilliseconds && found.Within(0.95) < MostMilliseconds;
    }

    // Once: the database is kept for the next run.
    private static Task<bool> AddCompaniesAsync(IDatabase database, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Sql("select count(*) from companies").NumberAsync(cancellationToken) > 0)
            {
                return false;
            }

            var random = new Random(Companies);
            await using var rows = await BulkInsert.OpenAsync(db, "companies", ["id", "name", "name_key", "domain", "created_at", "lead_count"]);
            for (var id = 1L; id <= Companies; id++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{ListDatabase.Word(random, 3)} {id % 1000} Ltd");
                rows.Write(id);
                rows.Write(name);
                rows.Write(name.ToLowerInvariant());
                rows.Write(string.Create(CultureInfo.InvariantCulture, $"{ListDatabase.Word(random, 3)}{id}.com"));
                rows.Write(0L);
                rows.Write((long)random.Next(50));
                rows.EndRow();
            }

            await rows.CompleteAsync();
            return true;
        },
        cancellationToken);
}
