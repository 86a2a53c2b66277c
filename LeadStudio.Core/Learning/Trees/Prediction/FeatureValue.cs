namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>A value of a row, and the bit that stands for it as a category: worked out once for all trees.</summary>
/// <remarks>
/// A row has two of each feature: of a missing value, the first one goes left at every question and the second one right. Questions know which
/// of both to look at, and need not ask whether the value is missing.
/// </remarks>
internal readonly struct FeatureValue
{
    private FeatureValue(float number, uint word, ulong bit) => (Number, Word, Bit) = (number, word, bit);

    /// <summary>Gets the value; where it is missing, NaN in the first of both and infinite in the second.</summary>
    public float Number { get; }

    /// <summary>Gets the word of a set that holds the bit.</summary>
    public uint Word { get; }

    /// <summary>Gets the bit in its word; 0 for what is no category.</summary>
    public ulong Bit { get; }

    /// <summary>Works out the values of rows for questions of numbers alone.</summary>
    /// <param name="numbers">Values, or NaN.</param>
    /// <param name="values">Takes two of each.</param>
    public static void Prepare(ReadOnlySpan<float> numbers, Span<float> values)
    {
        for (var at = 0; at < numbers.Length; at++)
        {
            values[2 * at] = numbers[at];
            values[(2 * at) + 1] = OrInfinite(numbers[at]);
        }
    }

    /// <summary>Works out the values of rows.</summary>
    /// <param name="numbers">Values, or NaN.</param>
    /// <param name="categories">How many categories have bits.</param>
    /// <param name="values">Takes two of each.</param>
    public static void Prepare(ReadOnlySpan<float> numbers, uint categories, Span<FeatureValue> values)
    {
        for (var at = 0; at < numbers.Length; at++)
        {
            var number = Math.Min(numbers[at], float.MaxValue); // infinite is what is missing and goes right
            var category = (uint)float.ConvertToIntegerNative<int>(number);
            var isListed = (number >= 0 ? 1 : 0) & (category < categories ? 1 : 0);
            var place = category & (uint)-isListed;
            var (word, bit) = (place >> 6, (ulong)isListed << (int)(place & 63));
            values[2 * at] = new FeatureValue(number, word, bit);
            values[(2 * at) + 1] = new FeatureValue(OrInfinite(number), word, bit);
        }
    }

    private static float OrInfinite(float number) => float.IsNaN(number) ? float.PositiveInfinity : number;
}
