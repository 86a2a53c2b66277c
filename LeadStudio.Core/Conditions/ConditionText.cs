using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>The text form of conditions: what people type into the filter box and what stands in the address of a view.</summary>
/// <remarks>
/// <c>country is DE and (employees &gt;= 200 or title contains vp) and not email matches gmail.com and createdAt in last 30 days
/// and phone is empty and industry in (Software, "Real estate")</c>. Keywords in any case; <c>=</c> and <c>!=</c> read as is and is
/// not; texts with spaces and keywords in double quotes, unusual keys in backticks, a backslash takes the next character as it
/// is. <c>all(…)</c> and <c>any(…)</c> are groups with any number of items, also none.
/// </remarks>
public static class ConditionText
{
    /// <summary>Reads a condition.</summary>
    /// <param name="text">The text, at most <see cref="ConditionLimits.TextLength"/> characters.</param>
    /// <returns>The condition, or a <see cref="ConditionTextError"/> with the place of the mistake.</returns>
    public static Result<Condition> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > ConditionLimits.TextLength)
        {
            return new ConditionTextError(ConditionLimits.TextLength, $"The filter is longer than {ConditionLimits.TextLength} characters; shorten it.");
        }

        try
        {
            return new FilterParser(FilterLexer.Read(text)).Parse();
        }
        catch (FilterSyntaxException problem)
        {
            return new ConditionTextError(problem.Column, problem.Message);
        }
    }

    /// <summary>Writes a condition so that <see cref="Parse"/> gives an equal one back.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The text.</returns>
    public static string Print(Condition condition) => FilterPrinter.Print(condition);
}
