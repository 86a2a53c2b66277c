using System.Globalization;
using System.Runtime.InteropServices;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>A phone number that was understood; whether it can exist is asked of <see cref="PhoneNumbers"/>.</summary>
/// <param name="CallingCode">The calling code of its country, 1 to 999.</param>
/// <param name="National">The number inside the country, without the zeros that it begins with.</param>
/// <param name="LeadingZeros">How many zeros it begins with (Italian numbers do).</param>
/// <param name="Extension">The extension behind it; null where there is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PhoneNumber(int CallingCode, ulong National, int LeadingZeros = 0, string? Extension = null)
{
    /// <summary>The longest text of <see cref="ToE164"/>, in characters.</summary>
    internal const int LongestE164 = 21;

    /// <summary>Writes the number as E.164 does: <c>+493012345678</c>; the extension is left out.</summary>
    /// <returns>The text.</returns>
    public string ToE164()
    {
        Span<char> text = stackalloc char[LongestE164];
        text[0] = '+';
        CallingCode.TryFormat(text[1..], out var length, provider: CultureInfo.InvariantCulture);
        return new string(text[..(1 + length + Digits(text[(1 + length)..]))]);
    }

    /// <summary>Writes the digits inside the country.</summary>
    /// <param name="digits">Room for them.</param>
    /// <returns>How many there are.</returns>
    internal int Digits(Span<char> digits)
    {
        digits[..LeadingZeros].Fill('0');
        National.TryFormat(digits[LeadingZeros..], out var length, provider: CultureInfo.InvariantCulture);
        return LeadingZeros + length;
    }
}
