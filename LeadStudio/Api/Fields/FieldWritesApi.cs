using System.Text.Json.Serialization;
using LeadStudio.Api.Document;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Messaging;

namespace LeadStudio.Api.Fields;

/// <summary>Fields of leads, defined.</summary>
internal static class FieldWritesApi
{
    public static void MapFieldWrites(this IEndpointRouteBuilder fields)
    {
        fields.MapPost("", PostAsync)
            .Describe("addField", "Add a field", "Adds a field; its key is made of the label.")
            .Reads<NewFieldForm>()
            .Answers<FieldDefinitionJson>(StatusCodes.Status201Created);
        fields.MapPatch("/{key}", PatchAsync)
            .Describe("changeField", "Change a field", "Changes what is named. Leads follow another type or policy in the background; what does not convert comes back with the former type.")
            .Reads<FieldForm>()
            .Answers<FieldDefinitionJson>();
        fields.MapDelete("/{key}", DeleteAsync)
            .Describe("hideField", "Hide a field", "Takes an added field out of the pages. What was said stays, rules go on using it, and changeField shows it again.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFieldCatalog fields, IEventBus bus)
    {
        var (form, problem) = await JsonBody.ReadAsync<NewFieldForm>(http);
        if (form is null)
        {
            return problem!;
        }

        var catalog = await fields.GetAsync(http.RequestAborted);
        if (FieldRules.WhyNotLabel(catalog, null, form.Label) is { } refused)
        {
            return Problems.Invalid("label", refused.Message);
        }

        var hasOptions = form.Type is FieldType.Choice or FieldType.MultiChoice;
        if (form.Options is { Count: > 0 } && !hasOptions)
        {
            return Problems.Invalid("options", "Only choice and multiChoice have options. Leave them out.");
        }

        if (form.Options is { } labels && OptionLabels.WhyNot(labels) is { } reason)
        {
            return Problems.Invalid("options", reason);
        }

        var field = (await fields.AddAsync([new(form.Label, form.Type)], Caller.Of(http), http.RequestAborted))[0];
        catalog = form.Options is { Count: > 0 } options ? await fields.AddOptionsAsync(field, options, http.RequestAborted) : await fields.GetAsync(http.RequestAborted);
        bus.Publish(new FieldsChanged());
        return TypedResults.Created($"{ApiEndpoints.Path}/fields/{field.Key}", FieldDefinitionJson.Of(catalog, field));
    }

    // Each change is one of its own; the first that is refused ends it.
    private static async Task<IResult> PatchAsync(HttpContext http, string key, IFieldCatalog fields, IFieldChanges changes)
    {
        var (form, problem) = await JsonBody.ReadAsync<FieldForm>(http);
        if (form is null)
        {
            return problem!;
        }

        var catalog = await fields.GetAsync(http.RequestAborted);
        if (catalog.Find(key) is not { } field)
        {
            return Problems.Of(new FieldNotFound(key));
        }

        var error = form.Type is { } type && type != field.Type ? await RetypeAsync(http, field.Key, type, changes) : null;
        error ??= form.Policy is { } policy && policy != field.Policy ? (await changes.SetPolicyAsync(field.Key, policy, Caller.Of(http), http.RequestAborted)).Error : null;
        error ??= form.Label is { } label ? (await changes.RenameAsync(field.Key, label, Caller.Of(http), http.RequestAborted)).Error : null;
        error ??= form.IsHidden is { } isHidden ? (await changes.SetHiddenAsync(field.Key, isHidden, Caller.Of(http), http.RequestAborted)).Error : null;
        if (error is not null)
        {
            return error is FieldLabelRefused ? Problems.Invalid("label", error.Message) : Problems.Of(error);
        }

        catalog = await fields.GetAsync(http.RequestAborted);
        return TypedResults.Ok(FieldDefinitionJson.Of(catalog, catalog[field.Key]));
    }

    // What was said of leads is never lost: the field only goes from the pages.
    private static async Task<IResult> DeleteAsync(HttpContext http, string key, IFieldCatalog fields, IFieldChanges changes)
    {
        if ((await fields.GetAsync(http.RequestAborted)).Find(key) is not { } field)
        {
            return Problems.Of(new FieldNotFound(key));
        }

        if (FieldRules.WhyNotRetype(field) is { } isFixed)
        {
            return Problems.Of(isFixed);
        }

        var hidden = await changes.SetHiddenAsync(field.Key, isHidden: true, Caller.Of(http), http.RequestAborted);
        return hidden.IsSuccess ? TypedResults.NoContent() : Problems.Of(hidden.Error);
    }

    private static async Task<Error?> RetypeAsync(HttpContext http, string key, FieldType type, IFieldChanges changes)
    {
        var preview = await changes.PreviewRetypeAsync(key, type, reading: null, http.RequestAborted);
        return preview.IsSuccess ? (await changes.RetypeAsync(key, type, preview.Value.Reading, Caller.Of(http), http.RequestAborted)).Error : preview.Error;
    }
}

/// <summary>A field to be added.</summary>
/// <param name="Label">Its name on the screen, not taken yet; the key is made of it.</param>
/// <param name="Type">The kind of value.</param>
/// <param name="Options">The options of a choice; leads that name others add them.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewFieldForm(string Label, FieldType Type, IReadOnlyList<string>? Options = null);

/// <summary>What to change of a field; what is left out stays.</summary>
/// <param name="Label">Its name on the screen; the key stays.</param>
/// <param name="Type">The kind of value; what was said is read anew, and comes back with the former type.</param>
/// <param name="IsHidden">Whether pages do not offer it.</param>
/// <param name="Policy">Which source's value it shows.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FieldForm(string? Label = null, FieldType? Type = null, bool? IsHidden = null, WritePolicy? Policy = null);
