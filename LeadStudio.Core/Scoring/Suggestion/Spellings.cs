using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Gives the folded texts of suggested rules the spelling back that most leads use: "müller gmbh" or "Müller GmbH".</summary>
internal sealed class Spellings
{
    private readonly FactCatalog _catalog;
    private readonly Dictionary<(string Field, bool IsWord, string Folded), Dictionary<string, int>> _counts = [];

    /// <summary>Notes which texts are asked for.</summary>
    /// <param name="catalog">The facts.</param>
    /// <param name="suggestion">Rules with folded texts.</param>
    public Spellings(FactCatalog catalog, ScorecardSuggestion suggestion)
    {
        _catalog = catalog;
        foreach (var predicate in suggestion.Fields.SelectMany(field => field.Rules).Select(rule => rule.Condition).OfType<Predicate>().Where(IsOfText))
        {
            foreach (var operand in predicate.Operands)
            {
                _counts.TryAdd(KeyOf(predicate, operand), new(StringComparer.Ordinal));
            }
        }
    }

    /// <summary>Gets the keys of the fields whose texts are asked for.</summary>
    public IReadOnlySet<string> Fields => _counts.Keys.Select(key => key.Field).ToHashSet(StringComparer.Ordinal);

    /// <summary>Counts a text of a lead.</summary>
    /// <param name="field">The key of its field.</param>
    /// <param name="text">The text as the lead has it.</param>
    public void Count(string field, string text)
    {
        Count((field, false, Folding.Fold(text)), text.Trim());
        foreach (var word in WordMatch.Words(text))
        {
            Count((field, true, Folding.Fold(word)), word);
        }
    }

    /// <summary>Spells the rules, and names them anew.</summary>
    /// <param name="suggestion">The suggestion.</param>
    /// <returns>The same in the leads' own words.</returns>
    public ScorecardSuggestion Spell(ScorecardSuggestion suggestion)
    {
        var names = new RuleNames(_catalog);
        SuggestedRule Respell(FieldSignal field, SuggestedRule rule)
        {
            if (rule.Condition is not Predicate predicate || !IsOfText(predicate))
            {
                return rule;
            }

            var condition = predicate with { Operands = [.. predicate.Operands.Select(operand => Best(predicate, operand))] };
            return rule with { Condition = condition, Name = names.Say(field.Label, condition) };
        }

        return suggestion with { Fields = [.. suggestion.Fields.Select(field => field with { Rules = [.. field.Rules.Select(rule => Respell(field, rule))] })] };
    }

    private static (string Field, bool IsWord, string Folded) KeyOf(Predicate predicate, Operand operand) =>
        (predicate.Field, predicate.Operator is Operator.HasWord, operand.ToString());

    private bool IsOfText(Predicate predicate) => predicate.Operands.Count > 0 && _catalog.Find(predicate.Field) is { Type: ColumnType.Text };

    private void Count((string Field, bool IsWord, string Folded) key, string spelling)
    {
        if (_counts.TryGetValue(key, out var spellings))
        {
            spellings[spelling] = spellings.GetValueOrDefault(spelling) + 1;
        }
    }

    private Operand Best(Predicate predicate, Operand operand) =>
        _counts.GetValueOrDefault(KeyOf(predicate, operand)) is { Count: > 0 } spellings
            ? spellings.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key
            : operand;
}
