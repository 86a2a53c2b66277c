using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Writes what a batch changed: lead rows, observations, and the words by which leads are found.</summary>
internal sealed class LeadWriter(LeadStudioDbContext db, DatabaseKind kind, PreparedBatch prepared)
{
    private static readonly string[] s_observationColumns =
    [
        "lead_id", "sequence", "kind", "source_id", "by", "import_id", "act_id", "line", "true_at", "learned_at", "confidence", "locked", "status", "field_values",
    ];

    private readonly ObservationBatch _batch = prepared.Batch;
    private readonly LeadWords _words = new(prepared.Batch.Catalog);
    private readonly int _country = prepared.Batch.Catalog[StandardFields.Country].Id;
    private readonly int _phone = prepared.Batch.Catalog[StandardFields.Phone].Id;

    /// <summary>Writes all of it.</summary>
    /// <param name="touched">The leads that were made or changed.</param>
    /// <param name="repeated">The leads of which something was said again that must be remembered; they may be touched as well.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when all is written.</returns>
    public async Task WriteAsync(IReadOnlyList<LeadState> touched, IReadOnlyCollection<LeadState> repeated, CancellationToken cancellationToken)
    {
        var added = touched.Where(lead => lead.IsNew).ToList();
        await InsertAsync(added);
        foreach (var lead in touched.Where(lead => !lead.IsNew && lead.HasChanged))
        {
            await UpdateAsync(lead, cancellationToken);
        }

        await InsertObservationsAsync(touched, repeated);
        if (kind == DatabaseKind.Sqlite)
        {
            await WriteWordsAsync(added, touched.Where(lead => !lead.IsNew && _words.AreTouchedIn(lead)), cancellationToken);
        }
    }

    private async Task InsertAsync(List<LeadState> leads)
    {
        if (leads.Count == 0)
        {
            return;
        }

        await using var rows = await BulkInsert.OpenAsync(db, "leads", ["id", "company_id", "search_text", .. prepared.Columns.Names]);
        foreach (var lead in leads)
        {
            rows.Write(lead.Id);
            rows.WriteOptional(lead.CompanyId);
            if (kind == DatabaseKind.PostgreSql)
            {
                WriteWords(rows, lead);
            }
            else
            {
                rows.WriteNull();
            }

            if (lead.Said is { } said)
            {
                prepared.CopyColumns(said, rows);
            }
            else
            {
                prepared.Columns.Write(rows, lead);
            }

            rows.EndRow();
        }

        await rows.CompleteAsync();
    }

    private void WriteWords(IRowWriter rows, LeadState lead)
    {
        if (lead.IsNew && lead.Said is { } said)
        {
            prepared.CopyWords(said, rows);
        }
        else
        {
            rows.Write(_words.Of(lead.Profile));
        }
    }

    private async Task UpdateAsync(LeadState lead, CancellationToken cancellationToken)
    {
        List<string> sets = ["company_id = @company", "updated_at = @updated"];
        List<(string, object?)> parameters = [("id", lead.Id), ("company", lead.CompanyId), ("updated", (double)_batch.LearnedAt)];
        foreach (var field in Rewritten(lead).Select(id => _batch.Catalog[id]).Where(field => field.Column.Length > 0 && field.Key != StandardFields.UpdatedAt))
        {
            var value = lead.Value(field.Id);
            sets.Add($"{field.Column} = @{field.Column}");
            parameters.Add((field.Column, field.IsText ? value.Text : value.IsEmpty ? null : value.Number));
            if (field.IsText)
            {
                sets.Add($"{field.ComparedColumn} = @{field.ComparedColumn}");
                parameters.Add((field.ComparedColumn, value.Text is { } text ? FieldComparison.Compared(field, text, _batch.Catalog.RegionOf(lead.Value(_country))) : null));
            }
        }

        if (lead.Changed.Any(id => _batch.Catalog[id].Column.Length == 0))
        {
            using var json = new FieldValuesJson();
            sets.Add("overflow = @overflow");
            parameters.Add(("overflow", System.Text.Encoding.UTF8.GetString(json.Write(Overflow(lead)))));
        }

        if (kind == DatabaseKind.PostgreSql && _words.AreTouchedIn(lead))
        {
            sets.Add("search_text = @words");
            parameters.Add(("words", _words.Of(lead.Profile)));
        }

        await db.Sql($"update leads set {string.Join(", ", sets)} where id = @id", [.. parameters]).RunAsync(cancellationToken);
    }

    // In another country the same digits are another phone number.
    private IReadOnlyCollection<int> Rewritten(LeadState lead) =>
        lead.HasChangedIn(_country) && !lead.HasChangedIn(_phone) ? [.. lead.Changed, _phone] : lead.Changed;

    private Dictionary<int, FieldValue> Overflow(LeadState lead) =>
        lead.Profile.Where(pair => _batch.Catalog[pair.Key].Column.Length == 0 && !pair.Value.IsEmpty).ToDictionary();

    private async Task InsertObservationsAsync(IReadOnlyList<LeadState> touched, IReadOnlyCollection<LeadState> repeated)
    {
        if (touched.Count + repeated.Count == 0)
        {
            return;
        }

        using var json = new FieldValuesJson();
        await using var rows = await BulkInsert.OpenAsync(db, "observations", s_observationColumns);
        foreach (var lead in touched)
        {
            for (var i = lead.Stored; i < lead.ObservationCount; i++)
            {
                WriteObservation(rows, lead.Id, lead.Observation(i), json);
            }
        }

        foreach (var lead in repeated)
        {
            foreach (var observation in lead.NewRepeats)
            {
                WriteObservation(rows, lead.Id, observation, json);
            }
        }

        await rows.CompleteAsync();
    }

    private void WriteObservation(IRowWriter rows, long lead, Observation observation, FieldValuesJson json)
    {
        rows.Write(lead);
        rows.Write(observation.Sequence);
        rows.Write((long)observation.Kind);
        rows.Write((long)observation.SourceId);
        rows.Write(_batch.By);
        rows.WriteOptional(observation.ImportId);
        rows.WriteOptional(observation.ActId);
        rows.WriteOptional(observation.Line);
        rows.WriteOptional(observation.TrueAt);
        rows.Write(observation.LearnedAt);
        rows.Write(observation.Confidence);
        rows.Write(observation.IsLocked ? 1L : 0L);
        rows.Write((long)observation.Status);
        if (observation.Values is ObservedValues said)
        {
            prepared.CopyObservation(said, rows);
        }
        else
        {
            rows.WriteUtf8(json.Write(observation.Values));
        }

        rows.EndRow();
    }

    private async Task WriteWordsAsync(List<LeadState> added, IEnumerable<LeadState> changed, CancellationToken cancellationToken)
    {
        var rewritten = changed.ToList();
        foreach (var lead in rewritten)
        {
            await db.Sql("delete from lead_search where rowid = @id", ("id", lead.Id)).RunAsync(cancellationToken);
        }

        await using var rows = await BulkInsert.OpenAsync(db, "lead_search", ["rowid", "words"]);
        foreach (var lead in added.Concat(rewritten))
        {
            rows.Write(lead.Id);
            WriteWords(rows, lead);
            rows.EndRow();
        }

        await rows.CompleteAsync();
    }
}
