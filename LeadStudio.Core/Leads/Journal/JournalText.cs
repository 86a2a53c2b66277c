using System.Globalization;
using System.Text;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Leads.Journal;

/// <summary>Writes and reads the data of the outbox's entries.</summary>
/// <remarks>
/// Leads are ids and ranges of them, as in <c>3 5-1004</c>: those of an import follow one another. Changes of scores are
/// <c>lead:before:after:band</c>, as in <c>3::45:5 4:45:60:2</c>; without a score before for the first one.
/// </remarks>
public static class JournalText
{
    /// <summary>Writes ids.</summary>
    /// <param name="ids">The ids, ascending, each once.</param>
    /// <returns>The text.</returns>
    public static string OfIds(IReadOnlyList<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var text = new StringBuilder();
        for (var i = 0; i < ids.Count; i++)
        {
            var first = ids[i];
            while (i + 1 < ids.Count && ids[i + 1] == ids[i] + 1)
            {
                i++;
            }

            text.Append(text.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{first}");
            if (ids[i] > first)
            {
                text.Append(CultureInfo.InvariantCulture, $"-{ids[i]}");
            }
        }

        return text.ToString();
    }

    /// <summary>Reads ids.</summary>
    /// <param name="text">What <see cref="OfIds"/> wrote.</param>
    /// <returns>The ids, ascending.</returns>
    public static IEnumerable<long> ReadIds(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var range in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            var (from, to) = dash < 0 ? (Number(range), Number(range)) : (Number(range.AsSpan(0, dash)), Number(range.AsSpan(dash + 1)));
            for (var id = from; id <= to; id++)
            {
                yield return id;
            }
        }
    }

    /// <summary>Writes changes of scores.</summary>
    /// <param name="steps">The changes.</param>
    /// <returns>The text.</returns>
    public static string OfSteps(IEnumerable<ScoreStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{step.LeadId}:{step.Before}:{step.After}:{step.Band.Code}");
        }

        return text.ToString();
    }

    /// <summary>Reads changes of scores.</summary>
    /// <param name="text">What <see cref="OfSteps"/> wrote.</param>
    /// <returns>The changes, in the same order.</returns>
    public static IReadOnlyList<ScoreStep> ReadSteps(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var steps = new List<ScoreStep>();
        Span<Range> parts = stackalloc Range[4];
        foreach (var range in text.AsSpan().Split(' '))
        {
            var step = text.AsSpan(range);
            if (step.Split(parts, ':') == parts.Length)
            {
                steps.Add(new(Number(step[parts[0]]), step[parts[1]].IsEmpty ? null : (int)Number(step[parts[1]]), (int)Number(step[parts[2]]), Band.FromCode(Number(step[parts[3]]))));
            }
        }

        return steps;
    }

    private static long Number(ReadOnlySpan<char> digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
