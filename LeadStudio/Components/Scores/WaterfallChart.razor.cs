using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Components.Scores;

/// <summary>Signed amounts that add up to a total, each starting where the one before ended.</summary>
public sealed partial class WaterfallChart
{
    /// <summary>Gets or sets what it shows, for screen readers.</summary>
    [Parameter]
    public string Caption { get; set; } = "What the score is made of";

    /// <summary>Gets or sets the amounts, in their order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<WaterfallEntry> Entries { get; set; } = [];

    /// <summary>Gets or sets what the total is called.</summary>
    [Parameter]
    public string TotalLabel { get; set; } = "Score";

    /// <summary>Gets or sets the end of the scale; by default the largest sum on the way.</summary>
    [Parameter]
    public double? Maximum { get; set; }

    private double Total => Entries.Sum(entry => entry.Amount);

    private IEnumerable<(WaterfallEntry Entry, double From, double To)> Steps
    {
        get
        {
            var sum = 0.0;
            foreach (var entry in Entries)
            {
                yield return (entry, sum, sum += entry.Amount);
            }
        }
    }

    private static string Text(double amount) => amount.ToString("0.#", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Signed(double amount) => amount < 0 ? Text(amount) : $"+{Text(amount)}";

    private string Place(double from, double to)
    {
        // The scale reaches below zero where the sums do.
        var ends = Steps.Select(step => step.To).Append(0).ToList();
        var low = ends.Min();
        var range = Math.Max(Math.Max(Maximum ?? 0, ends.Max()) - low, 1e-9);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"margin-left:{100 * (Math.Min(from, to) - low) / range:0.##}%;width:{100 * Math.Abs(to - from) / range:0.##}%");
    }
}
