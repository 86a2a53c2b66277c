namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>A way to part the rows of a node.</summary>
/// <param name="Gain">By how much it lowers the regularised loss; 0 or less where there is none.</param>
/// <param name="Feature">The feature of its column.</param>
/// <param name="Block">The block of its column.</param>
/// <param name="Column">Its column in the block.</param>
/// <param name="Bin">Numbers: the last bin that goes left.</param>
/// <param name="RightCategories">Categories: those that go right; null for numbers.</param>
/// <param name="MissingLeft">Whether missing values go left.</param>
/// <param name="Left">The packed sum of what goes left.</param>
/// <param name="Right">The packed sum of what goes right.</param>
internal readonly record struct Split(double Gain, int Feature, int Block, int Column, int Bin, CategorySet? RightCategories, bool MissingLeft, long Left, long Right)
{
    /// <summary>Tells whether this is the better of two; of equals the one of the earlier feature is.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Whether it is.</returns>
    public bool IsBetterThan(Split other) =>
        Gain > other.Gain || (Gain == other.Gain && Gain > 0 && Feature < other.Feature);
}
