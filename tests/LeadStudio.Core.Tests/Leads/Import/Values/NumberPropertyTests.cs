using System.Globalization;
using FsCheck.Xunit;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Tests.Leads.Import.Values;

public sealed class NumberPropertyTests
{
    private static readonly (string Letter, int Power)[] s_letters = [("", 0), ("K", 3), ("M", 6), ("b", 9), (" k", 3), ("%", 0)];

    /// <summary>Whatever a spreadsheet puts around a number, it is the double nearest to its digits: nothing is rounded twice.</summary>
    [Property(MaxTest = 500)]
    public void TryParse_AsSpreadsheetsWriteIt_IsTheNearestDouble(int units, byte cents, byte style)
    {
        var mark = style % 2 == 0 ? DecimalMark.Point : DecimalMark.Comma;
        var (letter, power) = s_letters[style % s_letters.Length];
        var currency = (style / 8) switch { 0 => "$", 1 => "€ ", 2 => "EUR ", 3 => "", _ => "CHF " };
        var digits = Math.Abs((long)units);
        var grouped = digits.ToString("N0", CultureInfo.InvariantCulture);
        var text = mark == DecimalMark.Point ? $"{grouped}.{cents:000}" : $"{grouped.Replace(',', '.')},{cents:000}";
        text = units < 0 ? $"({currency}{text}{letter})" : $"{currency}{text}{letter}";

        var isNumber = NumberParser.TryParse(text, mark, out var value);

        var expected = double.Parse($"{(units < 0 ? "-" : "")}{digits}.{cents:000}e{power}", CultureInfo.InvariantCulture);
        Assert.True(isNumber, text);
        Assert.Equal(expected, value);
    }

    /// <summary>A whole number is kept to the last digit, or not taken at all.</summary>
    [Property(MaxTest = 500)]
    public void TryParse_WholeNumber_IsExactOrRefused(long number, bool spaced)
    {
        var text = number.ToString(spaced ? "#,0" : "0", CultureInfo.InvariantCulture);

        Assert.Equal((double)number is < 9.2e18 and > -9.2e18 && (long)(double)number == number, NumberParser.TryParse(text, DecimalMark.Point, out var value));
        Assert.True(value == 0 || value.Equals((double)number));
    }
}
