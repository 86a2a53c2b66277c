using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>First and second derivatives of the loss as whole numbers, two in one: the order of adding does not matter.</summary>
/// <remarks>
/// Of a row, the first derivative is in the upper 16 bits, signed, and the second, never negative, in the lower ones. A sum has 32 bits for each.
/// The scales of <see cref="Gradients"/> keep each row, and each sum over all rows, within its bits.
/// </remarks>
internal static class GradientSum
{
    /// <summary>The greatest first derivative of a row, scaled.</summary>
    public const int MostFirst = short.MaxValue;

    /// <summary>The greatest second derivative of a row, scaled.</summary>
    public const int MostSecond = ushort.MaxValue;

    /// <summary>Puts the two derivatives of each of eight rows into one number.</summary>
    /// <param name="first">The first derivatives, scaled.</param>
    /// <param name="second">The second derivatives, scaled, 0 or more.</param>
    /// <returns>Both, per row.</returns>
    public static Vector256<int> Pack(Vector256<int> first, Vector256<int> second) => (first << 16) | second;

    /// <summary>Makes a sum of one row.</summary>
    /// <param name="packed">Both derivatives of the row.</param>
    /// <returns>Both, as a sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(int packed) => ((long)(packed >> 16) << 32) + (packed & MostSecond);

    /// <summary>Reads the sum of first derivatives.</summary>
    /// <param name="sum">A sum.</param>
    /// <returns>The sum, scaled.</returns>
    public static int First(long sum) => (int)(sum >> 32);

    /// <summary>Reads the sum of second derivatives.</summary>
    /// <param name="sum">A sum.</param>
    /// <returns>The sum, scaled, 0 or more.</returns>
    public static uint Second(long sum) => (uint)sum;
}
