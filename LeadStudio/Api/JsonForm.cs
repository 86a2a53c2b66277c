using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api;

/// <summary>Reads JSON objects strictly: what is unknown, missing or of a wrong type is named, all of it at once.</summary>
internal static class JsonForm
{
    private static readonly JsonSerializerOptions s_options = Strict(new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    /// <summary>Sets how the API reads and writes JSON.</summary>
    /// <param name="options">The options to set.</param>
    /// <returns>The same options.</returns>
    public static JsonSerializerOptions Strict(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }

    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">A record with the properties.</typeparam>
    /// <param name="json">The object.</param>
    /// <returns>The record; or what is wrong, property by property.</returns>
    public static (T? Value, ProblemHttpResult? Problem) Read<T>(JsonElement json)
        where T : class
    {
        var errors = new FieldErrors();
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, Problems.Invalid("", "Send a JSON object."));
        }

        var known = s_options.GetTypeInfo(typeof(T)).Properties;
        foreach (var given in json.EnumerateObject())
        {
            if (known.FirstOrDefault(property => given.NameEquals(property.Name)) is not { } property)
            {
                errors.Add(given.Name, $"There is no such property. Those that there are: {string.Join(", ", known.Select(one => one.Name))}.");
            }
            else if (!Fits(property, given.Value))
            {
                errors.Add(property.Name, $"Send {Expected(property.PropertyType)}.");
            }
        }

        foreach (var missing in known.Where(property => property.IsRequired && !json.TryGetProperty(property.Name, out _)))
        {
            errors.Add(missing.Name, $"It is missing. Send {Expected(missing.PropertyType)}.");
        }

        return errors.Problem is { } problem ? (null, problem) : (json.Deserialize<T>(s_options), null);
    }

    private static bool Fits(JsonPropertyInfo property, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return property.IsSetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;
        }

        try
        {
            return value.Deserialize(property.PropertyType, s_options) is var read && (read is not string text || !text.Contains('\0', StringComparison.Ordinal));
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException) // the latter for half a surrogate pair
        {
            return false;
        }
    }

    private static string Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? "a text"
            : type == typeof(bool) ? "true or false"
            : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}"
            : type.IsPrimitive ? "a number"
            : type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? "a list of texts"
            : "an object";
    }
}
