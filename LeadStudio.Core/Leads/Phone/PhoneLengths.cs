using System.Numerics;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>The lengths that numbers can have, in digits.</summary>
/// <param name="National">A bit for each length inside the country; 0 where they are not told.</param>
/// <param name="LocalOnly">A bit for each length that works inside a town only.</param>
internal readonly record struct PhoneLengths(uint National, uint LocalOnly)
{
    /// <summary>Judges a length.</summary>
    /// <param name="length">The number of digits.</param>
    /// <returns>How it fits.</returns>
    public LengthFit FitOf(int length) =>
        Has(LocalOnly, length) ? LengthFit.LocalOnly
        : Has(National, length) ? LengthFit.Fits
        : length < BitOperations.TrailingZeroCount(National) ? LengthFit.TooShort
        : length > 31 - BitOperations.LeadingZeroCount(National) ? LengthFit.TooLong
        : LengthFit.Between;

    /// <summary>Tells whether numbers inside the country have a length, or nothing is known of lengths.</summary>
    /// <param name="length">The number of digits.</param>
    /// <returns>Whether they do.</returns>
    public bool Allow(int length) => National == 0 || Has(National, length);

    private static bool Has(uint lengths, int length) => length < 32 && (lengths & (1u << length)) != 0;
}

/// <summary>How the length of a number fits its region.</summary>
internal enum LengthFit
{
    /// <summary>Numbers have this length.</summary>
    Fits,

    /// <summary>Numbers have this length inside a town.</summary>
    LocalOnly,

    /// <summary>It is shorter than all.</summary>
    TooShort,

    /// <summary>There are shorter and longer ones.</summary>
    Between,

    /// <summary>It is longer than all.</summary>
    TooLong,
}
