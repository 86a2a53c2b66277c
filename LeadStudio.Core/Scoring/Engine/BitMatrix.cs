using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Turns 64 words of 64 bits about their diagonal.</summary>
/// <remarks>Source: H. S. Warren, Hacker's Delight, 2nd ed. (2012), section 7-3; here four words at a time where they lie side by side.</remarks>
internal static class BitMatrix
{
    /// <summary>Swaps bit c of word r with bit r of word c, for all r and c.</summary>
    /// <param name="words">64 words.</param>
    public static void Transpose(Span<ulong> words)
    {
        words = words[..64];
        var vectors = MemoryMarshal.Cast<ulong, Vector256<ulong>>(words);
        SwapVectors(vectors, 8, 32, 0x00000000FFFFFFFF);
        SwapVectors(vectors, 4, 16, 0x0000FFFF0000FFFF);
        SwapVectors(vectors, 2, 8, 0x00FF00FF00FF00FF);
        SwapVectors(vectors, 1, 4, 0x0F0F0F0F0F0F0F0F);
        var inPairs = Vector256.Create(0x3333333333333333UL);
        var inOnes = Vector256.Create(0x5555555555555555UL);
        for (var index = 0; index < 16; index++)
        {
            // Within four words the partner of a word is found by a shuffle: two words on, then one word on.
            var block = vectors[index];
            block = SwapWithin(block, Vector256.Shuffle(block, Vector256.Create(2UL, 3, 0, 1)), Vector256.Create(0UL, 0, ulong.MaxValue, ulong.MaxValue), 2, inPairs);
            block = SwapWithin(block, Vector256.Shuffle(block, Vector256.Create(1UL, 0, 3, 2)), Vector256.Create(0UL, ulong.MaxValue, 0, ulong.MaxValue), 1, inOnes);
            vectors[index] = block;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SwapVectors(Span<Vector256<ulong>> vectors, int distance, int shift, ulong mask)
    {
        var low = Vector256.Create(mask);
        for (var index = 0; index < 16; index = (index + distance + 1) & ~distance)
        {
            var changed = ((vectors[index] >>> shift) ^ vectors[index + distance]) & low;
            vectors[index] ^= changed << shift;
            vectors[index + distance] ^= changed;
        }
    }

    // A word of the first half keeps its low bits and takes its partner's low bits as high ones; one of the second half the reverse.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> SwapWithin(Vector256<ulong> block, Vector256<ulong> partner, Vector256<ulong> second, int shift, Vector256<ulong> low)
    {
        var first = (block & low) | ((partner & low) << shift);
        var other = (block & ~low) | ((partner >>> shift) & low);
        return Vector256.ConditionalSelect(second, other, first);
    }
}
