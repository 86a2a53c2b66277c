using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class EfCompanyStore(IDatabase database, IFieldCatalog fields, ICompanyRecorder recorder, CompanyCounts counts, CompanyMatches matches, IEventBus bus, TimeProvider time)
    : ICompanyStore
{
    public bool IsCounting => counts.IsRunning;

    public async Task<IReadOnlyList<CompanyRow>> ListAsync(CompanyQuery query, long first, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        _ = counts.Start(); // nobody waits for it
        var before = query.First is null ? null : await matches.FindAsync(query.First, cancellationToken);
        return await database.ReadAsync<IReadOnlyList<CompanyRow>>(
            async db => before is null
                ? await ReadAsync(Sort(Find(db, query), query), first, count, cancellationToken)
                : await ReadAsync(db, query, before, first, count, cancellationToken),
            cancellationToken);
    }

    public Task<long> CountAsync(CompanyQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.ReadAsync(db => Find(db, query).LongCountAsync(cancellationToken), cancellationToken);
    }

    public Task<Result<CompanyDetails>> GetAsync(long id, CancellationToken cancellationToken = default) =>
        database.ReadAsync<Result<CompanyDetails>>(
            async db =>
            {
                var asked = await db.Set<Company>().SingleOrDefaultAsync(company => company.Id == id, cancellationToken);
                var company = asked?.GroupId is { } root ? await db.Set<Company>().SingleAsync(row => row.Id == root, cancellationToken) : asked;
                if (company is null)
                {
                    return new CompanyNotFound(id);
                }

                var all = await db.Set<CompanyField>().OrderBy(field => field.Position).ToListAsync(cancellationToken);
                var said = (await CompanyRecorder.LoadAsync(db, [company.Id], cancellationToken))[company.Id].ToList();
                var merged = await db.Set<Company>().Where(row => row.MergedInto == company.Id).OrderBy(row => row.Name).ToListAsync(cancellationToken);
                var leads = await db.Sql($"select count(*) from leads where {CompanyLeads.OfGroup}", ("id", company.Id)).NumberAsync(cancellationToken);
                return new CompanyDetails(company, leads, all, Values(company, all, said), merged);
            },
            cancellationToken);

    public async Task<IReadOnlyList<CompanyLead>> LeadsAsync(long id, long first, int count, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        return await database.ReadAsync(db => CompanyLeads.ReadAsync(db, catalog, id, first, count, cancellationToken), cancellationToken);
    }

    public Task<IReadOnlyList<CompanyMember>> MembersAsync(IReadOnlyList<long> companies, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(companies);
        return database.ReadAsync(db => CompanyLeads.MembersAsync(db, database.Kind, companies, cancellationToken), cancellationToken);
    }

    public async Task<Result<long>> EditAsync(long id, IReadOnlyDictionary<string, FieldValue> values, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(by);
        var result = await database.WriteAsync<Result<long>>(
            async db =>
            {
                var company = await db.Set<Company>().AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
                if (company is null)
                {
                    return new CompanyNotFound(id);
                }

                var all = await db.Set<CompanyField>().ToDictionaryAsync(field => field.Key, cancellationToken);
                if (values.Keys.FirstOrDefault(key => !all.ContainsKey(key)) is { } unknown)
                {
                    return new FieldNotFound(unknown);
                }

                if (await ApplyAsync(db, company, values, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var said = values.ToDictionary(pair => all[pair.Key].Id, pair => pair.Value);
                new Deed(by, "company.changed", FormattableString.Invariant($"{id}"), company.Name, After: values.ToDictionary(pair => pair.Key, pair => (object?)pair.Value.ToString(), StringComparer.Ordinal))
                    .AddTo(db, UtcMicroseconds.From(time.GetUtcNow()));
                await recorder.RecordAsync(
                    db, [new(id, ObservationKind.Edit, Source.People, UtcMicroseconds.From(time.GetUtcNow()), said, by.Name)], cancellationToken);
                return id;
            },
            cancellationToken);
        bus.Publish(new CompaniesChanged());
        return result;
    }

    public async Task<Result<long>> MergeAsync(long id, long into, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var result = await database.WriteAsync(
            async db =>
            {
                var now = UtcMicroseconds.From(time.GetUtcNow());
                var merged = await CompanyMerges.MergeAsync(db, id, into, by.Name, now, cancellationToken);
                if (merged.IsSuccess)
                {
                    new Deed(by, "company.merged", FormattableString.Invariant($"{id}"), (await db.Set<Company>().SingleAsync(row => row.Id == id, cancellationToken)).Name, After: new Dictionary<string, object?>(StringComparer.Ordinal) { ["into"] = into })
                        .AddTo(db, now);
                }

                return merged;
            },
            cancellationToken);
        _ = counts.Start(isForced: true);
        bus.Publish(new CompaniesChanged());
        return result;
    }

    public async Task<Result<long>> PartAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        var result = await database.WriteAsync(
            async db =>
            {
                var parted = await CompanyMerges.PartAsync(db, id, cancellationToken);
                if (parted.IsSuccess)
                {
                    var name = (await db.Set<Company>().SingleAsync(row => row.Id == id, cancellationToken)).Name;
                    new Deed(by, "company.parted", FormattableString.Invariant($"{id}"), name).AddTo(db, UtcMicroseconds.From(time.GetUtcNow()));
                }

                return parted;
            },
            cancellationToken);
        _ = counts.Start(isForced: true);
        bus.Publish(new CompaniesChanged());
        return result;
    }

    public Task<IReadOnlyList<CompanyField>> FieldsAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<CompanyField>>(
            async db => await db.Set<CompanyField>().OrderBy(field => field.Position).ToListAsync(cancellationToken), cancellationToken);

    public async Task<Result<CompanyField>> AddFieldAsync(string label, FieldType type, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(by);
        var result = await database.WriteAsync<Result<CompanyField>>(
            async db =>
            {
                var all = await db.Set<CompanyField>().ToListAsync(cancellationToken);
                if (CompanyFields.WhyNotLabel(all, label) is { } reason)
                {
                    return reason;
                }

                return db.Add(CompanyFields.Place(all, label, type, by, UtcMicroseconds.From(time.GetUtcNow()))).Entity;
            },
            cancellationToken);
        bus.Publish(new CompaniesChanged());
        return result;
    }

    private static IQueryable<Company> Find(LeadStudioDbContext db, CompanyQuery query)
    {
        var standing = db.Set<Company>().Where(company => company.MergedInto == null);
        var (name, domain) = (Folding.Fold(query.Search), query.Search.Trim().ToLowerInvariant());
        return name.Length == 0 ? standing
            : standing.Where(company => company.NameKey.Contains(name) || (company.Domain != null && company.Domain.Contains(domain)));
    }

    // Where few match, SQLite would read all companies in the order of an index, which takes twice as long as in their own: the sum keeps it from that.
    private static IQueryable<Company> Sort(IQueryable<Company> companies, CompanyQuery query) => (query.Sort, query.IsDescending) switch
    {
        (CompanySort.Leads, true) when query.Search.Length > 0 => companies.OrderByDescending(company => company.LeadCount + 0).ThenByDescending(company => company.Id),
        (CompanySort.Leads, true) => companies.OrderByDescending(company => company.LeadCount).ThenByDescending(company => company.Id),
        (CompanySort.Leads, false) => companies.OrderBy(company => company.LeadCount).ThenBy(company => company.Id),
        (CompanySort.BestScore, true) => companies.OrderByDescending(company => company.BestScore ?? -1).ThenByDescending(company => company.Id),
        (CompanySort.BestScore, false) => companies.OrderBy(company => company.BestScore ?? -1).ThenBy(company => company.Id),
        (CompanySort.Name, true) => companies.OrderByDescending(company => company.NameKey).ThenByDescending(company => company.Id),
        (CompanySort.Name, false) => companies.OrderBy(company => company.NameKey).ThenBy(company => company.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.Sort, "Unknown order."),
    };

    private static Task<List<CompanyRow>> ReadAsync(IQueryable<Company> companies, long first, int count, CancellationToken cancellationToken) =>
        companies.Skip((int)first).Take(count)
            .Select(company => new CompanyRow(company.Id, company.Name, company.Domain, company.LeadCount, company.BestScore))
            .ToListAsync(cancellationToken);

    // Each part by itself: those behind can be met on a walk through an index then, where one order of both would sort all companies for each page.
    private static async Task<List<CompanyRow>> ReadAsync(
        LeadStudioDbContext db, CompanyQuery query, long[] before, long first, int count, CancellationToken cancellationToken)
    {
        var ahead = Find(db, query).Where(company => EF.Parameter(before).Contains(company.Id));
        var rows = await ReadAsync(Sort(ahead, query), first, count, cancellationToken);
        if (rows.Count < count)
        {
            var behind = Find(db, query).Where(company => !EF.Parameter(before).Contains(company.Id));
            var passed = Math.Max(0, first - await ahead.LongCountAsync(cancellationToken));
            rows.AddRange(await ReadAsync(Sort(behind, query), passed, count - rows.Count, cancellationToken));
        }

        return rows;
    }

    private static Dictionary<int, CompanyValue> Values(Company company, List<CompanyField> all, List<Observation> said) =>
        all.Select(field => (field.Id, Value: field.Key switch
        {
            CompanyFields.Name => new CompanyValue(FieldValue.Of(company.Name), CompanyRecorder.Winner(field.Id, said)),
            CompanyFields.Domain => new CompanyValue(FieldValue.Of(company.Domain), CompanyRecorder.Winner(field.Id, said)),
            CompanyFields.ExternalId => new CompanyValue(FieldValue.Of(company.ExternalId), CompanyRecorder.Winner(field.Id, said)),
            _ => CompanyRecorder.Winner(field.Id, said) is { } winner ? new CompanyValue(winner.Values[field.Id], winner) : null,
        })).Where(pair => pair.Value is { Value.IsEmpty: false }).ToDictionary(pair => pair.Id, pair => pair.Value!);

    private static async Task<CompanyRefused?> ApplyAsync(
        LeadStudioDbContext db, Company company, IReadOnlyDictionary<string, FieldValue> values, CancellationToken cancellationToken)
    {
        var hasName = values.TryGetValue(CompanyFields.Name, out var name);
        if (hasName && string.IsNullOrWhiteSpace(name.Text))
        {
            return new("A company needs a name.");
        }

        if (values.TryGetValue(CompanyFields.Domain, out var domain))
        {
            var wanted = domain.Text?.Trim().ToLowerInvariant();
            var owner = wanted is null ? null : await db.Set<Company>().FirstOrDefaultAsync(other => other.Domain == wanted && other.Id != company.Id, cancellationToken);
            if (owner is not null)
            {
                return new($"{wanted} is the domain of {owner.Name}. Merge the two companies instead.");
            }

            company.Domain = wanted;
        }

        if (values.TryGetValue(CompanyFields.ExternalId, out var id))
        {
            var key = id.Text is null ? null : Folding.Fold(id.Text);
            var owner = key is null ? null : await db.Set<Company>().FirstOrDefaultAsync(other => other.ExternalKey == key && other.Id != company.Id, cancellationToken);
            if (owner is not null)
            {
                return new($"{id.Text} is the id of {owner.Name}. Merge the two companies instead.");
            }

            (company.ExternalId, company.ExternalKey) = (id.Text?.Trim(), key);
        }

        if (hasName)
        {
            (company.Name, company.NameKey) = (name.Text!.Trim(), Folding.Fold(name.Text));
        }

        return null;
    }
}
