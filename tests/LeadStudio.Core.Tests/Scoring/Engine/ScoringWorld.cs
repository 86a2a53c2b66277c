using FsCheck;
using FsCheck.Fluent;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Conditions;
using Rule = LeadStudio.Core.Scoring.Model.Rule;

namespace LeadStudio.Core.Tests.Scoring.Engine;

/// <summary>A random catalog, a random scorecard over it and random leads, with values missing.</summary>
/// <param name="Catalog">The facts.</param>
/// <param name="Card">The scorecard.</param>
/// <param name="Leads">Per lead the values by key: string, double, bool, DateTimeOffset, the label of an option or a list of labels.</param>
/// <param name="AsOf">The instant of all scores.</param>
public sealed record ScoringWorld(FactCatalog Catalog, Scorecard Card, IReadOnlyDictionary<string, object>[] Leads, DateTimeOffset AsOf)
{
    private static readonly DateTimeOffset s_asOf = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_texts =
        ["a", "B", "vp", "VP Sales", "Head of Sales", "Ärzte", "arzte", "ann@gmail.com", "bob@mail.gmail.com", "x@yahoo.com", "@gmail", "https://gmail.com/x", "software", "soft", "director", "cto, sales", "sales"];

    private static readonly string[] s_labels = ["Germany", "France", "Österreich", "Great Britain", "USA", "a"];

    public static Arbitrary<ScoringWorld> Worlds() => (
        from catalog in Catalogs()
        from card in Cards(catalog)
        from count in card.Rules().Count() > 250 ? Gen.Elements(1, 5, 65, 130) : Gen.Elements(1, 5, 63, 64, 65, 130, 600)
        from leads in Lead(catalog).ArrayOf(count)
        select new ScoringWorld(catalog, card, leads, s_asOf)).ToArbitrary();

    public LeadFacts FactsOf(IReadOnlyDictionary<string, object> lead)
    {
        var facts = new LeadFacts(Catalog);
        foreach (var fact in Catalog.Facts)
        {
            switch (lead.GetValueOrDefault(fact.Key))
            {
                case string text when fact.Type is ColumnType.Text:
                    facts.SetText(fact.Slot, text);
                    break;
                case string label:
                    facts.SetNumber(fact.Slot, fact.Options.Single(option => option.Label == label).Code);
                    break;
                case string[] labels:
                    facts.SetCodes(fact.Slot, [.. labels.Select(label => fact.Options.Single(option => option.Label == label).Code)]);
                    break;
                case double number:
                    facts.SetNumber(fact.Slot, number);
                    break;
                case bool truth:
                    facts.SetNumber(fact.Slot, truth ? 1 : 0);
                    break;
                case DateTimeOffset instant:
                    facts.SetInstant(fact.Slot, instant);
                    break;
            }
        }

        return facts;
    }

    private static Gen<FactCatalog> Catalogs() =>
        from types in Gen.Elements(Enum.GetValues<ColumnType>()).NonEmptyListOf()
        from codes in Gen.Elements(1, 5, 60, 64, 200).Select(gap => Enumerable.Range(0, s_labels.Length).Select(index => 1 + (index * gap)).ToArray())
        let options = ValueList.From(s_labels.Zip(codes, (label, code) => new ColumnOption(code, label)))
        select FactCatalog.For(types.Take(12).Select((type, index) =>
            new ColumnDescription($"f{index}", $"Field {index}", type, type is ColumnType.Choice or ColumnType.MultiChoice ? options : [])));

    private static Gen<Scorecard> Cards(FactCatalog catalog) =>
        from size in Sizes()
        from cards in Groups(catalog, size.Groups, size.Rules)
        from cuts in Gen.Choose(1, 100).Two().ArrayOf(2)
        select new Scorecard(
            cards,
            new BandCuts(
                Math.Max(cuts[0].Item1, cuts[0].Item2), Math.Min(cuts[0].Item1, cuts[0].Item2), Math.Max(cuts[1].Item1, cuts[1].Item2), Math.Min(cuts[1].Item1, cuts[1].Item2)));

    // Mostly such as people make, now and then one beyond a vector of groups, four words of rules, or the sums that 16 bits hold.
    private static Gen<(int Groups, int Rules)> Sizes() => Gen.Frequency(
        (12, Gen.Choose(1, 5).SelectMany(groups => Gen.Elements(0, 1, 4, 15, 40).Select(rules => (groups, rules)))),
        (1, Gen.Elements((17, 3), (100, 1), (33, 15), (1, 900), (ScorecardLimits.Groups, ScorecardLimits.Rules / ScorecardLimits.Groups))));

