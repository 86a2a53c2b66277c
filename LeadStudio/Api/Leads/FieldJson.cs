using System.Text.Json;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Import;

namespace LeadStudio.Api.Leads;

/// <summary>Reads values of fields as JSON has them; the way back of <see cref="ValueJson"/>.</summary>
/// <param name="catalog">The fields.</param>
internal sealed class FieldJson(FieldCatalog catalog)
{
    // Of what leads and companies are found by, and of options; see imports.
    private const int LongestKey = 200;
    private static readonly string[] s_keys = [StandardFields.ExternalId, StandardFields.Company, StandardFields.Domain];
    private readonly Dictionary<Field, HashSet<string>> _newOptions = [];

    /// <summary>Gets the options that were named and are not there yet, by field.</summary>
    public IReadOnlyDictionary<Field, HashSet<string>> NewOptions => _newOptions;

    /// <summary>Reads a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="json">The value; null and an empty text clear the field.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <param name="values">Gets the value.</param>
    /// <param name="errors">Gets what is wrong with it.</param>
    public void Read(Field field, JsonElement json, string name, Dictionary<int, FieldValue> values, FieldErrors errors)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            values[field.Id] = FieldValue.Empty;
            return;
        }

        var (value, expected) = field.Type switch
        {
            FieldType.Text => Text(field, TextOf(json)),
            FieldType.Number => (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number) ? FieldValue.Of(number) : (FieldValue?)null, "a number"),
            FieldType.Boolean => (json.ValueKind is JsonValueKind.True or JsonValueKind.False ? FieldValue.Of(json.ValueKind == JsonValueKind.True) : (FieldValue?)null, "true or false"),
            FieldType.Date => (Instant(json) is { } instant ? FieldValue.Of(instant) : (FieldValue?)null, InstantExpected),
            FieldType.Choice => (TextOf(json) is { } text ? Option(field, text) : null, OptionExpected("the text of one option")),
            FieldType.MultiChoice => (Options(field, json), OptionExpected("a list of options' texts")),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "Unknown type of field."),
        };
        if (value is { } read)
        {
            values[field.Id] = read;
        }
        else
        {
            errors.Add(name, $"Send {expected}, or null for none.");
        }
    }

    /// <summary>What <see cref="Instant"/> reads, to end the sentence "Send …".</summary>
    public const string InstantExpected = "an instant such as \"2026-11-22T09:30:00Z\", or a day such as \"2026-11-22\"";

    /// <summary>Reads an instant.</summary>
    /// <param name="json">A text; without an offset it is in UTC, and a day is its beginning.</param>
    /// <returns>UTC microseconds; null where it is none.</returns>
    public static long? Instant(JsonElement json) => TextOf(json) is { } text && InstantRange.TryParse(text, out var range) ? range.First : null;

    private static (FieldValue? Value, string Expected) Text(Field field, string? text) =>
        text is null ? (null, "a text without the character U+0000")
        : field.Key == StandardFields.Email ? Email(text)
        : s_keys.Contains(field.Key) ? (text.Trim().Length <= LongestKey ? FieldValue.Of(field.Key == StandardFields.Domain ? text.Trim().ToLowerInvariant() : text.Trim()) : null, $"a text of at most {LongestKey} characters")
        : (FieldValue.Of(text), "");

    private static (FieldValue? Value, string Expected) Email(string text) =>
        (EmailAddress.Clean(text) is var address && (address.Length == 0 || EmailAddress.KeyOf(address) is not null) ? FieldValue.Of(address) : null, "an e-mail address");

    private static string OptionExpected(string what) => $"{what}, of at most {LongestKey} characters; a field has at most {ImportLimits.OptionsPerField} options";

    // Null too where half a surrogate pair is escaped, which no text can hold, and for a character that PostgreSQL does not keep.
    private static string? TextOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return json.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private FieldValue? Options(Field field, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var codes = new List<int>();
        foreach (var item in json.EnumerateArray())
        {
            if (TextOf(item) is not { } text || Option(field, text) is not { } option)
            {
                return null;
            }

            codes.AddRange(option.IsEmpty ? [] : [(int)option.Number]);
        }

        return FieldValue.OfCodes(codes);
    }

    // One that is not there yet has no code until it is added.
    private FieldValue? Option(Field field, string text)
    {
        var label = text.Trim();
        if (label.Length == 0)
        {
            return FieldValue.Empty;
        }

        if (catalog.FindOption(field, label) is { } known)
        {
            return FieldValue.Of(known.Code);
        }

        var added = _newOptions.GetValueOrDefault(field, []);
        if (label.Length > LongestKey || catalog.OptionsOf(field).Count + added.Count >= ImportLimits.OptionsPerField)
        {
            return null;
        }

        added.Add(label);
        _newOptions[field] = added;
        return FieldValue.Empty;
    }
}
