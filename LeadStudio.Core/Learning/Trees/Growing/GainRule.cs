namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>By how much a split of a node lowers the regularised loss.</summary>
internal readonly struct GainRule
{
    private readonly LeafWeight _weight;
    private readonly double _minChildWeight;
    private readonly int _direction;
    private readonly Bounds _bounds;
    private readonly GradientScale _scale;
    private readonly double _first;
    private readonly double _second;
    private readonly double _unsplit;
    private readonly bool _plain;

    /// <summary>Initializes a new instance of the <see cref="GainRule"/> struct.</summary>
    /// <param name="weight">How answers of leaves are found.</param>
    /// <param name="minChildWeight">The least sum of second derivatives of a part.</param>
    /// <param name="direction">1 where the right part's answer may not be the lesser, -1 where it may not be the greater, else 0.</param>
    /// <param name="bounds">Between which both answers must be.</param>
    /// <param name="scale">What the sums are worth.</param>
    /// <param name="sum">The packed sum of the node.</param>
    public GainRule(LeafWeight weight, double minChildWeight, int direction, Bounds bounds, GradientScale scale, long sum)
    {
        (_weight, _minChildWeight, _direction, _bounds, _scale) = (weight, minChildWeight, direction, bounds, scale);
        (_first, _second) = (scale.FirstOf(sum), scale.SecondOf(sum));
        _plain = direction == 0 && !bounds.Bind && weight.L1 == 0;
        _unsplit = bounds.Bind ? weight.Gain(_first, _second, bounds.Clamp(weight.Of(_first, _second))) : weight.Gain(_first, _second);
    }

    /// <summary>Computes the gain.</summary>
    /// <param name="left">The packed sum of the left part.</param>
    /// <returns>The gain, in nats; 0 or less, or not a number, where the split is not allowed.</returns>
    public double Of(long left)
    {
        var (first, second) = (_scale.FirstOf(left), _scale.SecondOf(left));
        var (otherFirst, otherSecond) = (_first - first, _second - second);
        if (second < _minChildWeight || otherSecond < _minChildWeight)
        {
            return 0;
        }

        if (_plain)
        {
            // Two fractions by one division: most of the time here goes there.
            var (below, otherBelow) = (second + _weight.L2, otherSecond + _weight.L2);
            return (((((first * first * otherBelow) + (otherFirst * otherFirst * below)) / (below * otherBelow)) - _unsplit)) / 2;
        }

        var answer = _bounds.Clamp(_weight.Of(first, second));
        var otherAnswer = _bounds.Clamp(_weight.Of(otherFirst, otherSecond));
        return _direction * (otherAnswer - answer) < 0
            ? 0
            : (_weight.Gain(first, second, answer) + _weight.Gain(otherFirst, otherSecond, otherAnswer) - _unsplit) / 2;
    }
}
