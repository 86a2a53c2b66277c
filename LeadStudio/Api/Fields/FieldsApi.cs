using LeadStudio.Api.Document;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Api.Fields;

/// <summary>Fields of leads, read.</summary>
internal static class FieldsApi
{
    public static void MapFields(this IEndpointRouteBuilder fields)
    {
        fields.MapGet("", ListAsync)
            .Describe("listFields", "List fields", "Gives all fields of leads, in their order.")
            .Answers<PageJson<FieldDefinitionJson>>();
        fields.MapGet("/{key}", GetAsync)
            .Describe("getField", "Read a field", "Gives one field of leads.")
            .Answers<FieldDefinitionJson>();
    }

    private static async Task<IResult> ListAsync(IFieldCatalog fields, CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        return TypedResults.Ok(new PageJson<FieldDefinitionJson>([.. catalog.Fields.Select(field => FieldDefinitionJson.Of(catalog, field))], null, catalog.Fields.Count));
    }

    private static async Task<IResult> GetAsync(string key, IFieldCatalog fields, CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        return catalog.Find(key) is { } field ? TypedResults.Ok(FieldDefinitionJson.Of(catalog, field)) : Problems.Of(new FieldNotFound(key));
    }
}

/// <summary>One thing that can be known of a lead.</summary>
/// <param name="Key">Its name in filters and in the JSON of leads.</param>
/// <param name="Label">Its name on the screen.</param>
/// <param name="Type">The kind of value.</param>
/// <param name="IsStandard">Whether every installation has it; added ones stand in <c>fields</c> of a lead.</param>
/// <param name="IsHidden">Whether pages do not offer it.</param>
/// <param name="Policy">Which source's value it shows.</param>
/// <param name="Options">The options of a choice in their order; null for other types.</param>
internal sealed record FieldDefinitionJson(string Key, string Label, FieldType Type, bool IsStandard, bool IsHidden, WritePolicy Policy, IReadOnlyList<string>? Options)
{
    public static FieldDefinitionJson Of(FieldCatalog catalog, Field field) => new(
        field.Key, field.Label, field.Type, field.IsStandard, field.IsHidden, field.Policy, field.HasOptions ? [.. catalog.OptionsOf(field).Select(option => option.Label)] : null);
}
