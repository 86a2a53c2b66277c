using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Tests.Common;

public sealed class PooledListTests
{
    [Property]
    public Property Add_PieceByPiece_KeepsAll(int[][] pieces)
    {
        using var list = new PooledList<int>(1);
        foreach (var piece in pieces)
        {
            list.Add(piece);
        }

        return list.Items.SequenceEqual(pieces.SelectMany(piece => piece).ToArray()).ToProperty();
    }

    [Fact]
    public void Dispose_Twice_IsEmpty()
    {
        var list = new PooledList<char>(4);
        list.Add('a');

        list.Dispose();
        list.Dispose();

        Assert.Equal(0, list.Count);
    }
}
