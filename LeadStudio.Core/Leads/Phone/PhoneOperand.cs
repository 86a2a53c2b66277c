using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>What a condition compares phone numbers with: they are stored as <see cref="LeadPhone.Compared"/> gives them, and people type them in any way.</summary>
public static class PhoneOperand
{
    /// <summary>Gives the texts that a value stands for.</summary>
    /// <remarks>
    /// A whole number without a plus stands for that number in every country that gives it out: whose country is meant differs from lead to lead.
    /// In a part of a number the signs between the digits do not count, nor does the 0 that is dialled only inside a country.
    /// </remarks>
    /// <param name="comparison">The comparison.</param>
    /// <param name="value">The value as it was typed.</param>
    /// <returns>The texts; none where nothing is left of the value.</returns>
    public static IEnumerable<string> Values(Operator comparison, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return comparison is Operator.Is or Operator.IsNot or Operator.IsOneOf or Operator.IsNoneOf ? Whole(value) : [Part(comparison, value)];
    }

    /// <summary>Tells what leads somebody looks for who types a phone number.</summary>
    /// <param name="field">The key of the field.</param>
    /// <param name="search">What was typed.</param>
    /// <returns>The condition; null where it is no phone number, or too short to be told from other numbers.</returns>
    public static Condition? Search(string field, string search)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (PhoneText.Compact(search) is not { Length: >= 6 } digits)
        {
            return null;
        }

        var whole = new Predicate(field, Operator.Is, [Operand.From(search)]);
        return FromAbroad(digits)[0] == '+' ? new AnyCondition([whole, new Predicate(field, Operator.StartsWith, [Operand.From(search)])]) : whole;
    }

    private static IEnumerable<string> Whole(string value)
    {
        if (LeadPhone.Compared(value, region: null) is not { } compared)
        {
            return [];
        }

        return compared[0] == '+' || !value.Any(char.IsDigit)
            ? [compared]
            : PhoneNumbers.Shipped.Regions.Select(region => LeadPhone.Compared(value, region)!).Append(compared).Distinct(StringComparer.Ordinal);
    }

    private static string Part(Operator comparison, string value) => PhoneText.Compact(value) is not { } digits ? Folding.Fold(value)
        : comparison == Operator.EndsWith ? digits.TrimStart('+')
        : FromAbroad(digits) is ['+', ..] abroad ? abroad
        : comparison != Operator.StartsWith && digits[0] == '0' ? digits[1..]
        : digits;

    private static string FromAbroad(string digits) => digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..] : digits;
}
