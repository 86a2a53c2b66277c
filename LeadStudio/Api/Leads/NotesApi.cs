using System.Text.Json.Serialization;
using LeadStudio.Api.Document;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Notes;

namespace LeadStudio.Api.Leads;

/// <summary>Notes about leads.</summary>
internal static class NotesApi
{
    public static void MapNotes(this IEndpointRouteBuilder leads) =>
        leads.MapGet("/{id:long}/notes", ListAsync)
            .Describe("listNotes", "List notes", "Gives the notes about a lead, newest first.")
            .WithTags("Notes")
            .Answers<PageJson<NoteJson>>();

    public static void MapNoteWrites(this IEndpointRouteBuilder leads) =>
        leads.MapPost("/{id:long}/notes", PostAsync)
            .Describe("addNote", "Write a note", "Adds a note to a lead, under the name of the key.")
            .WithTags("Notes")
            .Reads<NoteForm>()
            .Answers<NoteJson>(StatusCodes.Status201Created);

    private static async Task<IResult> ListAsync(long id, ILeadSnapshots leads, ILeadNotes notes, CancellationToken cancellationToken)
    {
        var lead = await leads.GetAsync(id, cancellationToken);
        if (!lead.IsSuccess)
        {
            return Problems.Of(lead.Error);
        }

        var listed = await notes.ListAsync(id, cancellationToken);
        return TypedResults.Ok(new PageJson<NoteJson>([.. listed.Select(NoteJson.Of)], null, listed.Count));
    }

    private static async Task<IResult> PostAsync(HttpContext http, long id, ILeadNotes notes)
    {
        var (form, problem) = await JsonBody.ReadAsync<NoteForm>(http);
        if (form is null)
        {
            return problem!;
        }

        var note = await notes.AddAsync(id, form.Text, Caller.Of(http), http.RequestAborted);
        return note.IsSuccess ? TypedResults.Created($"{ApiEndpoints.Path}/leads/{PlainText.Of(id)}/notes", NoteJson.Of(note.Value))
            : note.Error is NoteRefused refused ? Problems.Invalid("text", refused.Message)
            : Problems.Of(note.Error);
    }
}

/// <summary>A note to be written.</summary>
/// <param name="Text">The text, with its line breaks.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NoteForm(string Text);

/// <summary>What somebody wrote about a lead.</summary>
/// <param name="Id">The note.</param>
/// <param name="Text">The text, with its line breaks.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When it was written.</param>
/// <param name="EditedBy">Who changed it last; null where nobody did.</param>
/// <param name="EditedAt">When it was changed last; null where it was not.</param>
internal sealed record NoteJson(string Id, string Text, string By, DateTime At, string? EditedBy, DateTime? EditedAt)
{
    public static NoteJson Of(LeadNote note) =>
        new(PlainText.Of(note.Id), note.Text, note.By, ValueJson.Instant(note.At), note.EditedBy, note.EditedAt is { } at ? ValueJson.Instant(at) : null);
}
