namespace LeadStudio.Core.Leads.Phone;

/// <summary>Knows the phone numbers of the world: understands what people type, and tells what can be dialled.</summary>
public sealed class PhoneNumbers
{
    private static readonly Lazy<PhoneNumbers> s_shipped = new(() => new(PackedPhoneMetadata.Read()));
    private readonly PhoneMetadata _metadata;
    private readonly PhoneParser _parser;

    internal PhoneNumbers(PhoneMetadata metadata) => (_metadata, _parser) = (metadata, new(metadata));

    /// <summary>Gets the numbers as LeadStudio ships them; read when first asked for, in some milliseconds.</summary>
    public static PhoneNumbers Shipped => s_shipped.Value;

    /// <summary>Parses a text.</summary>
    /// <param name="text">What was typed: with or without a country, signs, words for digits, an extension.</param>
    /// <param name="defaultRegion">The region (two letters of ISO 3166) of numbers without a plus; null or unknown to none.</param>
    /// <param name="number">The number; it may still be one that nobody can have.</param>
    /// <returns>Why it is none; null where it is one.</returns>
    public PhoneProblem? Parse(ReadOnlySpan<char> text, string? defaultRegion, out PhoneNumber number) =>
        _parser.Parse(text, _metadata.Find(defaultRegion), out number);

    /// <summary>Tells whether there is such a region.</summary>
    /// <param name="region">Two letters, in any case.</param>
    /// <returns>Whether it has phone numbers.</returns>
    public bool Has(string region) => _metadata.Find(region) is not null;

    /// <summary>Gets the regions that have phone numbers, by their two letters.</summary>
    public IEnumerable<string> Regions => _metadata.Regions;

    /// <summary>Tells the region of a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The two letters of ISO 3166, <c>001</c> for satellites and the like; null where its calling code has more than one region and no number of them looks like this.</returns>
    public string? RegionOf(PhoneNumber number)
    {
        Span<char> digits = stackalloc char[PhoneNumber.LongestE164];
        return Find(number, digits[..number.Digits(digits)])?.Id;
    }

    /// <summary>Tells what a number is for.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The type; unknown where nobody can have it.</returns>
    public PhoneNumberType TypeOf(PhoneNumber number)
    {
        Span<char> digits = stackalloc char[PhoneNumber.LongestE164];
        digits = digits[..number.Digits(digits)];
        return Find(number, digits)?.TypeOf(digits) ?? PhoneNumberType.Unknown;
    }

    /// <summary>Tells whether somebody can have a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Whether a region gives out such numbers.</returns>
    public bool IsValid(PhoneNumber number)
    {
        Span<char> digits = stackalloc char[PhoneNumber.LongestE164];
        digits = digits[..number.Digits(digits)];
        var regions = _metadata.Of(number.CallingCode);
        foreach (var region in regions)
        {
            if (regions.Length > 1 && region.LeadingDigits is { } leading)
            {
                if (leading.MatchesStartOf(digits))
                {
                    return region.Has(digits);
                }
            }
            else if (region.Has(digits))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells whether a number has a length that numbers of its calling code have.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Whether it has.</returns>
    public bool IsPossible(PhoneNumber number)
    {
        Span<char> digits = stackalloc char[PhoneNumber.LongestE164];
        return _metadata.MainOf(number.CallingCode)?.All.Lengths.FitOf(number.Digits(digits)) is LengthFit.Fits or LengthFit.LocalOnly;
    }

    /// <summary>Writes a number for people.</summary>
    /// <param name="number">The number.</param>
    /// <param name="style">For whom.</param>
    /// <returns>The number in the groups that are usual in its country, with its extension.</returns>
    public string Format(PhoneNumber number, PhoneStyle style)
    {
        Span<char> buffer = stackalloc char[PhoneNumber.LongestE164];
        var digits = new string(buffer[..number.Digits(buffer)]);
        var isNational = style == PhoneStyle.National;
        var written = _metadata.MainOf(number.CallingCode)?.Formats.Select(format => format.Write(digits, isNational)).FirstOrDefault(text => text is not null) ?? digits;
        return $"{(isNational ? "" : $"+{number.CallingCode} ")}{written}{(number.Extension is null ? "" : $" ext. {number.Extension}")}";
    }

    private PhoneRegion? Find(PhoneNumber number, ReadOnlySpan<char> digits)
    {
        var regions = _metadata.Of(number.CallingCode);
        if (regions.Length == 1)
        {
            return regions[0];
        }

        foreach (var region in regions)
        {
            if (region.LeadingDigits is { } leading ? leading.MatchesStartOf(digits) : region.TypeOf(digits) != PhoneNumberType.Unknown)
            {
                return region;
            }
        }

        return null;
    }
}
