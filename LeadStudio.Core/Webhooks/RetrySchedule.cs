namespace LeadStudio.Core.Webhooks;

/// <summary>When a delivery that failed is sent again.</summary>
public static class RetrySchedule
{
    /// <summary>For how long a delivery is tried; then it is parked.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(3);

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(6);

    /// <summary>Tells how long to wait: ten seconds, then twice as long each time, at most six hours.</summary>
    /// <param name="attempts">How many attempts failed, 1 or more.</param>
    /// <param name="jitter">Shortens the wait, 0 (not at all) to 1 (to a half), so that not all come back at once.</param>
    /// <returns>The wait.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There was no attempt.</exception>
    public static TimeSpan After(int attempts, double jitter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var doubled = s_first * Math.Pow(2, Math.Min(attempts - 1, 30));
        return (doubled < s_longest ? doubled : s_longest) * (1 - (jitter / 2));
    }
}
