namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>A value of a row, and the bit that stands for it as a category: worked out once for all trees.</summary>
internal readonly struct FeatureValue
{
    private FeatureValue(float number, ushort missing, ushort word, ulong bit) => (Number, Missing, Word, Bit) = (number, missing, word, bit);

    /// <summary>Gets the value, or NaN.</summary>
    public float Number { get; }

    /// <summary>Gets 1 where it is missing, else 0.</summary>
    public ushort Missing { get; }

    /// <summary>Gets the word of a set that holds the bit.</summary>
    public ushort Word { get; }

    /// <summary>Gets the bit in its word; 0 for what is no category.</summary>
    public ulong Bit { get; }

    /// <summary>Works out the values of rows.</summary>
    /// <param name="numbers">Values, or NaN.</param>
    /// <param name="categories">How many categories have bits.</param>
    /// <param name="values">Takes them.</param>
    public static void Prepare(ReadOnlySpan<float> numbers, uint categories, Span<FeatureValue> values)
    {
        for (var at = 0; at < numbers.Length; at++)
        {
            var number = numbers[at];
            var category = (uint)float.ConvertToIntegerNative<int>(number);
            var isListed = (number >= 0 ? 1 : 0) & (category < categories ? 1 : 0);
            var place = category & (uint)-isListed;
            values[at] = new FeatureValue(number, (ushort)(float.IsNaN(number) ? 1 : 0), (ushort)(place >> 6), (ulong)isListed << (int)(place & 63));
        }
    }
}
