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

    // Above this a field alone all but decides: in practice it was filled in after the outcome was known.
    private const double SuspiciousAuc = 0.9;

    // Names and addresses tell who somebody is, not what he is like.
    private static readonly HashSet<string> s_passedOver = new(StringComparer.Ordinal)
    {
        StandardFields.Email, StandardFields.ExternalId, StandardFields.FirstName, StandardFields.LastName, StandardFields.Phone,
        StandardFields.Website, StandardFields.Company, StandardFields.Domain, StandardFields.Stage, StandardFields.Owner, StandardFields.CreatedAt,
    };

    private static readonly string[] s_engagementWords =
    [
        "visit", "page", "time", "session", "activity", "open", "click", "seen", "download", "demo", "webinar", "trial", "response", "engage", "last",
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

        var values = ValueGroups.Of(fact, table, _least);
        if (values.Count < 2)
        {
            return null;
        }

        var auc = RankQuality.Auc([.. values.Select(value => (value.Rows.Count(row => won[row]), value.Rows.Length))]);
        var rules = values
            .Where(value => value.Condition is not null && value.Rows.Length >= _least)
            .Select(value => Rule(fact, value.Condition!, value.Rows))
            .Where(IsTelling)
            .OrderByDescending(rule => Math.Abs(Math.Log((rule.Won + 1.0) / (rule.Leads + 2.0) / _base)) * Math.Sqrt(rule.Leads))
            .Take(RulesPerField)
            .ToList();
        return rules.Count == 0 ? null : new(fact.Key, fact.Label, auc, Suspicion(fact, auc), rules);
    }

    private static string? Suspicion(FactDescription fact, double auc) =>
        auc < SuspiciousAuc ? null
        : $"{fact.Label} alone nearly decides the outcome ({auc * 100:0} % of pairs ranked right). It may have been filled in afterwards, when it can no longer foretell.";

    private SuggestedRule Rule(FactDescription fact, Condition condition, int[] rows)
    {
        var wins = rows.Count(row => won[row]);
        var name = _words.Say(condition);
        return new(fact.Key, condition, name.Length <= 100 ? name : $"{name[..99]}…", AxisOf(fact), rows.Length, wins, wins / (double)rows.Length / _base)
        {
            Rows = rows,
        };
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
