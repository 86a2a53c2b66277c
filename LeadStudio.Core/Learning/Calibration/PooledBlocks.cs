using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Learning.Calibration;

/// <summary>Rows in blocks of rising rate of positives: neighbours are pooled for as long as a rate is not above the one before it.</summary>
/// <remarks>
/// Pool adjacent violators; ties of the input are one block from the start. Source: R. E. Barlow, D. J. Bartholomew, J. M. Bremner and
/// H. D. Brunk, Statistical Inference under Order Restrictions (1972).
/// </remarks>
internal sealed class PooledBlocks
{
    private readonly List<Block> _blocks = [];

    private PooledBlocks()
    {
    }

    public static PooledBlocks Of(RankedRows rows)
    {
        var pooled = new PooledBlocks();
        for (var tie = rows.TieEnds.Length - 1; tie >= 0; tie--)
        {
            var start = tie == 0 ? 0 : rows.TieEnds[tie - 1];
            var (positives, weight) = (0.0, 0.0);
            for (var rank = start; rank < rows.TieEnds[tie]; rank++)
            {
                weight += rows.Weights[rank];
                positives += rows.Labels[rank] ? rows.Weights[rank] : 0;
            }

            pooled.Add(new Block(rows.Scores[start], rows.Scores[start], positives, weight));
        }

        return pooled;
    }

    /// <summary>Makes a knot at both ends of each block, one where it has a single input.</summary>
    public IsotonicMap ToMap(double margin)
    {
        var inputs = new List<double>(_blocks.Count * 2);
        var outputs = new List<double>(_blocks.Count * 2);
        foreach (var block in _blocks)
        {
            var output = Math.Clamp(block.Rate, margin, 1 - margin);
            inputs.Add(block.First);
            outputs.Add(output);
            if (block.Last > block.First)
            {
                inputs.Add(block.Last);
                outputs.Add(output);
            }
        }

        return new IsotonicMap(ValueList.From(inputs), ValueList.From(outputs));
    }

    private void Add(Block block)
    {
        while (_blocks.Count > 0 && _blocks[^1].Rate >= block.Rate)
        {
            var before = _blocks[^1];
            _blocks.RemoveAt(_blocks.Count - 1);
            block = new Block(before.First, block.Last, before.Positives + block.Positives, before.Weight + block.Weight);
        }

        _blocks.Add(block);
    }

    private readonly record struct Block(double First, double Last, double Positives, double Weight)
    {
        public double Rate => Math.Min(Positives / Weight, 1);
    }
}
