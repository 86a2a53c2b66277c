using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Facts.Binding;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Makes the test of a text column that suits the number of its distinct texts.</summary>
internal static class TextColumnTests
{
    public static ColumnTest For(TextColumn column, TextTest test)
    {
        var distinct = column.Distinct;
        var answers = new TextAnswers(distinct.Count);
        TextMatcher.For(test).MatchAll(distinct, answers);
        if (test.Outside)
        {
            answers.Invert();
        }

        return distinct.Count <= 32 && Avx2.IsSupported
            ? new SmallDictionaryColumnTest(column.Codes, answers)
            : new DictionaryColumnTest(column.Codes, answers);
    }
}

/// <summary>No text in the row: the sign bit of its code.</summary>
internal sealed class MissingTextColumnTest(ReadOnlyMemory<int> codes) : ColumnTest
{
    public override void Fill(int first, int rows, double asOf, Span<ulong> bits)
    {
        var column = codes.Span.Slice(first, rows);
        for (var word = 0; word * 64 < rows; word++)
        {
            var part = column[(word * 64)..Math.Min(rows, (word + 1) * 64)];
            var vectors = MemoryMarshal.Cast<int, Vector256<int>>(part);
            var result = 0UL;
            for (var index = 0; index < vectors.Length; index++)
            {
                result |= (ulong)vectors[index].ExtractMostSignificantBits() << (8 * index);
            }

            for (var row = vectors.Length * 8; row < part.Length; row++)
            {
                result |= (part[row] < 0 ? 1UL : 0) << row;
            }

            bits[word] = result;
        }
    }
}

/// <summary>At most 32 distinct texts: the answers are the bits of one number, which is shifted by eight codes at a time.</summary>
internal sealed class SmallDictionaryColumnTest : ColumnTest
{
    private readonly ReadOnlyMemory<int> _codes;
    private readonly uint _answers;

    public SmallDictionaryColumnTest(ReadOnlyMemory<int> codes, TextAnswers answers)
    {
        _codes = codes;
        for (var code = 0; code < answers.Count; code++)
        {
            // Reversed, so that the shift to the left brings the answer into the sign bit.
            _answers |= (uint)answers[code] << (31 - code);
        }
    }

    public override void Fill(int first, int rows, double asOf, Span<ulong> bits)
    {
        var column = _codes.Span.Slice(first, rows);
        var answers = Vector256.Create(_answers);
        for (var word = 0; word * 64 < rows; word++)
        {
            var part = column[(word * 64)..Math.Min(rows, (word + 1) * 64)];
            var vectors = MemoryMarshal.Cast<int, Vector256<uint>>(part);
            var result = 0UL;
            for (var index = 0; index < vectors.Length; index++)
            {
                // A shift by 32 or more, and so by the code -1 of a missing text, gives 0.
                result |= (ulong)Avx2.ShiftLeftLogicalVariable(answers, vectors[index]).ExtractMostSignificantBits() << (8 * index);
            }

            for (var row = vectors.Length * 8; row < part.Length; row++)
            {
                result |= (part[row] < 0 ? 0UL : _answers >> (31 - part[row]) & 1) << row;
            }

            bits[word] = result;
        }
    }
}

/// <summary>More distinct texts: the answers are looked up by code.</summary>
internal sealed class DictionaryColumnTest(ReadOnlyMemory<int> codes, TextAnswers answers) : ColumnTest
{
    public override void Fill(int first, int rows, double asOf, Span<ulong> bits)
    {
        var column = codes.Span.Slice(first, rows);
        for (var word = 0; word * 64 < rows; word++)
        {
            var end = Math.Min(rows, (word + 1) * 64);
            var result = 0UL;
            for (var row = word * 64; row < end; row++)
            {
                result |= answers[column[row]] << row;
            }

            bits[word] = result;
        }
    }
}
