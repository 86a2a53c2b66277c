using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Components;

/// <summary>How far a long piece of work has come, how fast it goes, and how long it will take.</summary>
public sealed partial class ProgressMeter
{
    /// <summary>Gets or sets what is being done: "Importing leads.csv".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Gets or sets how much is done, 0 to <see cref="Total"/>.</summary>
    [Parameter, EditorRequired]
    public long Done { get; set; }

    /// <summary>Gets or sets how much there is to do.</summary>
    [Parameter, EditorRequired]
    public long Total { get; set; }

    /// <summary>Gets or sets what is counted: "rows".</summary>
    [Parameter]
    public string Unit { get; set; } = "";

    /// <summary>Gets or sets how much is done in a second; unknown by default.</summary>
    [Parameter]
    public double? PerSecond { get; set; }

    private int Percent => Total > 0 ? (int)Math.Clamp(100.0 * Done / Total, 0, 100) : 0;

    private IEnumerable<string> Figures
    {
        get
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Percent} %");
            if (PerSecond is { } rate and > 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{rate:N0} {Unit}/s");
                if (Done < Total)
                {
                    yield return $"{Left(TimeSpan.FromSeconds((Total - Done) / rate))} left";
                }
            }
        }
    }

    /// <summary>Says a length of time in one unit, rounded up.</summary>
    internal static string Left(TimeSpan time) => time switch
    {
        { TotalSeconds: <= 90 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Ceiling(time.TotalSeconds)):0} s"),
        { TotalMinutes: <= 90 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalHours):0} h"),
    };
}
