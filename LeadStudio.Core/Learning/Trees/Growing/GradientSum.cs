using System.Runtime.Intrinsics;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>A sum of first and second derivatives of the loss, as whole numbers in one: the order of adding does not matter.</summary>
/// <remarks>
/// The first derivative is in the upper half, signed; the second, never negative, in the lower. The scales of <see cref="Gradients"/> keep each
/// sum over all rows within its half.
/// </remarks>
internal static class GradientSum
{
    /// <summary>Puts the two derivatives of each of eight rows into one number.</summary>
    /// <param name="first">The first derivatives, scaled.</param>
    /// <param name="second">The second derivatives, scaled, 0 or more.</param>
    /// <returns>Both, of the first four rows and of the others.</returns>
    public static (Vector256<long> Lower, Vector256<long> Upper) Pack(Vector256<int> first, Vector256<int> second) =>
        ((Vector256.WidenLower(first) << 32) + Vector256.WidenLower(second), (Vector256.WidenUpper(first) << 32) + Vector256.WidenUpper(second));

    /// <summary>Reads the sum of first derivatives.</summary>
    /// <param name="sum">A sum of packed numbers.</param>
    /// <returns>The sum, scaled.</returns>
    public static int First(long sum) => (int)(sum >> 32);

    /// <summary>Reads the sum of second derivatives.</summary>
    /// <param name="sum">A sum of packed numbers.</param>
    /// <returns>The sum, scaled, 0 or more.</returns>
    public static uint Second(long sum) => (uint)sum;
}
