using System.Numerics;
using System.Runtime.InteropServices;

namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>The inner loops of the solvers.</summary>
internal static class Kernels
{
    /// <summary>Adds <paramref name="factor"/> times <paramref name="source"/> to the start of <paramref name="target"/>.</summary>
    public static void AddTimes(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        target = target[..source.Length];
        var sources = MemoryMarshal.Cast<double, Vector<double>>(source);
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target);
        for (var at = 0; at < sources.Length; at++)
        {
            targets[at] += sources[at] * factor;
        }

        for (var at = sources.Length * Vector<double>.Count; at < source.Length; at++)
        {
            target[at] += source[at] * factor;
        }
    }

    /// <summary>Adds up the products of two spans of one length.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var lefts = MemoryMarshal.Cast<double, Vector<double>>(left);
        var rights = MemoryMarshal.Cast<double, Vector<double>>(right);
        var sums = Vector<double>.Zero;
        for (var at = 0; at < lefts.Length; at++)
        {
            sums += lefts[at] * rights[at];
        }

        var sum = Vector.Sum(sums);
        for (var at = lefts.Length * Vector<double>.Count; at < left.Length; at++)
        {
            sum += left[at] * right[at];
        }

        return sum;
    }
}
