namespace LeadStudio.Core.Leads.Phone;

/// <summary>The numbers of a country, or of a part of the world that has a calling code.</summary>
internal sealed class PhoneRegion
{
    /// <summary>The id of what belongs to no country, such as satellite phones.</summary>
    public const string World = "001";

    // In this order the kinds are tried; fixed lines and mobiles come after all of them.
    private static readonly PhoneNumberType[] s_special =
    [
        PhoneNumberType.PremiumRate, PhoneNumberType.TollFree, PhoneNumberType.SharedCost, PhoneNumberType.Voip,
        PhoneNumberType.PersonalNumber, PhoneNumberType.Pager, PhoneNumberType.CompanyWide, PhoneNumberType.Voicemail,
    ];

    /// <summary>Gets the two letters of ISO 3166, or <see cref="World"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the calling code.</summary>
    public required int CallingCode { get; init; }

    /// <summary>Gets what is dialled before a number abroad.</summary>
    public PrefixPattern? InternationalPrefix { get; init; }

    /// <summary>Gets what is dialled before a number inside the country.</summary>
    public PrefixPattern? NationalPrefix { get; init; }

    /// <summary>Gets what the national prefix turns into; null where it just goes.</summary>
    public string? NationalPrefixRule { get; init; }

    /// <summary>Gets the first digits by which the region is told from others of its calling code.</summary>
    public DigitPattern? LeadingDigits { get; init; }

    /// <summary>Gets what all its numbers look like.</summary>
    public required PhoneKind All { get; init; }

    /// <summary>Gets what the numbers of each type look like.</summary>
    public required IReadOnlyDictionary<PhoneNumberType, PhoneKind> Kinds { get; init; }

    /// <summary>Gets a value indicating whether mobile numbers look like those of fixed lines.</summary>
    public bool HidesMobiles { get; init; }

    /// <summary>Gets the ways to write its numbers; none where those of the calling code's first region are used.</summary>
    public IReadOnlyList<PhoneFormat> Formats { get; init; } = [];

    /// <summary>Tells the type of a number.</summary>
    /// <param name="digits">The number inside the country.</param>
    /// <returns>The type; unknown where the region has no such numbers.</returns>
    public PhoneNumberType TypeOf(ReadOnlySpan<char> digits)
    {
        if (!All.Matches(digits))
        {
            return PhoneNumberType.Unknown;
        }

        foreach (var type in s_special)
        {
            if (IsOf(type, digits))
            {
                return type;
            }
        }

        if (IsOf(PhoneNumberType.FixedLine, digits))
        {
            return HidesMobiles || IsOf(PhoneNumberType.Mobile, digits) ? PhoneNumberType.FixedLineOrMobile : PhoneNumberType.FixedLine;
        }

        return !HidesMobiles && IsOf(PhoneNumberType.Mobile, digits) ? PhoneNumberType.Mobile : PhoneNumberType.Unknown;
    }

    /// <summary>Tells whether the region gives out a number: whether it has a type.</summary>
    /// <param name="digits">The number inside the country.</param>
    /// <returns>Whether it does; sooner than <see cref="TypeOf"/>, as nearly all numbers are fixed lines or mobiles.</returns>
    public bool Has(ReadOnlySpan<char> digits)
    {
        if (!All.Matches(digits))
        {
            return false;
        }

        if (IsOf(PhoneNumberType.FixedLine, digits) || (!HidesMobiles && IsOf(PhoneNumberType.Mobile, digits)))
        {
            return true;
        }

        foreach (var type in s_special)
        {
            if (IsOf(type, digits))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOf(PhoneNumberType type, ReadOnlySpan<char> digits) => Kinds.TryGetValue(type, out var kind) && kind.Matches(digits);
}

/// <summary>What some numbers of a region look like.</summary>
/// <param name="Pattern">The digits.</param>
/// <param name="Lengths">How many there are.</param>
internal sealed record PhoneKind(DigitPattern Pattern, PhoneLengths Lengths)
{
    /// <summary>Tells whether a number looks like this.</summary>
    /// <param name="digits">The number inside the country.</param>
    /// <returns>Whether it does.</returns>
    public bool Matches(ReadOnlySpan<char> digits) => Lengths.Allow(digits.Length) && Pattern.Matches(digits);
}
