namespace LeadStudio.Core.Facts;

/// <summary>Many texts in one piece of memory, so that reading them in order waits for no cache. Immutable.</summary>
public sealed class PackedTexts
{
    /// <summary>Stands behind each text, so that no search finds what begins in one text and ends in the next.</summary>
    internal const char Separator = '\0';

    private readonly char[] _characters;
    private readonly int[] _ends;

    internal PackedTexts(char[] characters, int[] ends, int count) => (_characters, _ends, Count) = (characters, ends, count);

    /// <summary>Gets the number of texts.</summary>
    public int Count { get; }

    /// <summary>Gets the texts, each with a separator behind it.</summary>
    internal ReadOnlySpan<char> Characters => _characters.AsSpan(0, Count == 0 ? 0 : EndOf(Count - 1) + 1);

    /// <summary>Gets a text.</summary>
    /// <param name="index">Its index, 0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1] + 1;
            return _characters.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Says where in <see cref="Characters"/> the separator behind a text stands.</summary>
    internal int EndOf(int index) => _ends[index];

    /// <summary>Finds the text to which a place in <see cref="Characters"/> belongs.</summary>
    /// <param name="place">The place.</param>
    /// <param name="from">A text that does not lie behind it.</param>
    internal int IndexAt(int place, int from)
    {
        while (_ends[from] < place)
        {
            from++;
        }

        return from;
    }
}
