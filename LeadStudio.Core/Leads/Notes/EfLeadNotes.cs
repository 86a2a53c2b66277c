using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Notes;

internal sealed class EfLeadNotes(IDatabase database, IEventBus bus, TimeProvider time) : ILeadNotes
{
    /// <summary>The most characters of a note.</summary>
    public const int LongestText = 10_000;

    public Task<IReadOnlyList<LeadNote>> ListAsync(long leadId, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<LeadNote>>(
            async db => await db.Set<LeadNote>()
                .Where(note => note.LeadId == leadId && note.DeletedAt == null)
                .OrderByDescending(note => note.At).ThenByDescending(note => note.Id)
                .ToListAsync(cancellationToken),
            cancellationToken);

    public async Task<Result<LeadNote>> AddAsync(long leadId, string text, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNot(text) is { } problem)
        {
            return problem;
        }

        var note = new LeadNote { LeadId = leadId, Text = text.Trim(), By = by.Name, At = Now };
        var isThere = await database.WriteAsync(
            async db =>
            {
                var exists = await db.Set<LeadRow>().AnyAsync(lead => lead.Id == leadId, cancellationToken);
                if (exists)
                {
                    db.Add(note);
                    Note(db, by, "lead.note-added", note, before: null);
                }

                return exists;
            },
            cancellationToken);
        if (!isThere)
        {
            return new LeadNotFound(leadId);
        }

        Announce(leadId);
        return note;
    }

    public async Task<Result<LeadNote>> EditAsync(long id, string text, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(by);
        return WhyNot(text) is { } problem
            ? problem
            : await ChangeAsync(
                id,
                (db, note) =>
                {
                    var before = note.Text;
                    (note.Text, note.EditedBy, note.EditedAt) = (text.Trim(), by.Name, Now);
                    Note(db, by, "lead.note-changed", note, before);
                },
                cancellationToken);
    }

    public Task<Result<LeadNote>> SetDeletedAsync(long id, bool isDeleted, Actor by, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            (db, note) =>
            {
                note.DeletedAt = isDeleted ? Now : null;
                Note(db, by, isDeleted ? "lead.note-deleted" : "lead.note-restored", note, before: null);
            },
            cancellationToken);

    private void Note(LeadStudioDbContext db, Actor by, string action, LeadNote note, string? before) => new Deed(
        by,
        action,
        FormattableString.Invariant($"{note.LeadId}"),
        FormattableString.Invariant($"Lead {note.LeadId}"),
        before is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = before },
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = note.Text }).AddTo(db, Now);

    private long Now => UtcMicroseconds.From(time.GetUtcNow());

    private static NoteRefused? WhyNot(string text) => text.Trim().Length switch
    {
        0 => new NoteRefused("A note needs a text."),
        > LongestText => new NoteRefused($"A note has at most {LongestText:N0} characters; this one has {text.Trim().Length:N0}. Make two of it."),
        _ => null,
    };

    private async Task<Result<LeadNote>> ChangeAsync(long id, Action<LeadStudioDbContext, LeadNote> change, CancellationToken cancellationToken)
    {
        var changed = await database.WriteAsync(
            async db =>
            {
                var note = await db.Set<LeadNote>().SingleOrDefaultAsync(note => note.Id == id, cancellationToken);
                if (note is not null)
                {
                    change(db, note);
                }

                return note;
            },
            cancellationToken);
        if (changed is null)
        {
            return new NoteNotFound(id);
        }

        Announce(changed.LeadId);
        return changed;
    }

    private void Announce(long leadId) => bus.Publish(new LeadsChanged(0, [leadId], leadId, leadId));
}

internal sealed class LeadNoteConfiguration : IEntityTypeConfiguration<LeadNote>
{
    public void Configure(EntityTypeBuilder<LeadNote> builder)
    {
        builder.ToTable("lead_notes");
        builder.HasIndex(note => note.LeadId);
    }
}
