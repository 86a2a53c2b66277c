using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Looks at one field of the closed leads: which of its values go with winning, and is it too good to be true.</summary>
internal sealed class FieldScout(FactCatalog catalog, FactTable table, bool[] won)
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

    private readonly ConditionWords _words = new(catalog);
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
        return rules.Exists(IsTelling) ? new(fact.Key, fact.Label, auc, Suspicion.Of(fact, table, won, auc), rules) : null;
    }

    private SuggestedRule Rule(FactDescription fact, ValueGroup group)
    {
        var wins = group.Rows.Count(row => won[row]);
        return new(fact.Key, group.Condition, Name(fact, group), AxisOf(fact), group.Rows.Length, wins, wins / (double)group.Rows.Length / _base)
        {
            Rows = group.Rows,
        };
    }

    private string Name(FactDescription fact, ValueGroup group)
    {
        var name = group.Name
            ?? (group.Condition is AllCondition { Items: [Predicate from, Predicate to] }
                ? $"{fact.Label} is {_words.Say(from)[(fact.Label.Length + " is at least ".Length)..]} to {_words.Say(to)[(fact.Label.Length + " is less than ".Length)..]}"
                : _words.Say(group.Condition));
        return name.Length <= ScorecardLimits.NameLength ? name : $"{name[..(ScorecardLimits.NameLength - 1)]}…";
    }

    // The interval of the rate must leave the rate of all aside.
    private bool IsTelling(SuggestedRule rule)
    {
        var interval = WilsonInterval.For(rule.Won, rule.Leads);
        return interval.Lower > _base * 1.05 || interval.Upper < _base * 0.95;
    }

    private static Axis AxisOf(FactDescription fact)
    {
        var label = Folding.Fold(fact.Label);
        return fact.Type == ColumnType.Date || s_engagementWords.Any(word => label.Contains(word, StringComparison.Ordinal)) ? Axis.Engagement : Axis.Fit;
    }
}
