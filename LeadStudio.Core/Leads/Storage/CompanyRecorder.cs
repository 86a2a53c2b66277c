using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class CompanyRecorder : ICompanyRecorder
{
    public async Task<IReadOnlyList<bool>> RecordAsync(LeadStudioDbContext db, IReadOnlyList<CompanyObservation> observations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(observations);
        await WriterLocks.TakeAsync(db, [WriterLocks.Companies], cancellationToken);

        var ids = observations.Select(observation => observation.CompanyId).Distinct().ToList();
        var known = (await LoadAsync(db, ids, cancellationToken)).ToDictionary(company => company.Key, company => company.ToList());
        using var json = new FieldValuesJson();
        var news = new List<bool>(observations.Count);
        foreach (var said in observations)
        {
            var before = known.TryGetValue(said.CompanyId, out var list) ? list : known[said.CompanyId] = [];
            news.Add(said.Kind == ObservationKind.Edit || !IsRepeated(before, said, _ => true));

            // What another import repeats is kept, since the first one may be taken back.
            if (!news[^1] && (said.ImportId is null || IsRepeated(before, said, known => known.ImportId == said.ImportId)))
            {
                continue;
            }

            var row = new CompanyObservationRow
            {
                CompanyId = said.CompanyId,
                Sequence = before.Count == 0 ? 1 : before[^1].Sequence + 1,
                Kind = said.Kind,
                SourceId = said.SourceId,
                By = said.By,
                ImportId = said.ImportId,
                Line = said.Line,
                TrueAt = said.TrueAt,
                LearnedAt = said.LearnedAt,
                FieldValues = System.Text.Encoding.UTF8.GetString(json.Write(said.Values)),
            };
            db.Add(row);
            before.Add(Read(row, said.SourceId, 0, ""));
        }

        await db.SaveChangesAsync(cancellationToken);
        return news;
    }

    /// <summary>Reads all that was said of some companies, oldest first.</summary>
    public static async Task<ILookup<long, Observation>> LoadAsync(LeadStudioDbContext db, IReadOnlyList<long> companies, CancellationToken cancellationToken)
    {
        var rows = await (
            from row in db.Set<CompanyObservationRow>().AsNoTracking()
            where companies.Contains(row.CompanyId)
            join source in db.Set<Source>() on row.SourceId equals source.Id
            join import in db.Set<Import.ImportJob>() on row.ImportId equals import.Id into imports
            from file in imports.DefaultIfEmpty()
            orderby row.CompanyId, row.Sequence
            select new { Row = row, source.Id, source.Priority, Name = file != null ? file.FileName : row.By ?? source.Name }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.Row.CompanyId, row => Read(row.Row, row.Id, row.Priority, row.Name));
    }

    /// <summary>Finds the observation whose value shows: the newest, what persons say over all else.</summary>
    public static Observation? Winner(int field, IEnumerable<Observation> observations) =>
        observations.Where(said => said.Values.ContainsKey(field))
            .MaxBy(said => (said.Kind == ObservationKind.Edit, said.TrueAt ?? said.LearnedAt, said.LearnedAt, said.Sequence));

    /// <summary>Gives the values that show, by field id.</summary>
    public static Dictionary<int, FieldValue> Winners(IEnumerable<Observation> observations)
    {
        var said = observations.ToList();
        return said.SelectMany(one => one.Values.Keys).Distinct().ToDictionary(field => field, field => Winner(field, said)!.Values[field]);
    }

    private static bool IsRepeated(List<Observation> before, CompanyObservation said, Func<Observation, bool> counts) =>
        said.Values.All(pair => before.FindLast(known => known.SourceId == said.SourceId && known.Values.ContainsKey(pair.Key)) is { } last
            && last.Values[pair.Key] == pair.Value && counts(last));

    private static Observation Read(CompanyObservationRow row, int source, int priority, string name) => new()
    {
        Sequence = row.Sequence,
        Kind = row.Kind,
        SourceId = source,
        SourcePriority = priority,
        SourceName = name,
        ImportId = row.ImportId,
        Line = row.Line,
        TrueAt = row.TrueAt,
        LearnedAt = row.LearnedAt,
        Values = FieldValuesJson.Read(row.FieldValues),
    };
}
