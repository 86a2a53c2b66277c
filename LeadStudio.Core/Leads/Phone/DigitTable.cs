using System.Runtime.InteropServices;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>A deterministic automaton over digits.</summary>
/// <remarks>Subset construction; M. O. Rabin, D. Scott, IBM J. Res. Dev. 3 (1959) 114-125.</remarks>
internal sealed class DigitTable
{
    /// <summary>The state from which nothing matches.</summary>
    public const int Dead = 0;

    /// <summary>The state before the first digit.</summary>
    public const int Start = 1;

    private readonly ushort[] _next;
    private readonly bool[] _accepts;

    private DigitTable(ushort[] next, bool[] accepts) => (_next, _accepts) = (next, accepts);

    /// <summary>Makes the table of an expression.</summary>
    /// <param name="expression">See <see cref="DigitPattern"/>.</param>
    /// <returns>The table.</returns>
    /// <exception cref="FormatException">The expression holds something else.</exception>
    public static DigitTable Of(string expression)
    {
        var steps = new DigitExpression(expression).Steps;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<int[]> { Array.Empty<int>() };
        var next = new List<ushort>(new ushort[10]);
        NumberOf([steps.Count - 1]);
        for (var state = Start; state < sets.Count; state++)
        {
            for (var digit = 0; digit < 10; digit++)
            {
                var reached = sets[state].Where(step => (steps[step].Digits & (1 << digit)) != 0).Select(step => steps[step].Next).ToList();
                next.Add(reached.Count == 0 ? (ushort)Dead : checked((ushort)NumberOf(reached)));
            }
        }

        return new([.. next], [.. sets.Select(set => set.Contains(DigitExpression.End))]);

        int NumberOf(List<int> reached)
        {
            var set = Closure(steps, reached);
            var key = new string(Array.ConvertAll(set, step => (char)step));
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var isKnown);
            if (!isKnown)
            {
                number = sets.Count;
                sets.Add(set);
            }

            return number;
        }
    }

    /// <summary>Gives the state after a digit.</summary>
    public int Next(int state, char digit) => _next[(state * 10) + digit - '0'];

    /// <summary>Tells whether what led to a state matches.</summary>
    public bool Accepts(int state) => _accepts[state];

    // All steps that are reached without a further digit, in order.
    private static int[] Closure(IReadOnlyList<DigitStep> steps, List<int> from)
    {
        var reached = new SortedSet<int>();
        var waiting = new Stack<int>(from);
        while (waiting.TryPop(out var step))
        {
            if (reached.Add(step) && steps[step] is { Digits: 0 } and var split && step != DigitExpression.End)
            {
                waiting.Push(split.Next);
                waiting.Push(split.Other);
            }
        }

        return [.. reached.Where(step => steps[step].Digits != 0 || step == DigitExpression.End)];
    }
}
