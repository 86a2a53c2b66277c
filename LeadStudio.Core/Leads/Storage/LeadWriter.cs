using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Writes what a batch changed: lead rows, observations, and the words by which leads are found.</summary>
internal sealed class LeadWriter(LeadStudioDbContext db, DatabaseKind kind, ObservationBatch batch)
{
    private static readonly string[] s_observationColumns =
    [
        "lead_id", "sequence", "kind", "source_id", "by", "import_id", "line", "true_at", "learned_at", "confidence", "locked", "field_values",
    ];

    private readonly LeadWords _words = new(batch.Catalog);
    private readonly Field _createdAt = batch.Catalog[StandardFields.CreatedAt];
    private readonly Field _updatedAt = batch.Catalog[StandardFields.UpdatedAt];
    private readonly Field _stage = batch.Catalog[StandardFields.Stage];

    public async Task WriteAsync(IReadOnlyList<LeadState> touched, CancellationToken cancellationToken)
    {
        var added = touched.Where(lead => lead.IsNew).ToList();
        await InsertAsync(added);
        foreach (var lead in touched.Where(lead => !lead.IsNew && lead.Changed.Count > 0))
        {
            await UpdateAsync(lead, cancellationToken);
        }

        await InsertObservationsAsync(touched);
        if (kind == DatabaseKind.Sqlite)
        {
            await WriteWordsAsync(added, touched.Where(lead => !lead.IsNew && _words.AreTouchedBy(lead.Changed)), cancellationToken);
        }
    }

    private async Task InsertAsync(List<LeadState> leads)
    {
        if (leads.Count == 0)
        {
            return;
        }

        foreach (var lead in leads)
        {
            lead.Profile.TryAdd(_createdAt.Id, FieldValue.Of(lead.Observations[0].LearnedAt));
            lead.Profile[_updatedAt.Id] = FieldValue.Of(lead.Observations[^1].LearnedAt);
            lead.Profile.TryAdd(_stage.Id, FieldValue.Of(StandardFields.StageNew));
        }

        var used = leads.SelectMany(lead => lead.Profile.Keys).ToHashSet();
        var fields = batch.Catalog.Fields.Where(field => field.Column.Length > 0 && used.Contains(field.Id)).ToList();
        var hasOverflow = used.Any(id => batch.Catalog[id].Column.Length == 0);
        List<string> columns = ["id", "company_id", "overflow", "search_text"];
        columns.AddRange(fields.SelectMany(field => field.IsText ? [field.Column, field.ComparedColumn] : (string[])[field.Column]));

        using var json = new FieldValuesJson();
        await using var rows = await BulkInsert.OpenAsync(db, "leads", columns);
        foreach (var lead in leads)
        {
            rows.Write(lead.Id);
            if (lead.CompanyId is { } company)
            {
                rows.Write(company);
            }
            else
            {
                rows.WriteNull();
            }

            if (hasOverflow && Overflow(lead) is { Count: > 0 } overflow)
            {
                rows.WriteUtf8(json.Write(overflow));
            }
            else
            {
                rows.WriteNull();
            }

            rows.Write(kind == DatabaseKind.PostgreSql ? _words.Of(lead.Profile) : null);
            foreach (var field in fields)
            {
                WriteValue(rows, field, lead.Profile.GetValueOrDefault(field.Id, FieldValue.Empty));
            }

            rows.EndRow();
        }

        await rows.CompleteAsync();
    }

    private static void WriteValue(IRowWriter rows, Field field, FieldValue value)
    {
        if (field.IsText)
        {
            rows.Write(value.Text);
            rows.Write(Compared(field, value));
        }
        else
        {
            rows.Write(value.Number);
        }
    }

    private static string? Compared(Field field, FieldValue value) =>
        value.Text is null ? null
        : field.Key == StandardFields.Email ? EmailAddress.KeyOf(value.Text)
        : Folding.Fold(value.Text);

    private async Task UpdateAsync(LeadState lead, CancellationToken cancellationToken)
    {
        lead.Profile[_updatedAt.Id] = FieldValue.Of(batch.LearnedAt);
        List<string> sets = ["company_id = @company", "updated_at = @updated"];
        List<(string, object?)> parameters = [("id", lead.Id), ("company", lead.CompanyId), ("updated", (double)batch.LearnedAt)];
        foreach (var field in lead.Changed.Select(id => batch.Catalog[id]).Where(field => field.Column.Length > 0 && field != _updatedAt))
        {
            var value = lead.Profile[field.Id];
            sets.Add($"{field.Column} = @{field.Column}");
            parameters.Add((field.Column, field.IsText ? value.Text : value.IsEmpty ? null : value.Number));
            if (field.IsText)
            {
                sets.Add($"{field.ComparedColumn} = @{field.ComparedColumn}");
                parameters.Add((field.ComparedColumn, Compared(field, value)));
            }
        }

        if (Overflow(lead) is { Count: > 0 } overflow)
        {
            using var json = new FieldValuesJson();
            sets.Add("overflow = @overflow");
            parameters.Add(("overflow", System.Text.Encoding.UTF8.GetString(json.Write(overflow))));
        }

        if (kind == DatabaseKind.PostgreSql && _words.AreTouchedBy(lead.Changed))
        {
            sets.Add("search_text = @words");
            parameters.Add(("words", _words.Of(lead.Profile)));
        }

        await db.Sql($"update leads set {string.Join(", ", sets)} where id = @id", [.. parameters]).RunAsync(cancellationToken);
    }

    private Dictionary<int, FieldValue> Overflow(LeadState lead) =>
        lead.Profile.Where(pair => batch.Catalog[pair.Key].Column.Length == 0 && !pair.Value.IsEmpty).ToDictionary();

    private async Task InsertObservationsAsync(IReadOnlyList<LeadState> leads)
    {
        if (leads.Count == 0)
        {
            return;
        }

        using var json = new FieldValuesJson();
        await using var rows = await BulkInsert.OpenAsync(db, "observations", s_observationColumns);
        foreach (var lead in leads)
        {
            for (var i = lead.Stored; i < lead.Observations.Count; i++)
            {
                var observation = lead.Observations[i];
                rows.Write(lead.Id);
                rows.Write(observation.Sequence);
                rows.Write((long)observation.Kind);
                rows.Write((long)observation.SourceId);
                rows.Write(batch.By);
                WriteOptional(rows, observation.ImportId);
                WriteOptional(rows, observation.Line);
                WriteOptional(rows, observation.TrueAt);
                rows.Write(observation.LearnedAt);
                rows.Write(observation.Confidence);
                rows.Write(observation.IsLocked ? 1L : 0L);
                rows.WriteUtf8(json.Write(observation.Values));
                rows.EndRow();
            }
        }

        await rows.CompleteAsync();
    }

    private static void WriteOptional(IRowWriter rows, long? value)
    {
        if (value is { } number)
        {
            rows.Write(number);
        }
        else
        {
            rows.WriteNull();
        }
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
            rows.Write(_words.Of(lead.Profile));
            rows.EndRow();
        }

        await rows.CompleteAsync();
    }
}
