using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Features.Scoring;

/// <summary>The changes that the form makes to scorecards; each gives a new one.</summary>
internal static class ScorecardEdits
{
    private const int NewPoints = 5;

    public static Scorecard WithGroup(this Scorecard card, int group, Func<RuleGroup, RuleGroup> change) =>
        card with { Groups = [.. card.Groups.Select((item, index) => index == group ? change(item) : item)] };

    public static Scorecard WithRule(this Scorecard card, string key, Func<Rule, Rule> change) =>
        card.WithRules(rules => rules.Select(rule => rule.Key == key ? change(rule) : rule));

    public static Scorecard AddGroup(this Scorecard card)
    {
        var left = ScorecardLimits.Score - card.Groups.Sum(group => group.Cap);
        var group = new RuleGroup(
            Free("group", card.Groups.Select(item => item.Key)), FreeName("New group", card.Groups.Select(item => item.Name)), Axis.None, Math.Max(1, left), []);
        return card with { Groups = [.. card.Groups, group] };
    }

    public static Scorecard RemoveGroup(this Scorecard card, int group) => card with { Groups = [.. card.Groups.Where((_, index) => index != group)] };

    /// <summary>Adds a rule at the end of a group.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="group">The group's index.</param>
    /// <param name="condition">Whom it means.</param>
    /// <param name="key">The new rule's key.</param>
    public static Scorecard AddRule(this Scorecard card, int group, Condition condition, out string key)
    {
        var rule = new Rule(Free("rule", Keys(card)), FreeName("New rule", Names(card)), condition, NewPoints);
        key = rule.Key;
        return card.WithGroup(group, item => item with { Rules = [.. item.Rules, rule] });
    }

    public static Scorecard RemoveRule(this Scorecard card, string key) => card.WithRules(rules => rules.Where(rule => rule.Key != key));

    /// <summary>Puts a copy of a rule after it.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="key">The rule.</param>
    /// <param name="copyKey">The copy's key.</param>
    public static Scorecard DuplicateRule(this Scorecard card, string key, out string copyKey)
    {
        var free = copyKey = Free("rule", Keys(card));
        return card.WithRules(rules => rules.SelectMany(rule => rule.Key == key
            ? new[] { rule, rule with { Key = free, Name = FreeName(rule.Name, Names(card)) } }
            : [rule]));
    }

    /// <summary>Moves a rule up or down; beyond the end of its group it goes to the next one.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="key">The rule.</param>
    /// <param name="step">-1 for up, 1 for down.</param>
    public static Scorecard MoveRule(this Scorecard card, string key, int step)
    {
        var (group, at) = Find(card, key);
        var rules = card.Groups[group].Rules.ToList();
        var target = at + step;
        if (target >= 0 && target < rules.Count)
        {
            (rules[at], rules[target]) = (rules[target], rules[at]);
            return card.WithGroup(group, item => item with { Rules = [.. rules] });
        }

        var other = group + step;
        return other < 0 || other >= card.Groups.Count ? card : card.MoveRuleTo(key, other, atEnd: step < 0);
    }

    public static Scorecard MoveRuleTo(this Scorecard card, string key, int group, bool atEnd = true)
    {
        var (from, at) = Find(card, key);
        if (from == group)
        {
            return card;
        }

        var rule = card.Groups[from].Rules[at];
        return card.RemoveRule(key).WithGroup(group, item => item with { Rules = atEnd ? [.. item.Rules, rule] : [rule, .. item.Rules] });
    }

    private static Scorecard WithRules(this Scorecard card, Func<IEnumerable<Rule>, IEnumerable<Rule>> change) =>
        card with { Groups = [.. card.Groups.Select(group => group with { Rules = ValueList.From(change(group.Rules)) })] };

    private static (int Group, int At) Find(Scorecard card, string key) =>
        card.Groups.SelectMany((group, index) => group.Rules.Select((rule, at) => (rule.Key, Group: index, At: at)))
            .Where(place => place.Key == key)
            .Select(place => (place.Group, place.At))
            .First();

    private static IEnumerable<string> Keys(Scorecard card) => card.Rules().Select(rule => rule.Rule.Key);

    private static IEnumerable<string> Names(Scorecard card) => card.Rules().Select(rule => rule.Rule.Name);

    private static string Free(string start, IEnumerable<string> taken)
    {
        var keys = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue - 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"{start}-{number}")).First(key => !keys.Contains(key));
    }

    private static string FreeName(string start, IEnumerable<string> taken)
    {
        var names = taken.Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue - 1)
            .Select(number => number == 1 ? start : string.Create(CultureInfo.InvariantCulture, $"{start} ({number})"))
            .First(name => !names.Contains(Folding.Fold(name)));
    }
}
