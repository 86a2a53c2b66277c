using System.Linq.Expressions;
using System.Reflection;
using LeadStudio.Core.Common;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Facts.Binding;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Answers up to 64 rules for one lead: bit i says whether rule i holds.</summary>
/// <param name="texts">The lead's folded texts by slot.</param>
/// <param name="numbers">The lead's numbers by slot.</param>
/// <param name="asOf">The instant at which it is asked, in UTC microseconds.</param>
internal delegate ulong RuleWord(string?[] texts, double[] numbers, double asOf);

/// <summary>Compiles up to 64 bound conditions into one delegate without branches between rules and without allocation.</summary>
internal sealed class RuleWordCompiler
{
    /// <summary>Longer lists of texts are looked up in a set instead.</summary>
    private const int MaximumKeys = 16;

    private static readonly MethodInfo s_keyOf = Method(TextKey.Of);
    private static readonly MethodInfo s_same = Method<Func<string?, string?, bool>>(string.Equals);
    private static readonly MethodInfo s_contains = Method<Func<string, string, bool>>(Contains);
    private static readonly MethodInfo s_matches = Method<Func<TextMatcher, string, bool>>(Matches);
    private static readonly MethodInfo s_inSet = ((Func<double, bool>)new CodeSet([]).Contains).Method;

    private readonly ParameterExpression _texts = Expression.Parameter(typeof(string?[]), "texts");
    private readonly ParameterExpression _numbers = Expression.Parameter(typeof(double[]), "numbers");
    private readonly ParameterExpression _asOf = Expression.Parameter(typeof(double), "asOf");
    private readonly Dictionary<(string Kind, int Slot), ParameterExpression> _locals = [];
    private readonly List<Expression> _body = [];

    private RuleWordCompiler()
    {
    }

    public static RuleWord Compile(IReadOnlyList<BoundCondition> rules) => new RuleWordCompiler().Build(rules);

    private static bool Matches(TextMatcher matcher, string text) => matcher.Matches(text);

    private static bool Contains(string text, string value) => text.Contains(value, StringComparison.Ordinal);

    private RuleWord Build(IReadOnlyList<BoundCondition> rules)
    {
        var word = Expression.Variable(typeof(ulong), "word");
        var sets = new List<Expression>();
        for (var rule = 0; rule < rules.Count; rule++)
        {
            var bit = Expression.Condition(Emit(rules[rule]), Expression.Constant(1UL << rule), Expression.Constant(0UL));
            sets.Add(Expression.OrAssign(word, bit));
        }

        _body.AddRange(sets);
        _body.Add(word);
        var block = Expression.Block(_locals.Values.Append(word), _body);
        return Expression.Lambda<RuleWord>(block, _texts, _numbers, _asOf).Compile();
    }

    private Expression Emit(BoundCondition condition) => condition switch
    {
        BoundConstant constant => Expression.Constant(constant.Value),
        BoundNot not => Expression.Not(Emit(not.Item)),
        BoundAll all => Join(all.Items, Expression.And, Expression.AndAlso),
        BoundAny any => Join(any.Items, Expression.Or, Expression.OrElse),
        MissingTest { Slot.Kind: SlotKind.Text } missing => Expression.ReferenceEqual(Text(missing.Slot.Index), Expression.Constant(null)),
        MissingTest missing => IsMissing(Number(missing.Slot.Index)),
        NumberTest test => EmitNumber(test),
        CodeTest test => EmitCode(test),
        TextTest test => EmitText(test),
        _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
    };

    // What one instruction answers is joined without a branch, because on real leads a branch is hard to predict; what
    // takes a call comes last and only where it still matters.
    private Expression Join(ValueList<BoundCondition> items, Func<Expression, Expression, Expression> eager, Func<Expression, Expression, Expression> lazy)
    {
        var cheap = items.Where(IsCheap).Select(Emit).ToArray();
        var costly = items.Where(item => !IsCheap(item)).Select(Emit);
        return (cheap.Length > 0 ? costly.Prepend(cheap.Aggregate(eager)) : costly).Aggregate(lazy);
    }

    private static bool IsCheap(BoundCondition condition) => condition switch
    {
        BoundNot not => IsCheap(not.Item),
        BoundAll all => all.Items.All(IsCheap),
        BoundAny any => any.Items.All(IsCheap),
        TextTest test => test.Kind is TextTestKind.Is && test.Values.Count <= MaximumKeys && test.Values.All(value => value.Length <= TextKey.ExactLength),
        CodeTest => false,
        _ => true,
    };

