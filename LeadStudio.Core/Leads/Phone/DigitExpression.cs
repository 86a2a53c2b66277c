using System.Globalization;
using System.Runtime.InteropServices;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>Reads an expression over digits into steps, from its end to its start.</summary>
/// <remarks>K. Thompson, Comm. ACM 11 (1968) 419-422. The last step is where a match starts.</remarks>
internal sealed class DigitExpression
{
    /// <summary>The step that ends a match.</summary>
    public const int End = 0;

    private const int AllDigits = 0x3FF;

    private readonly List<DigitStep> _steps = [new(0, End, End)];
    private readonly string _text;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <exception cref="FormatException">It holds something that no metadata has.</exception>
    public DigitExpression(string text)
    {
        _text = text;
        Jump(Alternatives(0, text.Length, End));
    }

    /// <summary>Gets the steps.</summary>
    public IReadOnlyList<DigitStep> Steps => _steps;

    private int Add(DigitStep step)
    {
        _steps.Add(step);
        return _steps.Count - 1;
    }

    private void Jump(int to) => Add(new(0, to, to));

    private int Alternatives(int from, int to, int next)
    {
        var start = -1;
        foreach (var bar in Bars(from, to).Append(to))
        {
            var branch = Sequence(from, bar, next);
            start = start < 0 ? branch : Add(new(0, start, branch));
            from = bar + 1;
        }

        return start;
    }

    private List<int> Bars(int from, int to)
    {
        var bars = new List<int>();
        for (var i = from; i < to; i = AfterAtom(i))
        {
            if (_text[i] == '|')
            {
                bars.Add(i);
            }
        }

        return bars;
    }

    private int Sequence(int from, int to, int next)
    {
        var atoms = new List<(int Start, int End, int Least, int Most)>();
        for (var i = from; i < to;)
        {
            var end = AfterAtom(i);
            var (least, most, after) = Count(end, to);
            atoms.Add((i, end, least, most));
            i = after;
        }

        for (var i = atoms.Count - 1; i >= 0; i--)
        {
            var (start, end, least, most) = atoms[i];
            var without = next;
            for (var count = least; count < most; count++)
            {
                next = Add(new(0, Atom(start, end, next), without));
            }

            for (var count = 0; count < least; count++)
            {
                next = Atom(start, end, next);
            }
        }

        return next;
    }

    private int Atom(int start, int end, int next) => _text[start] switch
    {
        '(' => Alternatives(string.CompareOrdinal(_text, start, "(?:", 0, 3) == 0 ? start + 3 : start + 1, end - 1, next),
        '[' => Add(new(Class(start + 1, end - 1), next, next)),
        '\\' when _text[start + 1] == 'd' => Add(new(AllDigits, next, next)),
        >= '0' and <= '9' => Add(new(1 << (_text[start] - '0'), next, next)),
        _ => throw new FormatException($"\"{_text}\" has a part that is no digit at {start}."),
    };

    private int Class(int from, int to)
    {
        var digits = 0;
        for (var i = from; i < to; i++)
        {
            if (_text[i] == '\\' && _text[i + 1] == 'd')
            {
                digits |= AllDigits;
                i++;
            }
            else if (i + 2 < to && _text[i + 1] == '-')
            {
                for (var digit = Digit(i); digit <= Digit(i + 2); digit++)
                {
                    digits |= 1 << digit;
                }

                i += 2;
            }
            else
            {
                digits |= 1 << Digit(i);
            }
        }

        return digits;
    }

    private int Digit(int at) => char.IsAsciiDigit(_text[at]) ? _text[at] - '0' : throw new FormatException($"\"{_text}\" has no digit at {at}.");

    private int AfterAtom(int start)
    {
        if (_text[start] is '\\')
        {
            return start + 2;
        }

        if (_text[start] is '[')
        {
            return _text.IndexOf(']', start) + 1;
        }

        var depth = 0;
        var end = start;
        do
        {
            depth += _text[end] switch { '(' => 1, ')' => -1, _ => 0 };
            end++;
        }
        while (depth > 0);

        return end;
    }

    private (int Least, int Most, int After) Count(int at, int to)
    {
        if (at >= to || _text[at] is not ('?' or '{'))
        {
            return (1, 1, at);
        }

        if (_text[at] == '?')
        {
            return (0, 1, at + 1);
        }

        var end = _text.IndexOf('}', at);
        var counts = _text[(at + 1)..end].Split(',');
        return (int.Parse(counts[0], CultureInfo.InvariantCulture), int.Parse(counts[^1], CultureInfo.InvariantCulture), end + 1);
    }
}

/// <summary>A step of an expression: over one of some digits, or (without digits) to either of two others at once.</summary>
/// <param name="Digits">A bit for each digit that it takes.</param>
/// <param name="Next">The step that follows.</param>
/// <param name="Other">The other step that may follow, where no digit is taken.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DigitStep(int Digits, int Next, int Other);
