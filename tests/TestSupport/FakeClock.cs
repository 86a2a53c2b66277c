namespace LeadStudio.TestSupport;

/// <summary>A clock that moves only when a test says so.</summary>
/// <param name="start">The first instant.</param>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Lets time pass.</summary>
    /// <param name="time">How much.</param>
    public void Advance(TimeSpan time) => _now += time;
}
