namespace LeadStudio.Core.Learning.Calibration;

/// <summary>Fits the sigmoid 1 / (1 + exp(-(slope · score + intercept))) to labels.</summary>
/// <remarks>
/// Newton's method with a line search, and targets a little inside 0 and 1 (the probability that Laplace's rule gives to a label after seeing
/// that label alone). Sources: J. Platt, Advances in Large Margin Classifiers (1999) 61-74; H.-T. Lin, C.-J. Lin and R. C. Weng, Machine
/// Learning 68 (2007) 267-276, whose signs are the opposite of those here.
/// </remarks>
internal static class PlattFit
{
    private const int MaximumSteps = 100;
    private const double SmallestStep = 1e-10;
    private const double Ridge = 1e-10; // of the Hessian's trace; keeps it invertible where all scores are equal
    private const double Accuracy = 1e-11; // of the mean gradient

    public static (double Slope, double Intercept) Fit(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        var (positives, negatives) = (0.0, 0.0);
        for (var row = 0; row < scores.Length; row++)
        {
            var own = weights.IsEmpty ? 1 : weights[row];
            positives += labels[row] ? own : 0;
            negatives += labels[row] ? 0 : own;
        }

        var problem = new Problem(scores, labels, weights, (positives + 1) / (positives + 2), 1 / (negatives + 2));
        var (slope, intercept) = (0.0, Math.Log((positives + 1) / (negatives + 1)));
        var loss = problem.Loss(slope, intercept);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (bySlope, byIntercept, h11, h12, h22) = problem.Derivatives(slope, intercept);
            if (Math.Max(Math.Abs(bySlope), Math.Abs(byIntercept)) < Accuracy * (positives + negatives))
            {
                break;
            }

            var ridge = Ridge * (h11 + h22);
            (h11, h22) = (h11 + ridge, h22 + ridge);
            var determinant = (h11 * h22) - (h12 * h12);
            var slopeStep = -((h22 * bySlope) - (h12 * byIntercept)) / determinant;
            var interceptStep = -((h11 * byIntercept) - (h12 * bySlope)) / determinant;
            var descent = (bySlope * slopeStep) + (byIntercept * interceptStep);
            var length = 1.0;
            for (; length >= SmallestStep; length /= 2)
            {
                var next = problem.Loss(slope + (length * slopeStep), intercept + (length * interceptStep));
                if (next < loss + (0.0001 * length * descent))
                {
                    (slope, intercept, loss) = (slope + (length * slopeStep), intercept + (length * interceptStep), next);
                    break;
                }
            }

            if (length < SmallestStep)
            {
                break; // rounding hides any further gain
            }
        }

        return (slope, intercept);
    }

    private readonly ref struct Problem(
        ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights, double positiveTarget, double negativeTarget)
    {
        private readonly ReadOnlySpan<double> _scores = scores;
        private readonly ReadOnlySpan<bool> _labels = labels;
        private readonly ReadOnlySpan<double> _weights = weights;

        public double Loss(double slope, double intercept)
        {
            var loss = 0.0;
            for (var row = 0; row < _scores.Length; row++)
            {
                var logOdds = (slope * _scores[row]) + intercept;
                var target = _labels[row] ? positiveTarget : negativeTarget;
                // ln(1 + exp(x)) - target · x, written so that exp never overflows.
                var own = Math.Log(1 + Math.Exp(-Math.Abs(logOdds))) + (((logOdds > 0 ? 1 : 0) - target) * logOdds);
                loss += (_weights.IsEmpty ? 1 : _weights[row]) * own;
            }

            return loss;
        }

        public (double BySlope, double ByIntercept, double H11, double H12, double H22) Derivatives(double slope, double intercept)
        {
            var (bySlope, byIntercept, h11, h12, h22) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var row = 0; row < _scores.Length; row++)
            {
                var score = _scores[row];
                var weight = _weights.IsEmpty ? 1 : _weights[row];
                var probability = PlattScaling.Sigmoid((slope * score) + intercept);
                var residual = weight * (probability - (_labels[row] ? positiveTarget : negativeTarget));
                var curvature = weight * probability * (1 - probability);
                bySlope += residual * score;
                byIntercept += residual;
                h11 += curvature * score * score;
                h12 += curvature * score;
                h22 += curvature;
            }

            return (bySlope, byIntercept, h11, h12, h22);
        }
    }
}
