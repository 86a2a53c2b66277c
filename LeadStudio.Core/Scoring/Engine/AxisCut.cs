using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Where one axis is cut, in points of its groups.</summary>
/// <param name="IsNamed">Whether a group names the axis; if none does, it is cut on the score.</param>
/// <param name="First">The least points for A or 1.</param>
/// <param name="Second">The least points for B or 2.</param>
internal readonly record struct AxisCut(bool IsNamed, int First, int Second)
{
    public static AxisCut For(Scorecard card, Axis axis, int firstPercent, int secondPercent)
    {
        var isNamed = card.Groups.Any(group => group.Axis == axis);
        var cap = card.Groups.Where(group => group.Axis == axis || !isNamed).Sum(group => group.Cap);
        return new AxisCut(isNamed, LeastPoints(firstPercent, cap), LeastPoints(secondPercent, cap));
    }

    private static int LeastPoints(int percent, int cap) => ((percent * cap) + 99) / 100;
}
