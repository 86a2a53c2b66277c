using System.Globalization;
using System.Text.Json;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>Reads the metadata that LeadStudio ships: that of libphonenumber-js, see NOTICE.</summary>
/// <remarks>Arrays whose places have a meaning, as libphonenumber-js's <c>metadata.js</c> (version 4 of the format) reads them.</remarks>
internal static class PackedPhoneMetadata
{
    // The order of the kinds in the file.
    private static readonly PhoneNumberType[] s_kinds =
    [
        PhoneNumberType.FixedLine, PhoneNumberType.Mobile, PhoneNumberType.TollFree, PhoneNumberType.PremiumRate, PhoneNumberType.PersonalNumber,
        PhoneNumberType.Voicemail, PhoneNumberType.CompanyWide, PhoneNumberType.Pager, PhoneNumberType.Voip, PhoneNumberType.SharedCost,
    ];

    /// <summary>Reads it.</summary>
    /// <returns>The metadata.</returns>
    public static PhoneMetadata Read()
    {
        using var stream = EmbeddedText.OpenPacked(typeof(PackedPhoneMetadata), "phone-metadata.json");
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        var countries = root.GetProperty("countries");
        var regions = root.GetProperty("country_calling_codes").EnumerateObject()
            .SelectMany(code => code.Value.EnumerateArray().Select(id => id.GetString()!))
            .Where(id => id != PhoneRegion.World)
            .Select(id => Region(id, countries.GetProperty(id)));
        var elsewhere = root.GetProperty("nonGeographic").EnumerateObject().Select(code => Region(PhoneRegion.World, code.Value));
        return new([.. regions, .. elsewhere]);
    }

    private static PhoneRegion Region(string id, JsonElement parts)
    {
        var all = Lengths(parts[3]);
        var hidesMobiles = Part(parts[11], 1) is { ValueKind: JsonValueKind.Array } mobile && Text(mobile, 0) is null;
        return new PhoneRegion
        {
            Id = id,
            CallingCode = int.Parse(parts[0].GetString()!, CultureInfo.InvariantCulture),
            InternationalPrefix = Text(parts, 1) is { } abroad ? new(abroad) : null,
            NationalPrefix = (Text(parts, 7) ?? Text(parts, 5)) is { } inside ? new(inside) : null,
            NationalPrefixRule = Text(parts, 8),
            LeadingDigits = Text(parts, 10) is { } leading ? new(leading) : null,
            All = new(new(parts[2].GetString()!), all),
            Kinds = Kinds(parts[11]),
            HidesMobiles = hidesMobiles,
            Formats = parts[4].ValueKind == JsonValueKind.Array ? [.. parts[4].EnumerateArray().Select(Format)] : [],
        };
    }

    // Where a kind has the lengths of all, they are left out.
    private static Dictionary<PhoneNumberType, PhoneKind> Kinds(JsonElement kinds)
    {
        var read = new Dictionary<PhoneNumberType, PhoneKind>();
        for (var i = 0; i < s_kinds.Length; i++)
        {
            if (Part(kinds, i) is { ValueKind: JsonValueKind.Array } kind && Text(kind, 0) is { } pattern)
            {
                read.Add(s_kinds[i], new(new(pattern), Part(kind, 1) is { ValueKind: JsonValueKind.Array } lengths ? Lengths(lengths) : default));
            }
        }

        return read;
    }

    private static PhoneFormat Format(JsonElement format)
    {
        var international = Text(format, 5);
        return new PhoneFormat
        {
            Pattern = format[0].GetString()!,
            LeadingDigits = Part(format, 2) is { ValueKind: JsonValueKind.Array } leading && leading.GetArrayLength() > 0 ? new(leading[leading.GetArrayLength() - 1].GetString()!) : null,
            National = format[1].GetString()!,
            FirstGroup = Text(format, 3),
            International = international == "NA" ? null : international ?? format[1].GetString()!,
        };
    }

    private static PhoneLengths Lengths(JsonElement lengths) => new(lengths.EnumerateArray().Aggregate(0u, (bits, length) => bits | (1u << length.GetInt32())), 0);

    // What is not there is the number 0, or beyond the end.
    private static JsonElement? Part(JsonElement parts, int index) =>
        parts.ValueKind == JsonValueKind.Array && index < parts.GetArrayLength() ? parts[index] : null;

    private static string? Text(JsonElement parts, int index) =>
        Part(parts, index) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } found ? found : null;
}
