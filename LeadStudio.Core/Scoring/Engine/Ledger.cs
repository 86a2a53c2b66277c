using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Facts.Binding;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Explains the scores of leads: which rule gave which points, and on what evidence. Thread-safe; make it once for each scorecard.</summary>
public sealed class Ledger
{
    private readonly CompiledScorecard _compiled;
    private readonly ConditionBinder _binder;
    private readonly ConditionWords _words;

    // Of each rule, in the scorecard's order.
    private readonly FindReason[] _reasons;

    /// <summary>Initializes a new instance of the <see cref="Ledger"/> class.</summary>
    /// <param name="compiled">The scorecard that gives the scores.</param>
    public Ledger(CompiledScorecard compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        _compiled = compiled;
        _binder = new(compiled.Catalog);
        _words = new(compiled.Catalog);
        _reasons = [.. compiled.Card.Rules().Select(item => ReasonOf(item.Rule.Condition))];
    }

    private delegate Condition FindReason(LeadFacts facts, long asOf);

    /// <summary>Lists the entries of a lead's score.</summary>
    /// <param name="facts">The lead's facts.</param>
    /// <param name="asOf">The instant of the score, in UTC microseconds.</param>
    /// <param name="source">Where the lead's values come from.</param>
    /// <returns>The entries by group; their points add up to the score exactly.</returns>
    public IReadOnlyList<LedgerEntry> Explain(LeadFacts facts, long asOf, IEvidenceSource source)
    {
        var mask = _compiled.Score(facts, asOf).Mask;
        var entries = new List<LedgerEntry>();
        var number = 0;
        foreach (var group in _compiled.Card.Groups)
        {
            var points = 0;
            foreach (var rule in group.Rules)
            {
                if (mask[number])
                {
                    points += rule.Points;
                    entries.Add(Explain(group, rule, _reasons[number](facts, asOf), source));
                }

                number++;
            }

            entries.AddRange(ExplainLimit(group, points));
        }

        return entries;
    }

    private static IEnumerable<LedgerEntry> ExplainLimit(RuleGroup group, int points) => points switch
    {
        < 0 => [new LedgerEntry(null, group.Name, -points, "Not below 0", [])],
        _ when points > group.Cap => [new LedgerEntry(null, group.Name, group.Cap - points, $"Capped at {group.Cap}", [])],
        _ => [],
    };

    private LedgerEntry Explain(RuleGroup group, Rule rule, Condition reason, IEvidenceSource source) =>
        new(rule.Name, group.Name, rule.Points, _words.Say(reason), ValueList.From(reason.Fields().Select(source.Find)));

    // Of "title contains VP or title contains Head" only what was found is a reason.
    private FindReason ReasonOf(Condition condition)
    {
        switch (condition)
        {
            case AllCondition all:
                var parts = all.Items.Select(ReasonOf).ToArray();
                return (facts, asOf) => new AllCondition(ValueList.From(parts.Select(find => find(facts, asOf))));
            case AnyCondition any:
                var items = any.Items.Select(item => (Bound: _binder.Bind(item), Find: ReasonOf(item))).ToArray();
                return (facts, asOf) =>
                {
                    var reasons = items.Where(item => item.Bound.Holds(facts, asOf)).Select(item => item.Find(facts, asOf)).ToArray();
                    return reasons.Length == 1 ? reasons[0] : new AnyCondition(ValueList.From(reasons));
                };
            default:
                return (_, _) => condition;
        }
    }
}
