using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Facts.Binding;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Explains the score of one lead: which rule gave which points, and on what evidence.</summary>
/// <param name="compiled">The scorecard that gave the score.</param>
public sealed class Ledger(CompiledScorecard compiled)
{
    private readonly ConditionBinder _binder = new(compiled.Catalog);
    private readonly ConditionWords _words = new(compiled.Catalog);

    /// <summary>Lists the entries of a lead's score.</summary>
    /// <param name="facts">The lead's facts.</param>
    /// <param name="asOf">The instant of the score, in UTC microseconds.</param>
    /// <param name="source">Where the lead's values come from.</param>
    /// <returns>The entries by group; their points add up to the score exactly.</returns>
    public IReadOnlyList<LedgerEntry> Explain(LeadFacts facts, long asOf, IEvidenceSource source)
    {
        var mask = compiled.Score(facts, asOf).Mask;
        var entries = new List<LedgerEntry>();
        var first = 0;
        foreach (var group in compiled.Card.Groups)
        {
            var held = group.Rules.Where((_, index) => mask[first + index]).ToArray();
            entries.AddRange(held.Select(rule => ExplainRule(group, rule, facts, asOf, source)));
            entries.AddRange(ExplainLimit(group, held.Sum(rule => rule.Points)));
            first += group.Rules.Count;
        }

        return entries;
    }

    private static IEnumerable<LedgerEntry> ExplainLimit(RuleGroup group, int points) => points switch
    {
        < 0 => [new LedgerEntry(null, group.Name, -points, "Not below 0", [])],
        _ when points > group.Cap => [new LedgerEntry(null, group.Name, group.Cap - points, $"Capped at {group.Cap}", [])],
        _ => [],
    };

    private LedgerEntry ExplainRule(RuleGroup group, Rule rule, LeadFacts facts, long asOf, IEvidenceSource source)
    {
        var reason = ReasonOf(rule.Condition, facts, asOf);
        return new LedgerEntry(rule.Name, group.Name, rule.Points, _words.Say(reason), ValueList.From(reason.Fields().Select(source.Find)));
    }

    // Of "title contains VP or title contains Head" only what was found is a reason.
    private Condition ReasonOf(Condition condition, LeadFacts facts, long asOf)
    {
        switch (condition)
        {
            case AllCondition all:
                return new AllCondition(ValueList.From(all.Items.Select(item => ReasonOf(item, facts, asOf))));
            case AnyCondition any:
                var reasons = any.Items.Where(item => _binder.Bind(item).Holds(facts, asOf)).Select(item => ReasonOf(item, facts, asOf)).ToArray();
                return reasons.Length == 1 ? reasons[0] : new AnyCondition(ValueList.From(reasons));
            default:
                return condition;
        }
    }
}
