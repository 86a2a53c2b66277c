using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Facts.Binding;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>The comparisons that a set of rules needs from a table, each once, and how rules are made of their answers.</summary>
internal sealed class ColumnProgram
{
    /// <summary>The rows that are worked on together: the bits of one vector of eight words.</summary>
    public const int BlockRows = 512;

    private readonly Dictionary<BoundCondition, int> _indexOf = [];
    private readonly List<ColumnTest> _tests = [];
    private readonly FactTable _table;
    private readonly Node[] _rules;

    public ColumnProgram(IReadOnlyList<BoundCondition> rules, FactTable table)
    {
        _table = table;
        _rules = [.. rules.Select(Plan)];
    }

    private enum Join
    {
        Test,
        All,
        Any,
        Not,
    }

    public int Tests => _tests.Count;

    public int Rules => _rules.Length;

    /// <summary>Answers all comparisons for a block of rows.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="rows">The number of rows, at most <see cref="BlockRows"/>.</param>
    /// <param name="asOf">The instant at which it is asked.</param>
    /// <param name="answers">Takes for each test a bit per row.</param>
    public void RunTests(int first, int rows, double asOf, Span<Vector512<ulong>> answers)
    {
        for (var test = 0; test < _tests.Count; test++)
        {
            _tests[test].Fill(first, rows, asOf, MemoryMarshal.Cast<Vector512<ulong>, ulong>(answers.Slice(test, 1)));
        }
    }

    /// <summary>Joins the answers to the rules.</summary>
    /// <param name="answers">The answers of the tests.</param>
    /// <param name="held">Takes for each rule a bit per row: whether the rule holds there.</param>
    public void RunRules(ReadOnlySpan<Vector512<ulong>> answers, Span<Vector512<ulong>> held)
    {
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            held[rule] = Run(_rules[rule], answers);
        }
    }

    private static Vector512<ulong> Run(Node node, ReadOnlySpan<Vector512<ulong>> answers)
    {
        switch (node.Join)
        {
            case Join.Test:
                return answers[node.Test];
            case Join.Not:
                return ~Run(node.Items[0], answers);
            case Join.All:
                var all = Vector512<ulong>.AllBitsSet;
                foreach (var item in node.Items)
                {
                    all &= Run(item, answers);
                }

                return all;
            case Join.Any:
                var any = Vector512<ulong>.Zero;
                foreach (var item in node.Items)
                {
                    any |= Run(item, answers);
                }

                return any;
            default:
                throw new InvalidOperationException($"Unknown join {node.Join}.");
        }
    }

    private Node Plan(BoundCondition condition)
    {
        switch (condition)
        {
            case BoundAll all:
                return new Node(Join.All, 0, [.. all.Items.Select(Plan)]);
            case BoundAny any:
                return new Node(Join.Any, 0, [.. any.Items.Select(Plan)]);
            case BoundNot not:
                return new Node(Join.Not, 0, [Plan(not.Item)]);
            default:
                if (!_indexOf.TryGetValue(condition, out var index))
                {
                    index = _tests.Count;
                    _indexOf.Add(condition, index);
                    _tests.Add(MakeTest(condition));
                }

                return new Node(Join.Test, index, []);
        }
    }

    private ColumnTest MakeTest(BoundCondition condition) => condition switch
    {
        BoundConstant constant => new ConstantColumnTest(constant.Value),
        MissingTest { Slot: { Kind: SlotKind.Text } slot } => new MissingTextColumnTest(_table.Text(slot.Index).Codes),
        MissingTest { Slot: var slot } => new MissingNumberColumnTest(_table.Number(slot.Index).Values),
        NumberTest test => new IntervalColumnTest(_table.Number(test.Slot).Values, test),
        CodeTest test => new CodeColumnTest(_table.Number(test.Slot).Values, test),
        TextTest test => TextColumnTests.For(_table.Text(test.Slot), test),
        _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
    };

    private sealed record Node(Join Join, int Test, Node[] Items);
}
