using System.Collections.Frozen;
using System.Text.Json;
using LeadStudio.Core.Leads.Fields;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api.Leads;

/// <summary>Gives only those properties of leads that a caller asks for.</summary>
internal sealed class SparseLead
{
    private static readonly FrozenDictionary<string, Func<LeadJson, object?>> s_properties = typeof(LeadJson).GetProperties()
        .ToFrozenDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => (Func<LeadJson, object?>)property.GetValue, StringComparer.Ordinal);

    private readonly string[] _names;

    private SparseLead(string[] names) => _names = names;

    /// <summary>Reads what is asked for.</summary>
    /// <param name="fields">Names of properties, parted by commas; null for all.</param>
    /// <returns>The properties, always with the id; null for all; or what is wrong.</returns>
    public static (SparseLead? Sparse, ProblemHttpResult? Problem) Read(string? fields)
    {
        if (fields is null)
        {
            return (null, null);
        }

        var names = fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(names, name => !s_properties.ContainsKey(name)) is { } unknown
            ? (null, Problems.Invalid("fields", $"A lead has no property \"{unknown}\". Those that it has: {string.Join(", ", s_properties.Keys.Order(StringComparer.Ordinal))}."))
            : (new(["id", .. names.Where(name => name != "id").Distinct(StringComparer.Ordinal)]), null);
    }

    /// <summary>Gives the properties of a lead.</summary>
    /// <param name="lead">The lead.</param>
    public Dictionary<string, object?> Of(LeadJson lead) => _names.ToDictionary(name => name, name => s_properties[name](lead), StringComparer.Ordinal);

    /// <summary>Gives the fields that must be read for it.</summary>
    /// <param name="catalog">The fields.</param>
    public IReadOnlyList<Field> FieldsOf(FieldCatalog catalog) =>
        [.. catalog.Fields.Where(field => field.IsStandard ? _names.Any(name => field.Key.StartsWith(name, StringComparison.Ordinal)) : _names.Contains("fields"))];
}
