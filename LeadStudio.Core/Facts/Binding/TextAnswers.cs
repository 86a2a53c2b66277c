namespace LeadStudio.Core.Facts.Binding;

/// <summary>Whether each distinct text of a column passes a test: a bit per code, and never for a missing text.</summary>
/// <remarks>Bits, because an array of bytes would be collected with the oldest objects in a column of 85,000 texts.</remarks>
/// <param name="texts">The number of texts.</param>
internal sealed class TextAnswers(int texts)
{
    // The word before the first is that of the code -1.
    private readonly ulong[] _words = new ulong[((texts + 63) / 64) + 1];

    /// <summary>Gets the number of texts.</summary>
    public int Count => texts;

    /// <summary>Gets 1 where a text passes, else 0.</summary>
    /// <param name="code">Its code, or -1 for a missing text.</param>
    public ulong this[int code] => (_words[(code >> 6) + 1] >> code) & 1;

    /// <summary>Notes that a text passes.</summary>
    public void Pass(int code) => _words[(code >> 6) + 1] |= 1UL << code;

    /// <summary>Turns every answer about a text that is there into its opposite.</summary>
    public void Invert()
    {
        foreach (ref var word in _words.AsSpan(1))
        {
            word = ~word;
        }
    }
}
