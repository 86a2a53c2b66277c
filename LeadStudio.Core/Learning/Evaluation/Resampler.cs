namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>Draws rows with replacement, as many of each label as there are, so that both are in every resample.</summary>
/// <remarks>Rows have slots: those of the positives first, each label's by the first model's ranks. Several models share what was drawn.</remarks>
internal sealed class Resampler
{
    private readonly RankedRows[] _models;
    private readonly int[][] _slots; // by model and rank
    private readonly int _positives;

    /// <summary>Prepares to draw.</summary>
    /// <param name="models">The same rows as each model ranks them.</param>
    public Resampler(params RankedRows[] models)
    {
        _models = models;
        var first = models[0];
        _positives = first.Labels.Count(value: true);
        var slotOfRow = new int[Max(first.Order) + 1];
        var (positive, negative) = (0, _positives);
        for (var rank = 0; rank < first.Count; rank++)
        {
            slotOfRow[first.Order[rank]] = first.Labels[rank] ? positive++ : negative++;
        }

        _slots = Array.ConvertAll(models, model => Array.ConvertAll(model.Order.ToArray(), row => slotOfRow[row]));
    }

    /// <summary>Gets the number of rows.</summary>
    public int Count => _models[0].Count;

    /// <summary>Counts how often each slot is drawn.</summary>
    /// <param name="chance">The generator of this resample.</param>
    /// <param name="counts">Receives the counts, one for each slot.</param>
    public void Draw(SplitMix64 chance, Span<int> counts)
    {
        counts.Clear();
        DrawFrom(ref chance, counts[.._positives]);
        DrawFrom(ref chance, counts[_positives..]);
    }

    /// <summary>Turns counts into weights.</summary>
    /// <param name="model">Which model's ranks.</param>
    /// <param name="counts">What was drawn.</param>
    /// <param name="weights">Receives each rank's weight times how often it was drawn.</param>
    public void Weigh(int model, ReadOnlySpan<int> counts, Span<double> weights)
    {
        var slots = _slots[model];
        var own = _models[model].Weights;
        for (var rank = 0; rank < slots.Length; rank++)
        {
            weights[rank] = own[rank] * counts[slots[rank]];
        }
    }

    private static void DrawFrom(ref SplitMix64 chance, Span<int> counts)
    {
        for (var draw = 0; draw < counts.Length; draw++)
        {
            counts[chance.Next(counts.Length)]++;
        }
    }

    private static int Max(ReadOnlySpan<int> values)
    {
        var max = 0;
        foreach (var value in values)
        {
            max = Math.Max(max, value);
        }

        return max;
    }
}
