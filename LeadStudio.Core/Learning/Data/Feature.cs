namespace LeadStudio.Core.Learning.Data;

/// <summary>A column of a <see cref="FeatureMatrix"/>.</summary>
/// <param name="Name">What it is called, once in a matrix.</param>
/// <param name="Kind">How its cells are read.</param>
public sealed record Feature(string Name, FeatureKind Kind = FeatureKind.Number)
{
    /// <summary>The most categories that a column may have; an encoder merges the rare ones first.</summary>
    public const int MostCategories = 254;
}

/// <summary>How the cells of a column are read. NaN is a missing value in both.</summary>
public enum FeatureKind
{
    /// <summary>A finite number, with an order.</summary>
    Number,

    /// <summary>The number of a category, 0 to <see cref="Feature.MostCategories"/> - 1, without an order.</summary>
    Category,
}
