using System.Globalization;
using System.Xml.Linq;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>Reads the file that libphonenumber's data is kept in, <c>PhoneNumberMetadata.xml</c>.</summary>
internal static class PhoneMetadataXml
{
    private static readonly (string Name, PhoneNumberType Type)[] s_kinds =
    [
        ("fixedLine", PhoneNumberType.FixedLine), ("mobile", PhoneNumberType.Mobile), ("tollFree", PhoneNumberType.TollFree),
        ("premiumRate", PhoneNumberType.PremiumRate), ("sharedCost", PhoneNumberType.SharedCost), ("voip", PhoneNumberType.Voip),
        ("personalNumber", PhoneNumberType.PersonalNumber), ("pager", PhoneNumberType.Pager), ("uan", PhoneNumberType.CompanyWide),
        ("voicemail", PhoneNumberType.Voicemail),
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file.</param>
    /// <returns>The metadata.</returns>
    public static PhoneMetadata Read(Stream stream) =>
        new(XDocument.Load(stream).Descendants("territory").OrderByDescending(territory => (bool?)territory.Attribute("mainCountryForCode") ?? false).Select(Region));

    private static PhoneRegion Region(XElement territory)
    {
        var prefix = Text(territory.Attribute("nationalPrefix")?.Value);
        var kinds = s_kinds.Where(kind => territory.Element(kind.Name) is not null)
            .ToDictionary(kind => kind.Type, kind => Kind(territory.Element(kind.Name)!, Lengths(territory.Element(kind.Name)!)));
        return new PhoneRegion
        {
            Id = territory.Attribute("id")!.Value,
            CallingCode = (int)territory.Attribute("countryCode")!,
            InternationalPrefix = Text(territory.Attribute("internationalPrefix")?.Value) is { } abroad ? new(abroad) : null,
            NationalPrefix = (Text(territory.Attribute("nationalPrefixForParsing")?.Value) ?? prefix) is { } inside ? new(inside) : null,
            NationalPrefixRule = Text(territory.Attribute("nationalPrefixTransformRule")?.Value),
            LeadingDigits = Text(territory.Attribute("leadingDigits")?.Value) is { } leading ? new(leading) : null,
            All = Kind(territory.Element("generalDesc")!, AllLengths(territory)),
            Kinds = kinds,
            HidesMobiles = kinds.TryGetValue(PhoneNumberType.FixedLine, out var fixedLine)
                && kinds.TryGetValue(PhoneNumberType.Mobile, out var mobile) && mobile.Pattern.Expression == fixedLine.Pattern.Expression,
            Formats = [.. territory.Descendants("numberFormat").Select(format => Format(format, territory, prefix ?? ""))],
        };
    }

    private static PhoneKind Kind(XElement element, PhoneLengths lengths) => new(new(Text(element.Element("nationalNumberPattern")!.Value)!), lengths);

    private static PhoneLengths AllLengths(XElement territory)
    {
        var all = territory.Elements().Where(kind => kind.Name != "noInternationalDialling").Select(Lengths).ToList();
        var national = all.Aggregate(0u, (lengths, kind) => lengths | kind.National);
        return new(national, all.Aggregate(0u, (lengths, kind) => lengths | kind.LocalOnly) & ~national);
    }

    private static PhoneLengths Lengths(XElement kind) => kind.Element("possibleLengths") is { } lengths
        ? new(Bits(lengths.Attribute("national")!.Value), Bits(lengths.Attribute("localOnly")?.Value ?? ""))
        : default;

    // "7,[9-11]"
    private static uint Bits(string lengths)
    {
        var bits = 0u;
        foreach (var part in lengths.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Trim('[', ']').Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
            for (var length = ends[0]; length <= ends[^1]; length++)
            {
                bits |= length < 32 ? 1u << length : 0; // -1 says that there are none
            }
        }

        return bits;
    }

    private static PhoneFormat Format(XElement format, XElement territory, string prefix)
    {
        var national = format.Element("format")!.Value.Trim();
        var international = format.Element("intlFormat")?.Value.Trim();
        var rule = (format.Attribute("nationalPrefixFormattingRule") ?? territory.Attribute("nationalPrefixFormattingRule"))?.Value;
        return new PhoneFormat
        {
            Pattern = Text(format.Attribute("pattern")!.Value)!,
            LeadingDigits = format.Elements("leadingDigits").LastOrDefault() is { } leading ? new(Text(leading.Value)!) : null,
            National = national,
            International = international is null ? national : international == "NA" ? null : international,
            FirstGroup = rule?.Replace("$NP", prefix, StringComparison.Ordinal).Replace("$FG", "$1", StringComparison.Ordinal),
        };
    }

    // Long expressions are broken into lines.
    private static string? Text(string? expression) =>
        expression is null ? null : string.Concat(expression.Where(character => !char.IsWhiteSpace(character))) is { Length: > 0 } text ? text : null;
}
