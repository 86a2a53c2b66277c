namespace LeadStudio.Core.Learning.Linear;

/// <summary>What keeps the weights of a <see cref="LogisticRegressionModel"/> small.</summary>
public enum Penalty
{
    /// <summary>Half the sum of their squares: all stay, all are small.</summary>
    Squares,

    /// <summary>The sum of their sizes: many become 0, so that fewer terms are left to read.</summary>
    Sizes,
}
