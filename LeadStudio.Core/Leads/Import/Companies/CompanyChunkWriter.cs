using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Import.Companies;

/// <summary>Finds or makes the companies of some rows, and records what the rows say of them.</summary>
internal sealed class CompanyChunkWriter(ICompanyRecorder recorder, TimeProvider time)
{
    /// <summary>Writes rows as part of a transaction.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="job">The import.</param>
    /// <param name="mapping">Its rules.</param>
    /// <param name="chunk">The rows; those that cannot be taken are added to its rejects.</param>
    /// <param name="done">How far the file is read with them.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>Whether the import still runs.</returns>
    public async Task<bool> WriteAsync(
        LeadStudioDbContext db, ImportJob job, ImportMapping mapping, CompanyChunk chunk, (long Rows, long Bytes) done, CancellationToken cancellationToken)
    {
        await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken); // leads that are recorded make companies, too

        if (!await ImportTally.HoldAsync(db, job.Id, cancellationToken))
        {
            return false;
        }

        var index = await CompanyIndex.LoadAsync(db, chunk.Rows, cancellationToken);
        var known = mapping.KnownLeads == KnownLeads.FillEmpty ? await SaidAsync(db, index, cancellationToken) : [];
        var nextId = 1 - chunk.Rows.Count + await db.Sql(
            "update counters set value = value + @count where name = 'companies' returning value", ("count", (long)chunk.Rows.Count)).NumberAsync(cancellationToken);
        var (now, unchanged) = (UtcMicroseconds.From(time.GetUtcNow()), 0L);
        var said = new List<(CompanyObservation Observation, bool IsNew)>();
        foreach (var row in chunk.Rows)
        {
            var (company, problem) = index.Find(row);
            if (problem is not null)
            {
                chunk.Rejects.Add(ChunkReader.Reject(job.Id, row.Line, problem, row.Cells));
                continue;
            }

            var values = company is null ? row.Values : Taken(row, company, mapping.KnownLeads, known);
            if (values.Count == 0)
            {
                unchanged++;
                continue;
            }

            var isNew = company is null;
            company ??= db.Add(new Company { Id = nextId++, Name = "", NameKey = "", CreatedAt = now, ImportId = job.Id }).Entity;
            Identify(company, values);
            index.Note(company);
            known.UnionWith(values.Keys.Select(field => (company.Id, field)));
            said.Add((new(company.Id, ObservationKind.Import, job.SourceId, now, values, TrueAt: row.TrueAt, ImportId: job.Id, Line: row.Line), isNew));
        }

        var news = await recorder.RecordAsync(db, [.. said.Select(pair => pair.Observation)], cancellationToken);
        await SettleAsync(db, index, cancellationToken);
        var (created, updated) = (said.LongCount(pair => pair.IsNew), said.Where((pair, i) => !pair.IsNew && news[i]).LongCount());
        unchanged += said.Count - created - updated;
        await ImportTally.AddAsync(db, job.Id, new(done.Rows, done.Bytes, created, updated, unchanged), chunk.Rejects, cancellationToken);
        return true;
    }

    private static IReadOnlyDictionary<int, FieldValue> Taken(CompanyRow row, Company company, KnownLeads rule, HashSet<(long, int)> known) => rule switch
    {
        KnownLeads.Update => row.Values,
        KnownLeads.Leave => new Dictionary<int, FieldValue>(),
        KnownLeads.FillEmpty => row.Values.Where(pair => !pair.Value.IsEmpty && !known.Contains((company.Id, pair.Key)) && pair.Key switch
        {
            CompanyFields.NameId => company.Name == company.Domain,
            CompanyFields.DomainId => company.Domain is null,
            CompanyFields.ExternalIdId => company.ExternalKey is null,
            _ => true,
        }).ToDictionary(),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };

    private static void Identify(Company company, IReadOnlyDictionary<int, FieldValue> values)
    {
        var id = values.TryGetValue(CompanyFields.ExternalIdId, out var own) ? own.Text : company.ExternalId;
        (company.ExternalId, company.ExternalKey) = (id, id is null ? null : Folding.Fold(id));
        company.Domain = values.TryGetValue(CompanyFields.DomainId, out var domain) ? domain.Text : company.Domain;
        var name = values.TryGetValue(CompanyFields.NameId, out var said) ? said.Text : null;
        name ??= company.Name.Length > 0 ? company.Name : company.Domain ?? id ?? "";
        (company.Name, company.NameKey) = (name, Folding.Fold(name));
    }

    private static async Task<HashSet<(long Company, int Field)>> SaidAsync(LeadStudioDbContext db, CompanyIndex index, CancellationToken cancellationToken)
    {
        var said = await CompanyRecorder.LoadAsync(db, [.. index.Companies.Select(company => company.Id)], cancellationToken);
        return said.SelectMany(company => company.SelectMany(known => known.Values.Where(pair => !pair.Value.IsEmpty).Select(pair => (company.Key, pair.Key)))).ToHashSet();
    }

    // What a person typed, or what was true later, stays.
    private static async Task SettleAsync(LeadStudioDbContext db, CompanyIndex index, CancellationToken cancellationToken)
    {
        var said = await CompanyRecorder.LoadAsync(db, [.. index.Companies.Select(company => company.Id)], cancellationToken);
        foreach (var company in index.Companies)
        {
            Identify(company, CompanyRecorder.Winners(said[company.Id]));
        }
    }
}
