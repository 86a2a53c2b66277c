namespace LeadStudio.Core.Facts;

/// <summary>Gives each distinct text of a column a code, in the order of first sight. Keeps no string alive.</summary>
internal sealed class TextEncoder(int capacity)
{
    private int[] _codes = new int[capacity];
    private char[] _characters = new char[256];
    private int[] _ends = new int[16];
    private int[] _hashes = new int[16];
    private int[] _buckets = new int[32];
    private int _count;

    public void Set(int row, string? text) => _codes[row] = text is null ? -1 : CodeOf(text);

    public void Grow(int newCapacity) => Array.Resize(ref _codes, newCapacity);

    public TextColumn Build(int rows) => new(
        _codes.AsMemory(0, rows),
        new PackedTexts(_characters, _ends, _count));

    // Open addressing: a bucket holds a code + 1, or 0 while it is free; at most half of the buckets are taken.
    private int CodeOf(ReadOnlySpan<char> text)
    {
        var hash = string.GetHashCode(text, StringComparison.Ordinal);
        var bucket = hash & (_buckets.Length - 1);
        for (; _buckets[bucket] != 0; bucket = (bucket + 1) & (_buckets.Length - 1))
        {
            var code = _buckets[bucket] - 1;
            if (_hashes[code] == hash && text.SequenceEqual(TextOf(code)))
            {
                return code;
            }
        }

        _buckets[bucket] = _count + 1;
        Append(text, hash);
        return _count - 1;
    }

    private ReadOnlySpan<char> TextOf(int code)
    {
        var start = code == 0 ? 0 : _ends[code - 1] + 1;
        return _characters.AsSpan(start, _ends[code] - start);
    }

    private void Append(ReadOnlySpan<char> text, int hash)
    {
        var start = _count == 0 ? 0 : _ends[_count - 1] + 1;
        var end = start + text.Length;
        if (end >= _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, end + 1));
        }

        text.CopyTo(_characters.AsSpan(start));
        _characters[end] = PackedTexts.Separator;
        _ends[_count] = end;
        _hashes[_count++] = hash;
        if (_count == _ends.Length)
        {
            Array.Resize(ref _ends, _count * 2);
            Array.Resize(ref _hashes, _count * 2);
            Rehash();
        }
    }

    private void Rehash()
    {
        _buckets = new int[_ends.Length * 2];
        for (var code = 0; code < _count; code++)
        {
            var bucket = _hashes[code] & (_buckets.Length - 1);
            while (_buckets[bucket] != 0)
            {
                bucket = (bucket + 1) & (_buckets.Length - 1);
            }

            _buckets[bucket] = code + 1;
        }
    }
}
