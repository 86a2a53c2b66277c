using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Features.Scoring.Conditions;

/// <summary>Finds the problems of a part of a scorecard, and says them beside that part.</summary>
internal static class ProblemWords
{
    private static readonly string[] s_ends = ["", ".field", ".operator", ".value"];

    /// <summary>Tells whether a problem is one of a comparison itself.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="path">Where the comparison stands.</param>
    public static bool IsAt(ScorecardProblem problem, string path) =>
        problem.Path.StartsWith(path, StringComparison.Ordinal)
        && Array.Exists(s_ends, end => problem.Path.AsSpan(path.Length).SequenceEqual(end) || (end == ".value" && problem.Path.AsSpan(path.Length).StartsWith(".value[")));

    /// <summary>Says a problem without naming group and rule: it stands beside them.</summary>
    /// <param name="problem">The problem.</param>
    public static string Short(ScorecardProblem problem)
    {
        var part = problem.Path.IndexOf(".when", StringComparison.Ordinal) is var at and >= 0 ? problem.Path[(at + 1)..] : "";
        var start = part.Length > 0 ? problem.Message.IndexOf($", {part}: ", StringComparison.Ordinal) : -1;
        if (start >= 0)
        {
            return problem.Message[(start + part.Length + 4)..];
        }

        var colon = problem.Message.IndexOf("': ", StringComparison.Ordinal);
        return colon < 0 ? problem.Message : Capital(problem.Message[(colon + 3)..]);
    }

    /// <summary>Makes an id for HTML of a path.</summary>
    /// <param name="path">The path.</param>
    public static string IdOf(string path) => string.Concat(path.Select(c => char.IsLetterOrDigit(c) ? c : '-'));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
