using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Components.Scores;

/// <summary>A small line of values in their order, such as the score of 30 days.</summary>
public sealed partial class Sparkline
{
    private const int Margin = 2; // room for the width of the line

    /// <summary>Gets or sets the values, oldest first; NaN leaves a gap.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<double> Values { get; set; } = [];

    /// <summary>Gets or sets what stands at the bottom; 0 by default.</summary>
    [Parameter]
    public double Minimum { get; set; }

    /// <summary>Gets or sets what stands at the top; 100 by default.</summary>
    [Parameter]
    public double Maximum { get; set; } = 100;

    /// <summary>Gets or sets the width in pixels; 60 by default.</summary>
    [Parameter]
    public int Width { get; set; } = 60;

    /// <summary>Gets or sets the height in pixels; 20 by default.</summary>
    [Parameter]
    public int Height { get; set; } = 20;

    /// <summary>Gets or sets the text for those who do not see it; by default from the first to the last value.</summary>
    [Parameter]
    public string? Label { get; set; }

    private string Spoken
    {
        get
        {
            var known = Values.Where(double.IsFinite).ToList();
            return known.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"From {known[0]:0} to {known[^1]:0}, least {known.Min():0}, most {known.Max():0}");
        }
    }

    private string? Path
    {
        get
        {
            if (Values.Count(double.IsFinite) < 2)
            {
                return null;
            }

            var path = new StringBuilder();
            var pen = 'M';
            for (var i = 0; i < Values.Count; i++)
            {
                if (!double.IsFinite(Values[i]))
                {
                    pen = 'M';
                    continue;
                }

                var x = Margin + ((Width - (2.0 * Margin)) * i / (Values.Count - 1));
                var share = Maximum > Minimum ? Math.Clamp((Values[i] - Minimum) / (Maximum - Minimum), 0, 1) : 0.5;
                path.Append(CultureInfo.InvariantCulture, $"{pen}{x:0.#} {Height - Margin - ((Height - (2.0 * Margin)) * share):0.#}");
                pen = 'L';
            }

            return path.ToString();
        }
    }
}
