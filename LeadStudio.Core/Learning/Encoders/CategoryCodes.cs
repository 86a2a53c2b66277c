using System.Collections.Immutable;

namespace LeadStudio.Core.Learning.Encoders;

/// <summary>Finds the number of the category of a text, and allocates nothing.</summary>
internal sealed class CategoryCodes
{
    private readonly Dictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> _codes;

    public CategoryCodes(ImmutableArray<string> levels, ImmutableArray<string> rare)
    {
        var codes = new Dictionary<string, float>(levels.Length + rare.Length, StringComparer.Ordinal);
        foreach (var level in levels)
        {
            codes.Add(level, codes.Count);
        }

        foreach (var text in rare)
        {
            codes.Add(text, levels.Length);
        }

        _codes = codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Gives the number of the category, or NaN of a text that was not there in training.</summary>
    public float Find(ReadOnlySpan<char> text) => _codes.TryGetValue(text, out var code) ? code : float.NaN;
}
