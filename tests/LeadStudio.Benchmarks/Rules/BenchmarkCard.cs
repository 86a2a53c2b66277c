using System.Text.Json;
using System.Text.Json.Nodes;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Benchmarks.Rules;

/// <summary>The 20 rules of the benchmark, as a scorecard and as the peer's JSON.</summary>
internal static class BenchmarkCard
{
    private static readonly (int Points, string When)[] s_rules =
    [
        (15, "employees >= 200 and employees < 5000"),
        (10, "employees >= 5000"),
        (12, "industry in (Software, Finance, Healthcare)"),
        (8, "country in (US, GB, DE, FR, NL, CA, AU)"),
        (20, "title contains VP or title contains Director or title contains Head"),
        (25, "title is CEO or title is CTO"),
        (-15, "title contains Student or title contains Intern"),
        (-10, "email contains @gmail.com or email contains @yahoo.com or email contains @hotmail.com"),
        (30, "demoRequestedAt in last 30 days"),
        (10, "lastActivityAt in last 7 days and pageViews30d >= 5"),
        (5, "lastActivityAt in last 30 days"),
        (-20, "lastActivityAt is empty or unsubscribed is true"),
        (8, "pageViews30d >= 20"),
        (6, "emailOpens30d >= 5 and emailClicks30d >= 1"),
        (12, "source in (referral, partner, webinar) and lifecycle is not subscriber"),
        (-25, "source is list_purchase"),
        (10, "revenue >= 1000000 and country is US"),
        (-5, "phone is empty and demoRequestedAt is empty"),
        (18, "lifecycle in (mql, sql, opportunity) and emailClicks30d > 2 and pageViews30d > 10"),
        (7, "industry is Manufacturing or revenue > 50000000 or employees > 10000"),
    ];

    /// <summary>Makes the scorecard: one group with a cap of 100.</summary>
    public static Scorecard Make()
    {
        var rules = s_rules.Select((rule, index) => new Rule(
            $"R{index + 1:00}",
            rule.When,
            ConditionText.Parse(rule.When).Value ?? throw new InvalidOperationException($"{rule.When} does not read."),
            rule.Points));
        return new Scorecard([new RuleGroup("all", "All", Axis.None, 100, ValueList.From(rules))], BandCuts.Default);
    }

    /// <summary>Writes the same rules for the peer.</summary>
    public static string ToPeerJson() => new JsonObject
    {
        ["asOf"] = BenchmarkLeads.AsOfSeconds,
        ["rules"] = new JsonArray([.. Make().Groups[0].Rules.Select(ToPeerRule)]),
    }.ToJsonString();

    private static JsonObject ToPeerRule(Rule rule)
    {
        var (name, items) = rule.Condition switch
        {
            AnyCondition any => ("any", any.Items),
            AllCondition all => ("all", all.Items),
            var single => ("all", (ValueList<Condition>)[single]),
        };
        return new JsonObject { ["points"] = rule.Points, [name] = new JsonArray([.. items.Cast<Predicate>().Select(ToPeerPredicate)]) };
    }

    private static JsonObject ToPeerPredicate(Predicate predicate)
    {
        var values = predicate.Operands.Select(operand => JsonSerializer.SerializeToNode<object>(operand.Kind switch
        {
            OperandKind.Number => operand.Number,
            OperandKind.Boolean => operand.Number != 0,
            _ => operand.ToString(),
        })).ToArray();
        var op = predicate.Operator switch
        {
            Operator.Is => "eq",
            Operator.IsNot => "neq",
            Operator.IsOneOf => "in",
            Operator.Contains => "contains",
            Operator.AtLeast => "gte",
            Operator.GreaterThan => "gt",
            Operator.LessThan => "lt",
            Operator.InLastDays => "withinDays",
            Operator.IsEmpty => "missing",
            var other => throw new InvalidOperationException($"The peer script does not know {other}."),
        };
        return new JsonObject { ["f"] = predicate.Field, ["op"] = op, ["v"] = predicate.Operator is Operator.IsOneOf ? new JsonArray(values) : values.FirstOrDefault() };
    }
}
