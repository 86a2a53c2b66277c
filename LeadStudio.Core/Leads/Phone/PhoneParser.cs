using System.Globalization;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>Turns texts into phone numbers.</summary>
/// <remarks>
/// The algorithm of Google's libphonenumber (Apache-2.0, https://github.com/google/libphonenumber, PhoneNumberUtil.parse), which the
/// metadata is written for. Other ways give other numbers.
/// </remarks>
/// <param name="metadata">The numbers of the world.</param>
internal sealed class PhoneParser(PhoneMetadata metadata)
{
    private const int LeastDigits = 2;
    private const int MostDigits = 17;

    /// <summary>Parses a text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="defaultRegion">The region of numbers without a plus; null where that is unknown.</param>
    /// <param name="number">The number.</param>
    /// <returns>Why it is none; null where it is one.</returns>
    public PhoneProblem? Parse(ReadOnlySpan<char> text, PhoneRegion? defaultRegion, out PhoneNumber number)
    {
        number = default;
        Span<char> buffer = stackalloc char[PhoneText.Longest];
        if (PhoneText.Read(text, buffer, out var found) is { } unread)
        {
            return unread;
        }

        if (defaultRegion is null && !found.HasPlus)
        {
            return PhoneProblem.InvalidCountryCode;
        }

        ReadOnlySpan<char> digits = buffer[..found.Length];
        var problem = SplitCode(digits, found.HasPlus, defaultRegion, out var callingCode, out var national);
        if (problem == PhoneProblem.InvalidCountryCode && found.HasPlus)
        {
            problem = SplitCode(digits, hasPlus: false, defaultRegion, out callingCode, out national);
            problem = problem is null && callingCode == 0 ? PhoneProblem.InvalidCountryCode : problem;
        }

        if (problem is not null)
        {
            return problem;
        }

        var region = callingCode == 0 ? defaultRegion! : metadata.MainOf(callingCode)!;
        return Finish(region, national, found.Extension, out number);
    }

    private static PhoneProblem? Finish(PhoneRegion region, ReadOnlySpan<char> national, string? extension, out PhoneNumber number)
    {
        number = default;
        if (national.Length < LeastDigits)
        {
            return PhoneProblem.TooShort;
        }

        var bare = WithoutPrefix(region, national);
        if (region.All.Lengths.FitOf(bare.Length) is LengthFit.Fits or LengthFit.TooLong)
        {
            national = bare;
        }

        if (national.Length is < LeastDigits or > MostDigits)
        {
            return national.Length < LeastDigits ? PhoneProblem.TooShort : PhoneProblem.TooLong;
        }

        var zeros = Math.Min(national.IndexOfAnyExcept('0') is >= 0 and var first ? first : national.Length, national.Length - 1);
        number = new(region.CallingCode, ulong.Parse(national, NumberStyles.None, CultureInfo.InvariantCulture), zeros, extension);
        return null;
    }

    // A code of 0 says that the number is one inside the default region.
    private PhoneProblem? SplitCode(ReadOnlySpan<char> digits, bool hasPlus, PhoneRegion? region, out int callingCode, out ReadOnlySpan<char> national)
    {
        callingCode = 0;
        national = digits;
        if (hasPlus || HasInternationalPrefix(region, ref digits))
        {
            return digits.Length <= LeastDigits ? PhoneProblem.TooShortAfterPrefix
                : TakeCode(digits, out callingCode, out national) ? null
                : PhoneProblem.InvalidCountryCode;
        }

        if (region is not null && StartsWithCode(digits, region, out var rest))
        {
            var bare = WithoutPrefix(region, rest);
            var all = region.All.Pattern;
            if ((!all.Matches(digits) && all.Matches(bare)) || region.All.Lengths.FitOf(digits.Length) == LengthFit.TooLong)
            {
                callingCode = region.CallingCode;
                national = bare;
            }
        }

        return null;
    }

    private static bool HasInternationalPrefix(PhoneRegion? region, ref ReadOnlySpan<char> digits)
    {
        // No calling code begins with 0, so a 0 behind the prefix says that it is none.
        if (region?.InternationalPrefix?.LengthIn(digits) is not (>= 0 and var length) || (length < digits.Length && digits[length] == '0'))
        {
            return false;
        }

        digits = digits[length..];
        return true;
    }

    private static bool StartsWithCode(ReadOnlySpan<char> digits, PhoneRegion region, out ReadOnlySpan<char> rest)
    {
        Span<char> code = stackalloc char[3];
        region.CallingCode.TryFormat(code, out var length, provider: CultureInfo.InvariantCulture);
        var starts = digits.StartsWith(code[..length]);
        rest = starts ? digits[length..] : digits;
        return starts;
    }

    private bool TakeCode(ReadOnlySpan<char> digits, out int callingCode, out ReadOnlySpan<char> national)
    {
        callingCode = 0;
        national = digits;
        for (var length = 1; digits[0] != '0' && length <= Math.Min(3, digits.Length); length++)
        {
            callingCode = (callingCode * 10) + digits[length - 1] - '0';
            if (!metadata.Of(callingCode).IsEmpty)
            {
                national = digits[length..];
                return true;
            }
        }

        callingCode = 0;
        return false;
    }

    private static ReadOnlySpan<char> WithoutPrefix(PhoneRegion region, ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || region.NationalPrefix?.LengthIn(digits) is not (>= 0 and var length))
        {
            return digits;
        }

        var bare = region.NationalPrefixRule is { } rule && region.NationalPrefix.Transform(digits, rule) is { } transformed ? transformed : digits[length..];
        return region.All.Pattern.Matches(digits) && !region.All.Pattern.Matches(bare) ? digits : bare;
    }
}
