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

        // The words are made beside the writing of the rows, which waits for the database most of the time.
        var words = kind == DatabaseKind.Sqlite ? Task.Run(() => added.ConvertAll(lead => _words.Of(lead.Profile)), cancellationToken) : null;
        await InsertAsync(added);
        foreach (var lead in touched.Where(lead => !lead.IsNew && lead.HasChanged))
        {
            await UpdateAsync(lead, cancellationToken);
        }

        await InsertObservationsAsync(touched);
        if (words is not null)
        {
            await WriteWordsAsync(added, await words, touched.Where(lead => !lead.IsNew && _words.AreTouchedIn(lead)), cancellationToken);
        }
    }

    private async Task InsertAsync(List<LeadState> leads)
    {
        if (leads.Count == 0)
        {
            return;
        }

        HashSet<int> used = [.. batch.Fields.Select(field => field.Id), batch.Catalog[StandardFields.Domain].Id, _createdAt.Id, _updatedAt.Id, _stage.Id];
        var fields = batch.Catalog.Fields.Where(field => field.Column.Length > 0 && used.Contains(field.Id)).ToList();
        var hasOverflow = used.Any(id => batch.Catalog[id].Column.Length == 0);
        List<string> columns = ["id", "company_id", "overflow", "search_text"];
        columns.AddRange(fields.SelectMany(field => field.IsText ? [field.Column, field.ComparedColumn] : (string[])[field.Column]));

        using var json = new FieldValuesJson();
        var places = leads.Find(lead => lead.Said is not null)?.Said is { } first ? fields.ConvertAll(field => first.PlaceOf(field.Id)) : [];
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
            var said = lead.Said;
            for (var i = 0; i < fields.Count; i++)
            {
                WriteValue(rows, fields[i], ValueOfNew(lead, fields[i], said is null ? lead.Value(fields[i].Id) : said.At(places[i])));
            }

            rows.EndRow();
        }

        await rows.CompleteAsync();
    }

    private FieldValue ValueOfNew(LeadState lead, Field field, FieldValue value) =>
        field == _updatedAt ? FieldValue.Of(lead.Observation(lead.ObservationCount - 1).LearnedAt)
        : field == _createdAt && value.IsEmpty ? FieldValue.Of(lead.Observation(0).LearnedAt)
        : field == _stage && value.IsEmpty ? FieldValue.Of(StandardFields.StageNew)
        : value;

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

        if (kind == DatabaseKind.PostgreSql && _words.AreTouchedIn(lead))
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
            for (var i = lead.Stored; i < lead.ObservationCount; i++)
            {
                var observation = lead.Observation(i);
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

    private async Task WriteWordsAsync(List<LeadState> added, List<string> words, IEnumerable<LeadState> changed, CancellationToken cancellationToken)
    {
        var rewritten = changed.ToList();
        foreach (var lead in rewritten)
        {
            await db.Sql("delete from lead_search where rowid = @id", ("id", lead.Id)).RunAsync(cancellationToken);
        }

        await using var rows = await BulkInsert.OpenAsync(db, "lead_search", ["rowid", "words"]);
        for (var i = 0; i < added.Count; i++)
        {
            rows.Write(added[i].Id);
            rows.Write(words[i]);
            rows.EndRow();
        }

        foreach (var lead in rewritten)
        {
            rows.Write(lead.Id);
            rows.Write(_words.Of(lead.Profile));
            rows.EndRow();
        }

        await rows.CompleteAsync();
    }
}
