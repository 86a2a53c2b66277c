namespace LeadStudio.Core.Tests.Learning.Evaluation;

/// <summary>Rows by chance, with many ties, whose scores tell something of the labels.</summary>
internal sealed record SampleRows(double[] Scores, bool[] Labels, double[] Weights)
{
    public static SampleRows Of(int seed, int count = 400, int distinct = 60)
    {
        var random = new Random(seed);
        var scores = new double[count];
        var labels = new bool[count];
        var weights = new double[count];
        for (var row = 0; row < count; row++)
        {
            scores[row] = random.Next(distinct + 1) / (double)distinct;
            labels[row] = random.NextDouble() < (0.1 + (0.7 * scores[row]));
            weights[row] = random.Next(4);
        }

        (labels[0], labels[1], weights[0], weights[1]) = (true, false, 1, 1);
        return new SampleRows(scores, labels, weights);
    }

    /// <summary>The same rows without weights: each stands there as often as its weight says.</summary>
    public SampleRows Repeated()
    {
        var rows = Enumerable.Range(0, Scores.Length).SelectMany(row => Enumerable.Repeat(row, (int)Weights[row])).ToArray();
        return new SampleRows([.. rows.Select(row => Scores[row])], [.. rows.Select(row => Labels[row])], []);
    }
}
