using System.Text.Json;
using LeadStudio.Api.Document;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Intake;
using LeadStudio.Core.Leads.Recording;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LeadStudio.Api.Leads;

/// <summary>Leads, written many at a time: in one transaction, scored. Bad rows never stop good ones.</summary>
internal static class LeadBatchApi
{
    private const int MostRows = 10_000;
    private const long MostBytes = 32 * 1024 * 1024; // 10,000 leads of 3.3 KB
    private const string Items = "items";

    public static void MapLeadBatch(this IEndpointRouteBuilder leads) =>
        leads.MapPost("/batch", PostAsync)
            .Describe("saveLeads", "Add or change many leads", "Takes up to 10,000 leads (32 MB) as saveLead does, and answers when they are scored, one row for each in their order. Bad rows never stop good ones.")
            .Reads<BatchFormJson>()
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Answers<BatchJson>();

    private static async Task<IResult> PostAsync(HttpContext http, LeadWriting writing, ILeadIntake intake)
    {
        var (document, problem) = await JsonBody.ReadAsync(http);
        using (document)
        {
            if (document is null)
            {
                return problem!;
            }

            return WhyNot(document.RootElement) is { } wrong
                ? wrong
                : TypedResults.Ok(new BatchJson(await WriteAsync(http, [.. document.RootElement.GetProperty(Items).EnumerateArray()], writing, intake)));
        }
    }

    private static ProblemHttpResult? WhyNot(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(Items, out var items) || items.ValueKind != JsonValueKind.Array)
        {
            return Problems.Invalid(Items, "Send an object with \"items\", a list of leads.");
        }

        var errors = new FieldErrors();
        foreach (var other in body.EnumerateObject().Where(property => !property.NameEquals(Items)))
        {
            errors.Add(other.Name, "There is no such property. Send \"items\" alone.");
        }

        return items.GetArrayLength() > MostRows ? Problems.Invalid(Items, $"There are {items.GetArrayLength():N0} leads. Send at most {MostRows:N0} at a time, or import a file.") : errors.Problem;
    }

    private static async Task<IReadOnlyList<BatchRowJson>> WriteAsync(HttpContext http, IReadOnlyList<JsonElement> leads, LeadWriting writing, ILeadIntake intake)
    {
        var read = await writing.ReadAsync(leads, id: null, http.RequestAborted);
        var good = Enumerable.Range(0, read.Count).Where(i => read[i].Errors.IsEmpty).ToList();
        var taken = good.Count == 0 ? [] : await intake.TakeAsync([.. good.Select(i => read[i].Said)], Caller.Of(http), http.RequestAborted);
        var rows = read.Select((row, i) => BatchRowJson.Refused(i, row.Errors)).ToList();
        foreach (var (i, result) in good.Zip(taken))
        {
            rows[i] = BatchRowJson.Of(i, result);
        }

        return rows;
    }
}

/// <summary>What became of a batch.</summary>
/// <param name="Items">What became of each lead, in the order in which they were sent.</param>
internal sealed record BatchJson(IReadOnlyList<BatchRowJson> Items);

/// <summary>What became of one lead of a batch.</summary>
/// <param name="Index">Its place among those that were sent, from 0.</param>
/// <param name="Status">What was done.</param>
/// <param name="Id">The lead; null where it was rejected.</param>
/// <param name="Score">Its score now, in points; null where it was rejected or is unchanged.</param>
/// <param name="Band">Its band now, A1 to C3; null where there is no score.</param>
/// <param name="Detail">Why it was rejected, and what to do; null where it was not.</param>
/// <param name="Errors">What is wrong, field by field; null where no field is.</param>
internal sealed record BatchRowJson(int Index, RowOutcome Status, string? Id, int? Score, string? Band, string? Detail, IReadOnlyDictionary<string, string[]>? Errors)
{
    public static BatchRowJson Refused(int index, FieldErrors errors) =>
        new(index, RowOutcome.Rejected, null, null, null, string.Join(" ", errors.ByField.Values.SelectMany(texts => texts)), errors.ByField);

    public static BatchRowJson Of(int index, Result<TakenLead> taken) => taken.IsSuccess
        ? new(
            index,
            taken.Value.Outcome,
            PlainText.Of(taken.Value.LeadId),
            (int?)taken.Value.Standing?.Score,
            taken.Value.Standing is { } standing ? Core.Leads.Standings.Band.FromCode(standing.BandCode).ToString() : null,
            null,
            null)
        : new(index, RowOutcome.Rejected, null, null, null, taken.Error.Message, null);
}
