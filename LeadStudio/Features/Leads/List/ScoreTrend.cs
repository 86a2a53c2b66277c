using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Features.Leads.List;

/// <summary>How a score went lately.</summary>
/// <param name="Days">The score at the end of each day, oldest first, and now as the last; NaN before the lead was scored. Where its score moved on its first
/// day, that begins with the first score.</param>
/// <param name="Change">By how many points it has changed in 7 days, or since the lead was first scored where that is less long ago; null where it was never
/// scored, or only once since then.</param>
public sealed record ScoreTrend(ValueList<double> Days, int? Change)
{
    private const int ChangeDays = 7;

    /// <summary>Gets the trend of a lead without history.</summary>
    public static ScoreTrend None { get; } = new([], null);

    /// <summary>Reads a trend from a history.</summary>
    /// <param name="history">The scores of one lead, oldest first; the last holds now.</param>
    /// <param name="now">The present, in UTC microseconds.</param>
    /// <param name="days">How many days back.</param>
    public static ScoreTrend Of(IReadOnlyList<ScoreHistoryEntry> history, long now, int days)
    {
        double At(long instant) => history.LastOrDefault(entry => entry.At <= instant)?.Score ?? double.NaN;

        var scores = Enumerable.Range(0, days + 1).Select(day => At(now - ((days - day) * UtcMicroseconds.PerDay))).ToList();
        if (history.Count > 1 && double.IsNaN(scores[^2]))
        {
            scores[^2] = history[0].Score; // a line needs two ends, and this day had no end yet
        }

        var before = history.LastOrDefault(entry => entry.At <= now - (ChangeDays * UtcMicroseconds.PerDay)) ?? (history.Count > 1 ? history[0] : null);
        return new(ValueList.From(scores), before is null ? null : (int)(history[^1].Score - before.Score));
    }
}
