namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>What a solver found.</summary>
/// <param name="Weights">The weights of the columns, then the intercept.</param>
/// <param name="Passes">How many passes it made.</param>
/// <param name="HasConverged">Whether the weights are as near to the best as was asked for.</param>
internal sealed record Solution(double[] Weights, int Passes, bool HasConverged);
