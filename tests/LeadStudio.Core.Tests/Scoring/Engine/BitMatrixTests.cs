using FsCheck.Xunit;
using LeadStudio.Core.Scoring.Engine;

namespace LeadStudio.Core.Tests.Scoring.Engine;

public sealed class BitMatrixTests
{
    [Property]
    public void Transpose_AnyWords_SwapsRowsAndColumns(ulong seed)
    {
        ulong[] words = [.. Enumerable.Range(1, 64).Select(index => unchecked(((ulong)index * 0x9E3779B97F4A7C15) ^ (seed * (ulong)index * (ulong)index)))];
        ulong[] turned = [.. words];

        BitMatrix.Transpose(turned);

        for (var row = 0; row < 64; row++)
        {
            for (var column = 0; column < 64; column++)
            {
                Assert.Equal(words[row] >> column & 1, turned[column] >> row & 1);
            }
        }
    }
}
