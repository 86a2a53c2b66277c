using System.Text.Json;
using LeadStudio.Api.Document;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Intake;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Api.Leads;

/// <summary>Leads, written one by one. Answers come after scoring.</summary>
internal static class LeadWritesApi
{
    public static void MapLeadWrites(this IEndpointRouteBuilder leads)
    {
        leads.MapPost("", PostAsync)
            .Describe("saveLead", "Add or change a lead", "Finds the lead by its `id`, `externalId` or `email`, or makes it, and answers when it is scored. What is left out stays as it is; null clears. Where several sources speak of a field, its write policy decides which value shows.")
            .Reads<LeadFormJson>()
            .Answers<LeadJson>()
            .Answers<LeadJson>(StatusCodes.Status201Created);
        leads.MapPatch("/{id:long}", PatchAsync)
            .Describe("changeLead", "Change a lead", "Changes the values that are named, and answers when the lead is scored; null clears. A value that a person locked stays.")
            .Reads<LeadFormJson>()
            .HeedsVersion()
            .Answers<LeadJson>();
        leads.MapDelete("/{id:long}", DeleteAsync)
            .Describe("deleteLead", "Delete a lead", "Puts a lead into the trash, from which people can take it back for some time.")
            .Produces(StatusCodes.Status204NoContent)
            .Produces(StatusCodes.Status202Accepted);
        leads.MapPut("/{id:long}/outcome", PutOutcomeAsync)
            .Describe("setOutcome", "Close a lead", "Says how a lead ended, now or at an instant, and answers when it is scored. Null opens it again.")
            .Reads<OutcomeFormJson>()
            .HeedsVersion()
            .Answers<LeadJson>();
        leads.MapDelete("/{id:long}/outcome", ReopenAsync)
            .Describe("reopenLead", "Open a lead again", "Takes the outcome of a lead away.")
            .HeedsVersion()
            .Answers<LeadJson>();
    }

    private static async Task<IResult> PostAsync(HttpContext http, LeadWriting writing, ILeadIntake intake)
    {
        var (document, problem) = await JsonBody.ReadAsync(http);
        using (document)
        {
            if (document is null)
            {
                return problem!;
            }

            var (said, errors) = (await writing.ReadAsync([document.RootElement], id: null, http.RequestAborted))[0];
            return errors.Problem is { } wrong ? wrong : Answer(http, await intake.TakeAsync(said, Caller.Of(http), http.RequestAborted));
        }
    }

    private static async Task<IResult> PatchAsync(HttpContext http, long id, LeadWriting writing, ILeadIntake intake)
    {
        var (document, problem) = await JsonBody.ReadAsync(http);
        using (document)
        {
            if (document is null)
            {
                return problem!;
            }

            var (said, errors) = (await writing.ReadAsync([document.RootElement], id, http.RequestAborted))[0];
            return errors.Problem is { } wrong ? wrong : await ChangeAsync(http, id, said.Values, intake);
        }
    }

    private static async Task<IResult> PutOutcomeAsync(HttpContext http, long id, IFieldCatalog fields, ILeadIntake intake, TimeProvider time)
    {
        var (document, problem) = await JsonBody.ReadAsync(http);
        using (document)
        {
            return document is null ? problem! : await SetOutcomeAsync(http, id, document.RootElement, fields, intake, time);
        }
    }

    private static async Task<IResult> ReopenAsync(HttpContext http, long id, IFieldCatalog fields, ILeadIntake intake, TimeProvider time)
    {
        using var open = JsonDocument.Parse("null");
        return await SetOutcomeAsync(http, id, open.RootElement, fields, intake, time);
    }

    private static async Task<IResult> SetOutcomeAsync(HttpContext http, long id, JsonElement outcome, IFieldCatalog fields, ILeadIntake intake, TimeProvider time)
    {
        var values = new Dictionary<int, FieldValue>();
        var errors = new FieldErrors();
        new OutcomeForm(await fields.GetAsync(http.RequestAborted), time).Read(outcome, "", values, errors);
        return errors.Problem is { } wrong ? wrong : await ChangeAsync(http, id, values, intake);
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, LeadDeletion deletion)
    {
        var deleted = await deletion.RunAsync(id, Caller.Of(http), http.RequestAborted);
        return !deleted.IsSuccess ? Problems.Of(deleted.Error) : deleted.Value ? TypedResults.NoContent() : TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, long id, IReadOnlyDictionary<int, FieldValue> values, ILeadIntake intake) =>
        Answer(http, await intake.TakeAsync(
            new LeadStatement(values) { LeadId = id, IsDeliberate = true, ExpectedVersions = LeadAnswers.Expected(http) }, Caller.Of(http), http.RequestAborted));

    private static IResult Answer(HttpContext http, Result<IntakeAnswer> taken) =>
        !taken.IsSuccess ? Problems.Of(taken.Error)
        : taken.Value.Outcome == RowOutcome.Created ? LeadAnswers.Created(http, taken.Value.Lead)
        : LeadAnswers.Ok(http, taken.Value.Lead);
}
