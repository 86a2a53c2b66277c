namespace LeadStudio.Core.Scoring.Engine;

/// <summary>One comparison over one column, answered for many rows at once.</summary>
internal abstract class ColumnTest
{
    /// <summary>Answers consecutive rows: bit i of <paramref name="bits"/> says whether row <paramref name="first"/> + i passes.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="rows">The number of rows, 1 or more.</param>
    /// <param name="asOf">The instant at which it is asked, in UTC microseconds.</param>
    /// <param name="bits">A word for every 64 rows; bits behind the last row come out arbitrary.</param>
    public abstract void Fill(int first, int rows, double asOf, Span<ulong> bits);
}

/// <summary>The same answer for every row.</summary>
internal sealed class ConstantColumnTest(bool value) : ColumnTest
{
    public override void Fill(int first, int rows, double asOf, Span<ulong> bits) => bits.Fill(value ? ulong.MaxValue : 0);
}
