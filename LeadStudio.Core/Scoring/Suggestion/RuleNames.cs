using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Names suggested rules by their conditions.</summary>
/// <param name="catalog">The facts.</param>
internal sealed class RuleNames(FactCatalog catalog)
{
    private const int LongestValue = 24; // characters in a list

    private readonly ConditionWords _words = new(catalog);

    /// <summary>Names a rule.</summary>
    /// <param name="label">The label of its field.</param>
    /// <param name="condition">Its condition.</param>
    /// <returns>The name, short enough for a scorecard.</returns>
    public string Say(string label, Condition condition)
    {
        var name = condition switch
        {
            Predicate { Operator: Operator.IsNoneOf } => $"{label} is something else",
            Predicate { Operator: Operator.IsOneOf, Operands: [var first, var second, _, _, ..] values } => $"{label} is {Short(first)}, {Short(second)} or {values.Count - 2} others",
            AllCondition { Items: [Predicate from, Predicate to] } =>
                $"{label} is {_words.Say(from)[(label.Length + " is at least ".Length)..]} to {_words.Say(to)[(label.Length + " is less than ".Length)..]}",
            _ => _words.Say(condition),
        };
        return name.Length <= ScorecardLimits.NameLength ? name : $"{name[..(ScorecardLimits.NameLength - 1)]}…";
    }

    private static string Short(Operand value) => value.ToString() is { Length: > LongestValue } text ? $"{text[..(LongestValue - 1)].TrimEnd()}…" : value.ToString();
}
