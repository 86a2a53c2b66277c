using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>A set of leads: one bit for each id. Ids are given out one after the other, so a million leads take 125 KB.</summary>
internal sealed class IdSet
{
    private const int BitsPerWord = 64;
    private ulong[] _words = [];

    /// <summary>Gets how many ids are in the set. Counted anew at each call.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            foreach (var word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Makes the set of all ids from 1 to one.</summary>
    /// <param name="last">The greatest id.</param>
    /// <returns>A new set.</returns>
    public static IdSet UpTo(long last)
    {
        var set = new IdSet { _words = new ulong[checked((int)(last / BitsPerWord) + 1)] };
        Array.Fill(set._words, ulong.MaxValue);
        set._words[^1] = ulong.MaxValue >> (int)(BitsPerWord - 1 - (last % BitsPerWord));
        set._words[0] &= ~1UL;
        return set;
    }

    /// <summary>Puts a lead in.</summary>
    /// <param name="id">Its id, 0 or more.</param>
    public void Add(long id)
    {
        var word = checked((int)(id / BitsPerWord));
        if (word >= _words.Length)
        {
            Array.Resize(ref _words, Math.Max(word + 1, _words.Length * 2));
        }

        _words[word] |= 1UL << (int)(id % BitsPerWord);
    }

    /// <summary>Says whether a lead is in.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(long id)
    {
        var word = id / BitsPerWord;
        return (ulong)word < (ulong)_words.Length && (_words[word] & (1UL << (int)(id % BitsPerWord))) != 0;
    }

    /// <summary>Makes the set of what is in both.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>A new set.</returns>
    public IdSet And(IdSet other) => Combine(other, Math.Min(_words.Length, other._words.Length), static (left, right) => left & right);

    /// <summary>Makes the set of what is in either.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>A new set.</returns>
    public IdSet Or(IdSet other) => Combine(other, Math.Max(_words.Length, other._words.Length), static (left, right) => left | right);

    /// <summary>Makes the set of what is in this one only.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>A new set.</returns>
    public IdSet Without(IdSet other) => Combine(other, _words.Length, static (left, right) => left & ~right);

    /// <summary>Lists the ids.</summary>
    /// <param name="after">Behind which id to begin; by default at the first.</param>
    /// <returns>The ids, ascending.</returns>
    public IEnumerable<long> List(long after = -1)
    {
        for (var index = (after + 1) / BitsPerWord; index < _words.Length; index++)
        {
            for (var word = _words[index]; word != 0; word &= word - 1)
            {
                var id = (index * BitsPerWord) + BitOperations.TrailingZeroCount(word);
                if (id > after)
                {
                    yield return id;
                }
            }
        }
    }

    /// <summary>Writes the set to be kept: a million ids take 125 KB at most.</summary>
    /// <returns>What <see cref="FromBytes"/> reads.</returns>
    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var packed = new BrotliStream(buffer, CompressionLevel.Fastest))
        {
            packed.Write(MemoryMarshal.AsBytes(_words.AsSpan()));
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a set that was kept.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> wrote.</param>
    /// <returns>A new set.</returns>
    public static IdSet FromBytes(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress))
        {
            packed.CopyTo(buffer);
        }

        return new IdSet { _words = MemoryMarshal.Cast<byte, ulong>(buffer.ToArray()).ToArray() };
    }

    private IdSet Combine(IdSet other, int length, Func<ulong, ulong, ulong> combine)
    {
        var words = new ulong[length];
        for (var index = 0; index < length; index++)
        {
            words[index] = combine(index < _words.Length ? _words[index] : 0, index < other._words.Length ? other._words[index] : 0);
        }

        return new IdSet { _words = words };
    }
}
