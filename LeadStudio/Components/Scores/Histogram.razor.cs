using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Components.Scores;

/// <summary>A bar of a <see cref="Histogram"/>.</summary>
/// <param name="From">The least value in it.</param>
/// <param name="To">The greatest value in it.</param>
/// <param name="Count">How many.</param>
/// <param name="Other">How many in the second series, if there is one.</param>
public sealed record HistogramBin(double From, double To, long Count, long? Other = null);

/// <summary>How many there are of which value; a second series can lie over the first, such as before and after.</summary>
public sealed partial class Histogram
{
    private const int ViewWidth = 600;
    private const int ViewHeight = 160;

    /// <summary>Gets or sets what is counted: "Leads by score".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Gets or sets the name of the second series; none by default.</summary>
    [Parameter]
    public string? OtherLabel { get; set; }

    /// <summary>Gets or sets the bars, from left to right.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<HistogramBin> Bins { get; set; } = [];

    private double Step => (double)ViewWidth / Math.Max(1, Bins.Count);

    private long Most => Math.Max(1, Bins.Select(bin => Math.Max(bin.Count, bin.Other ?? 0)).DefaultIfEmpty().Max());

    private string Spoken => Bins.Count == 0
        ? $"{Label}: nothing yet"
        : string.Create(CultureInfo.InvariantCulture, $"{Label}: {Bins.Sum(bin => bin.Count):N0} in all, most of them from {Bins.MaxBy(bin => bin.Count)!.From:0.#} to {Bins.MaxBy(bin => bin.Count)!.To:0.#}");

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double X(int bin) => bin * Step;

    private double Y(long count) => ViewHeight * (1 - ((double)count / Most));

    private string Tip(HistogramBin bin)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{bin.From:0.#} to {bin.To:0.#}: {bin.Count:N0}");
        return bin.Other is { } other ? string.Create(CultureInfo.InvariantCulture, $"{range} ({Label}), {other:N0} ({OtherLabel})") : range;
    }
}
