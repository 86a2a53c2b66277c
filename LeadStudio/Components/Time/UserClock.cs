using System.Globalization;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Time;

/// <summary>The time as one user's wall shows it, and a tick each minute for texts such as "2 min ago".</summary>
/// <param name="time">The time of the server.</param>
/// <param name="js">The user's browser, which knows the time zone.</param>
public sealed class UserClock(TimeProvider time, IJSRuntime js) : IDisposable
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private EventHandler? _ticked;
    private ITimer? _timer;
    private TimeZoneInfo? _chosen;
    private bool _asked;

    /// <summary>Raised on any thread each minute while somebody listens, and when <see cref="Zone"/> has become known.</summary>
    public event EventHandler? Ticked
    {
        add
        {
            _ticked += value;
            _timer ??= time.CreateTimer(_ => _ticked?.Invoke(this, EventArgs.Empty), state: null, s_minute, s_minute);
        }

        remove
        {
            _ticked -= value;
            if (_ticked is null)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    /// <summary>Gets the present instant.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Gets the user's time zone: the chosen one, else the browser's; UTC until that was asked, or where the server does not know it.</summary>
    public TimeZoneInfo Zone => _chosen ?? BrowserZone ?? TimeZoneInfo.Utc;

    /// <summary>Gets the browser's zone; null until it was asked, or where the server does not know it.</summary>
    public TimeZoneInfo? BrowserZone { get; private set; }

    /// <summary>Gives an instant as the user's wall shows it.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The same instant in <see cref="Zone"/>.</returns>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Says an instant exactly: "Sun 1 Mar 2026, 09:30:00 (Europe/Berlin)".</summary>
    /// <param name="instant">The instant.</param>
    public string Exact(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"{ToLocal(instant):ddd d MMM yyyy, HH:mm:ss} ({(Zone.Equals(TimeZoneInfo.Utc) ? "UTC" : Zone.Id)})");

    /// <summary>Sets the zone.</summary>
    /// <param name="zone">The zone; null for the browser's.</param>
    public void Choose(TimeZoneInfo? zone)
    {
        _chosen = zone;
        _ticked?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Asks the browser for its zone, once; call it after the first render.</summary>
    /// <param name="shellScript">The address of the script: <c>Assets["dist/shell.js"]</c>.</param>
    /// <returns>A task that ends when <see cref="Zone"/> is known.</returns>
    public async Task LearnZoneAsync(string shellScript)
    {
        if (_asked)
        {
            return;
        }

        _asked = true;
        try
        {
            await using var shell = await js.ImportModuleAsync(shellScript);
            var name = await shell.InvokeAsync<string?>("timeZone");
            if (name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            {
                BrowserZone = zone;
                _ticked?.Invoke(this, EventArgs.Empty);
            }
        }
        catch (JSException)
        {
            // A browser that does not tell: times stay in UTC, and say so.
        }
        catch (JSDisconnectedException)
        {
            // Nobody is looking any more.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _timer?.Dispose();
}
