namespace LeadStudio.Core.Facts.Binding;

/// <summary>A set of option codes as bits; the largest possible code is bounded by <see cref="MaximumCode"/>.</summary>
internal sealed class CodeSet : IEquatable<CodeSet>
{
    /// <summary>Codes above take part in no choice of the catalog.</summary>
    public const int MaximumCode = 1_000_000;

    private readonly ulong[] _words;

    public CodeSet(IEnumerable<int> codes)
    {
        var list = codes.Where(code => code is >= 0 and <= MaximumCode).ToArray();
        _words = new ulong[list.Length == 0 ? 0 : (list.Max() / 64) + 1];
        foreach (var code in list)
        {
            _words[code / 64] |= 1UL << code;
        }
    }

    /// <summary>Says whether a number is a code of the set; NaN and fractions are none.</summary>
    public bool Contains(double code)
    {
        var whole = (int)code;
        return (uint)whole < (uint)(_words.Length * 64) && (_words[whole >> 6] >> whole & 1) != 0 && whole == code;
    }

    public bool Equals(CodeSet? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as CodeSet);

    public override int GetHashCode() => _words.Length == 0 ? 0 : HashCode.Combine(_words.Length, _words[0], _words[^1]);
}