    private Expression EmitNumber(NumberTest test)
    {
        var number = Number(test.Slot);
        var low = double.IsNegativeInfinity(test.Low) ? null : End(test.Low, test.Moves);
        var high = double.IsPositiveInfinity(test.High) ? null : End(test.High, test.Moves);
        return (low, high, test.Outside) switch
        {
            (null, null, true) => Expression.Constant(false),
            (null, null, false) => Expression.Not(IsMissing(number)),
            (null, { } end, true) => Expression.GreaterThan(number, end),
            (null, { } end, false) => Expression.LessThanOrEqual(number, end),
            ({ } end, null, true) => Expression.LessThan(number, end),
            ({ } end, null, false) => Expression.GreaterThanOrEqual(number, end),
            ({ } first, { } last, true) => Expression.Or(Expression.LessThan(number, first), Expression.GreaterThan(number, last)),
            ({ } first, { } last, false) => Expression.And(Expression.GreaterThanOrEqual(number, first), Expression.LessThanOrEqual(number, last)),
        };
    }

    private Expression End(double value, bool moves) => moves ? Expression.Add(_asOf, Expression.Constant(value)) : Expression.Constant(value);

    private Expression EmitCode(CodeTest test)
    {
        var number = Number(test.Slot);
        var inside = Expression.Call(Expression.Constant(test.Codes), s_inSet, number);
        return test.Outside ? Expression.Not(Expression.OrElse(IsMissing(number), inside)) : inside;
    }

    private Expression EmitText(TextTest test)
    {
        var text = Text(test.Slot);
        var isMissing = Expression.ReferenceEqual(text, Expression.Constant(null));
        if (test.Values.Count == 0)
        {
            return test.Outside ? Expression.Not(isMissing) : Expression.Constant(false);
        }

        if (test.Kind is TextTestKind.Is && test.Values.Count <= MaximumKeys)
        {
            var same = EmitSame(test.Slot, test.Values);
            return test.Outside ? Expression.Not(Expression.Or(isMissing, same)) : same;
        }

        Expression inside = test.Kind switch
        {
            TextTestKind.Contains when test.Values.Count == 1 => Expression.Call(s_contains, text, Expression.Constant(test.Values[0])),
            _ => Expression.Call(s_matches, Expression.Constant(TextMatcher.For(test), typeof(TextMatcher)), text),
        };
        return test.Outside ? Expression.Not(Expression.OrElse(isMissing, inside)) : Expression.AndAlso(Expression.Not(isMissing), inside);
    }

    // Keys decide about short texts; a long text whose key fits is compared in full.
    private Expression EmitSame(int slot, ValueList<string> values)
    {
        Expression SameKey(string value) => Expression.Equal(Key(slot), Expression.Constant(TextKey.Of(value)));
        Expression Same(string value) => Expression.AndAlso(SameKey(value), Expression.Call(s_same, Text(slot), Expression.Constant(value)));
        var exact = values.Where(value => value.Length <= TextKey.ExactLength).Select(SameKey).ToArray();
        var others = values.Where(value => value.Length > TextKey.ExactLength).Select(Same);
        return (exact.Length > 0 ? others.Prepend(exact.Aggregate(Expression.Or)) : others).Aggregate(Expression.OrElse);
    }

    private static BinaryExpression IsMissing(Expression number) => Expression.NotEqual(number, number);

    private ParameterExpression Text(int slot) => Local("text", slot, typeof(string), () => Expression.ArrayIndex(_texts, Expression.Constant(slot)));

    private ParameterExpression Number(int slot) => Local("number", slot, typeof(double), () => Expression.ArrayIndex(_numbers, Expression.Constant(slot)));

    private ParameterExpression Key(int slot) => Local("key", slot, typeof(ulong), () => Expression.Call(s_keyOf, Text(slot)));

    // Each slot is read once, before the first rule.
    private ParameterExpression Local(string kind, int slot, Type type, Func<Expression> read)
    {
        if (_locals.TryGetValue((kind, slot), out var known))
        {
            return known;
        }

        var value = read();
        var local = Expression.Variable(type, $"{kind}{slot}");
        _locals.Add((kind, slot), local);
        _body.Add(Expression.Assign(local, value));
        return local;
    }

    private static MethodInfo Method(Func<string?, ulong> function) => function.Method;

    private static MethodInfo Method<T>(T function)
        where T : Delegate => function.Method;
}
