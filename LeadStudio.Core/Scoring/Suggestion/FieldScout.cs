using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Looks at one field of the closed leads: which of its values go with winning, and is it too good to be true.</summary>
internal sealed class FieldScout(FactCatalog catalog, FactTable table, bool[] won, SourceStrata sources)
{
    private const int RulesPerField = 8;

    // Who somebody is, or what sales did with the lead, is not what the lead is like.
    private static readonly HashSet<string> s_passedOver = new(StringComparer.Ordinal)
    {
        StandardFields.Email, StandardFields.ExternalId, StandardFields.FirstName, StandardFields.LastName, StandardFields.Stage,
        StandardFields.Owner, StandardFields.CreatedAt,
    };

    private static readonly string[] s_engagementWords =
    [
        "visit", "page", "time", "session", "activity", "open", "click", "seen", "download", "demo request", "webinar", "trial", "response", "engage", "last", "duration",
    ];

    private readonly RuleNames _names = new(catalog);
    private readonly int _least = Math.Max(20, won.Length / 200);
    private readonly double _base = won.Count(isWon => isWon) / (double)won.Length;

    /// <summary>Looks at a field.</summary>
    /// <param name="fact">The field.</param>
    /// <returns>What it tells; null where it tells nothing.</returns>
    public FieldSignal? Look(FactDescription fact)
    {
        if (s_passedOver.Contains(fact.Key))
        {
            return null;
        }

        var groups = ValueGroups.Of(fact, table, won, _least);
        var auc = RankQuality.Auc([.. groups.Select(group => (group.Rows.Count(row => won[row]), group.Rows.Length))]);
        var rules = groups
            .Where(group => group.Rows.Length >= _least)
            .Select(group => Rule(fact, group))
            .OrderByDescending(rule => rule.Lift)
            .Take(RulesPerField)
            .ToList();
        var telling = rules.Where(IsTelling).ToHashSet();
        if (telling.Count == 0)
        {
            return null;
        }

        if (Suspicion.Of(fact, table, won, auc) is { } suspicion)
        {
            return new(fact.Key, fact.Label, auc, suspicion, rules);
        }

        var apparent = rules.Where(rule => (telling.Contains(rule) || IsOfPresence(rule)) && !sources.HoldsInside(rule.Rows)).ToHashSet();
        return telling.All(apparent.Contains)
            ? new(fact.Key, fact.Label, auc, sources.Complaint(fact, ValueGroups.Presence(fact, table).Filled), rules)
            : new(fact.Key, fact.Label, auc, null, [.. rules.Where(rule => !apparent.Contains(rule))]);
    }

    private SuggestedRule Rule(FactDescription fact, ValueGroup group)
    {
        var wins = group.Rows.Count(row => won[row]);
        return new(fact.Key, group.Condition, _names.Say(fact.Label, group.Condition), AxisOf(fact), group.Rows.Length, wins, wins / (double)group.Rows.Length / _base)
        {
            Rows = group.Rows,
        };
    }

    // The interval of the rate must leave the rate of all aside.
    private bool IsTelling(SuggestedRule rule)
    {
        var interval = WilsonInterval.For(rule.Won, rule.Leads);
        return interval.Lower > _base * 1.05 || interval.Upper < _base * 0.95;
    }

    private static bool IsOfPresence(SuggestedRule rule) => rule.Condition is Predicate { Operator: Operator.IsEmpty or Operator.IsNotEmpty };

    private static Axis AxisOf(FactDescription fact)
    {
        var label = Folding.Fold(fact.Label);
        return fact.Type == ColumnType.Date || s_engagementWords.Any(word => label.Contains(word, StringComparison.Ordinal)) ? Axis.Engagement : Axis.Fit;
    }
}