    private static Gen<ValueList<RuleGroup>> Groups(FactCatalog catalog, int groups, int rules) =>
        from axes in Gen.Elements(Enum.GetValues<Axis>()).ArrayOf(groups)
        from points in Points().SelectMany(value => value.ArrayOf(groups * rules))
        from conditions in ConditionGenerators.Tree(Predicates(catalog), depth: 2).ArrayOf(groups * rules)
        let cap = 100 / groups
        select ValueList.From(Enumerable.Range(0, groups).Select(at => new RuleGroup(
            $"g{at}",
            $"Group {at}",
            axes[at],
            at == 0 ? 100 - (cap * (groups - 1)) : cap,
            ValueList.From(Enumerable.Range(at * rules, rules).Select(rule => new Rule($"r{rule}", $"Rule {rule}", conditions[rule], points[rule]))))));

    private static Gen<Gen<int>> Points() =>
        Gen.Frequency((5, Gen.Constant(Gen.OneOf(Gen.Choose(-100, -1), Gen.Choose(1, 40)))), (1, Gen.Constant(Gen.Choose(90, 100))), (1, Gen.Constant(Gen.Choose(-100, -90))));

    // Mostly sensible predicates; now and then a field that is gone, an operator of another type, a value that cannot be read.
    private static Gen<Predicate> Predicates(FactCatalog catalog) =>
        from fact in Gen.Elements<FactDescription>([.. catalog.Facts])
        from form in Gen.Frequency(
            (9, Gen.Elements<OperatorDescription>([.. Operators.For(fact.Type)])),
            (1, Gen.Elements<OperatorDescription>([.. Operators.All])))
        from operands in ConditionGenerators.OperandsFor(form, Gen.Frequency((15, Values(fact.Type)), (1, Gen.Elements<Operand>("", "odd", 7, true))))
        from key in Gen.Frequency((19, Gen.Constant(fact.Key)), (1, Gen.Constant("gone")))
        select new Predicate(key, form.Operator, operands);

    private static Gen<Operand> Values(ColumnType type) => type switch
    {
        ColumnType.Text => Gen.Elements(s_texts).Select(Operand.From),
        ColumnType.Number => Gen.Choose(-3, 3).Select(number => Operand.From((double)number)),
        ColumnType.Boolean => Gen.Elements(true, false).Select(Operand.From),
        ColumnType.Date => Gen.Elements<Operand>("2025-12-31", "2026-01-01", "2026-01-01T12:00:00Z", "2025-12-25T00:00:00Z", "2026-01-20"),
        ColumnType.Choice or ColumnType.MultiChoice => Gen.Elements([.. s_labels, "germany", "unknown", "an"]).Select(Operand.From),
        _ => throw new InvalidOperationException($"Unknown type {type}."),
    };

    private static Gen<IReadOnlyDictionary<string, object>> Lead(FactCatalog catalog) =>
        Gen.CollectToArray(catalog.Facts, fact => Gen.Frequency((1, Gen.Constant<object?>(null)), (4, Value(fact.Type))))
            .Select(values => (IReadOnlyDictionary<string, object>)catalog.Facts.Zip(values)
                .Where(pair => pair.Second is not null)
                .ToDictionary(pair => pair.First.Key, pair => pair.Second!));

    private static Gen<object?> Value(ColumnType type) => type switch
    {
        ColumnType.Text => Gen.OneOf(Gen.Elements(s_texts), Gen.Choose(0, 10_000).Select(number => $"user{number}@gmail.com")).Select(text => (object?)text),
        ColumnType.Number => Gen.Choose(-6, 6).Select(number => (object?)(number / 2.0)),
        ColumnType.Boolean => Gen.Elements(true, false).Select(truth => (object?)truth),
        ColumnType.Date => from days in Gen.Choose(-70, 70)
                           from seconds in Gen.Elements(0, 0, 1, -1, 43_200)
                           select (object?)s_asOf.AddDays(days).AddSeconds(seconds),
        ColumnType.Choice => Gen.Elements(s_labels).Select(label => (object?)label),
        ColumnType.MultiChoice => Gen.Elements(s_labels).NonEmptyListOf().Select(labels => (object?)labels.Distinct(StringComparer.Ordinal).ToArray()),
        _ => throw new InvalidOperationException($"Unknown type {type}."),
    };
}
