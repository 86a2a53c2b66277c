using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>Watches the log-loss on rows that are not learned from.</summary>
internal sealed class Watch
{
    private readonly TrainingSet _rows;
    private readonly int _patience;
    private readonly float[] _margins;
    private double _best;
    private int _count;

    /// <summary>Initializes a new instance of the <see cref="Watch"/> class.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="start">The margin of each before the first tree.</param>
    /// <param name="patience">After how many trees without a better log-loss it is tired; 0 for never.</param>
    public Watch(TrainingSet rows, float start, int patience)
    {
        (_rows, _patience) = (rows, patience);
        _margins = new float[rows.Labels.Length];
        Array.Fill(_margins, start);
        _best = LogLoss = Compute();
    }

    /// <summary>Gets the mean log-loss, in nats.</summary>
    public double LogLoss { get; private set; }

    /// <summary>Gets with how many trees it was best.</summary>
    public int BestCount { get; private set; }

    /// <summary>Gets a value indicating whether it has not become better for too long.</summary>
    public bool IsTired => _patience > 0 && _count - BestCount >= _patience;

    /// <summary>Looks at a further tree.</summary>
    /// <param name="tree">The tree.</param>
    public void Add(RegressionTree tree)
    {
        for (var row = 0; row < _margins.Length; row++)
        {
            _margins[row] += tree.Value(_rows.Features.Row(row));
        }

        _count++;
        LogLoss = Compute();
        if (LogLoss < _best)
        {
            (_best, BestCount) = (LogLoss, _count);
        }
    }

    private double Compute()
    {
        var (loss, weights) = (0.0, 0.0);
        for (var row = 0; row < _margins.Length; row++)
        {
            var weight = _rows.WeightOf(row);
            loss += weight * LogOdds.Loss(_margins[row], _rows.Labels[row]);
            weights += weight;
        }

        return loss / weights;
    }
}
