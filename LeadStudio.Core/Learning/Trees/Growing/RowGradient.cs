using System.Runtime.CompilerServices;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>A row and the derivatives of its loss in one number, which is moved at once: the row in the lower 32 bits, above it what <see cref="GradientSum.Pack"/> made.</summary>
internal static class RowGradient
{
    /// <summary>Reads the row.</summary>
    /// <param name="packed">A row with its derivatives.</param>
    /// <returns>Its number, from 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Row(long packed) => (int)packed;

    /// <summary>Reads the derivatives.</summary>
    /// <param name="packed">A row with its derivatives.</param>
    /// <returns>Both, as a sum; see <see cref="GradientSum"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(long packed) => GradientSum.Of((int)(packed >> 32));
}
