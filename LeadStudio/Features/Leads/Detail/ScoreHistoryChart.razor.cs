using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Standings;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>The score of a lead in 90 days, as steps: it holds until it changes.</summary>
public sealed partial class ScoreHistoryChart(TimeProvider time)
{
    private const int Days = 90;
    private const int Width = 600;
    private const int Height = 100;
    private static readonly int[] s_marks = [0, 50, 100];
    private long _start;
    private long _now;

    /// <summary>Gets or sets the scores, oldest first; the last holds now.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ScoreHistoryEntry> History { get; set; } = [];

    private List<(long At, long Score)> Line { get; set; } = [];

    private string Spoken => string.Create(
        CultureInfo.InvariantCulture, $"Score in {Days} days: from {Line[0].Score} to {Line[^1].Score}, least {Line.Min(point => point.Score)}, most {Line.Max(point => point.Score)}");

    private string Path => string.Concat(
        Line.Select((point, index) => index == 0 ? $"M{N(X(point.At))} {N(Y(point.Score))}" : $" H{N(X(point.At))} V{N(Y(point.Score))}").Append($" H{Width}"));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _now = UtcMicroseconds.From(time.GetUtcNow());
        var earliest = _now - (Days * UtcMicroseconds.PerDay);
        var before = History.LastOrDefault(entry => entry.At <= earliest);
        Line = [.. History.Where(entry => entry.At > earliest).Select(entry => (entry.At, entry.Score))];
        if (before is not null)
        {
            Line.Insert(0, (earliest, before.Score));
        }

        _start = Line.Count > 0 ? Line[0].At : earliest; // a young lead fills the width, too
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static double Y(double score) => 2 + ((Height - 4) * (1 - (score / 100)));

    private double X(long at) => Width * (double)(at - _start) / Math.Max(1, _now - _start);
}
