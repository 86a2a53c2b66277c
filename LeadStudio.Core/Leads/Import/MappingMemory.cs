using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Values;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Recalls what the columns of a file meant when such a file was imported before. The imports themselves are the memory.</summary>
internal sealed class MappingMemory(IDatabase database)
{
    // Whoever imports daily finds the file of last month.
    private const int MostImports = 200;

    // Of a file with other columns, so many must be known for its meaning to say anything of this one.
    private const double EnoughKnown = 0.5;

    /// <summary>Finds the last import of a file with the same columns in any order; else of the same source, with half of these columns.</summary>
    /// <param name="analysis">The file.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The import; null where there is none.</returns>
    public async Task<ImportJob?> FindAsync(ImportAnalysis analysis, CancellationToken cancellationToken)
    {
        // One that was taken back was perhaps so because of its mapping.
        var past = await database.ReadAsync(
            db => db.Set<ImportJob>().AsNoTracking()
                .Where(job => job.Mapping != null && job.StartedAt != null && job.Status != ImportStatus.TakingBack && job.Status != ImportStatus.TakenBack)
                .OrderByDescending(job => job.StartedAt).ThenByDescending(job => job.Id)
                .Take(MostImports)
                .ToListAsync(cancellationToken),
            cancellationToken);
        var names = analysis.Columns.Select(column => column.Mapping.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        (ImportJob Job, int Shared)? best = null;
        foreach (var job in past)
        {
            var mapping = job.ReadMapping();
            var shared = mapping.Columns.Count(column => names.Contains(column.Name));
            if (shared == names.Count && shared == mapping.Columns.Count)
            {
                return job;
            }

            if (mapping.SourceName == analysis.SourceName && shared >= EnoughKnown * names.Count && shared > (best?.Shared ?? 0))
            {
                best = (job, shared);
            }
        }

        return best?.Job;
    }

    /// <summary>Applies what an import knew to a file; the rest is guessed.</summary>
    /// <param name="past">The import.</param>
    /// <param name="analysis">The file, about the same.</param>
    /// <param name="known">The fields that there are: what a field took that is gone is guessed.</param>
    /// <returns>What the columns mean; null where nothing of it fits.</returns>
    public static RememberedMapping? Apply(ImportJob past, ImportAnalysis analysis, KnownFields known)
    {
        var mapping = past.ReadMapping();
        var before = mapping.Columns.Where(column => IsStillThere(column, mapping.About, known))
            .DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
        var taken = analysis.Columns.Select(guess => before.GetValueOrDefault(guess.Mapping.Name)).OfType<ColumnMapping>().SelectMany(MappingRules.FieldsOf).ToHashSet(StringComparer.Ordinal);
        var recalled = analysis.Columns.Select(guess => guess.Mapping.Name).Where(before.ContainsKey).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return recalled.Count == 0
            ? null
            : new(past.Id, past.FileName, past.StartedAt ?? past.UploadedAt, mapping with { Columns = [.. analysis.Columns.Select(guess => Merge(guess, before, taken))] }, recalled);
    }

    private static ColumnMapping Merge(ColumnGuess guess, Dictionary<string, ColumnMapping> before, HashSet<string> taken)
    {
        if (!before.TryGetValue(guess.Mapping.Name, out var own))
        {
            return MappingRules.FieldsOf(guess.Mapping).Any(taken.Contains) ? guess.Mapping with { Use = ColumnUse.NewField, Field = null } : guess.Mapping;
        }

        // The dates of this file may prove that they are written in the other order.
        var isProven = guess.DateOrders is DateOrderEvidence.DayFirst or DateOrderEvidence.MonthFirst;
        return own with
        {
            Name = guess.Mapping.Name,
            DateOrder = isProven ? guess.Mapping.DateOrder : own.DateOrder,
            Missing = [.. own.Missing.Union(guess.Mapping.Missing, StringComparer.OrdinalIgnoreCase)],
        };
    }

    private static bool IsStillThere(ColumnMapping column, ImportSubject about, KnownFields known) =>
        column.Use != ColumnUse.Field
            || (about == ImportSubject.Companies
                ? column.Field == StandardFields.UpdatedAt || known.OfCompanies.Any(field => field.Key == column.Field)
                : known.OfLeads.Find(column.Field ?? "") is not null);
}
