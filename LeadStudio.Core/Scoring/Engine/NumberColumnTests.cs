using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadStudio.Core.Facts.Binding;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Numbers inside or outside of an interval, or missing: four rows at a time, without a branch.</summary>
internal sealed class IntervalColumnTest(ReadOnlyMemory<double> values, NumberTest test) : ColumnTest
{
    public override void Fill(int first, int rows, double asOf, Span<ulong> bits)
    {
        var origin = test.Moves ? asOf : 0;
        var low = origin + test.Low;
        var high = origin + test.High;
        var column = values.Span.Slice(first, rows);
        if (test.Outside)
        {
            Fill(column, bits, new Outside(low, high));
        }
        else if (double.IsPositiveInfinity(high))
        {
            Fill(column, bits, new AtLeast(low));
        }
        else
        {
            Fill(column, bits, new Inside(low, high));
        }
    }

    /// <summary>Marks the rows without a number.</summary>
    internal static void FillMissing(ReadOnlySpan<double> column, Span<ulong> bits) => Fill(column, bits, default(Missing));

    private static void Fill<TTest>(ReadOnlySpan<double> column, Span<ulong> bits, TTest test)
        where TTest : struct, IVectorTest
    {
        for (var word = 0; word * 64 < column.Length; word++)
        {
            var rows = column[(word * 64)..Math.Min(column.Length, (word + 1) * 64)];
            var vectors = MemoryMarshal.Cast<double, Vector256<double>>(rows);
            var result = 0UL;
            for (var index = 0; index < vectors.Length; index++)
            {
                result |= (ulong)test.Passes(vectors[index]).ExtractMostSignificantBits() << (4 * index);
            }

            for (var row = vectors.Length * 4; row < rows.Length; row++)
            {
                result |= (ulong)(test.Passes(Vector256.Create(rows[row])).ExtractMostSignificantBits() & 1) << row;
            }

            bits[word] = result;
        }
    }

    private interface IVectorTest
    {
        Vector256<double> Passes(Vector256<double> numbers);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct Inside(double low, double high) : IVectorTest
    {
        private readonly Vector256<double> _low = Vector256.Create(low);
        private readonly Vector256<double> _high = Vector256.Create(high);

        public Vector256<double> Passes(Vector256<double> numbers) =>
            Vector256.GreaterThanOrEqual(numbers, _low) & Vector256.LessThanOrEqual(numbers, _high);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct Outside(double low, double high) : IVectorTest
    {
        private readonly Vector256<double> _low = Vector256.Create(low);
        private readonly Vector256<double> _high = Vector256.Create(high);

        public Vector256<double> Passes(Vector256<double> numbers) =>
            Vector256.LessThan(numbers, _low) | Vector256.GreaterThan(numbers, _high);
    }

    private readonly struct AtLeast(double low) : IVectorTest
    {
        private readonly Vector256<double> _low = Vector256.Create(low);

        public Vector256<double> Passes(Vector256<double> numbers) => Vector256.GreaterThanOrEqual(numbers, _low);
    }

    private readonly struct Missing : IVectorTest
    {
        public Vector256<double> Passes(Vector256<double> numbers) => ~Vector256.Equals(numbers, numbers);
    }
}

/// <summary>No number in the row.</summary>
internal sealed class MissingNumberColumnTest(ReadOnlyMemory<double> values) : ColumnTest
{
    public override void Fill(int first, int rows, double asOf, Span<ulong> bits) =>
        IntervalColumnTest.FillMissing(values.Span.Slice(first, rows), bits);
}

/// <summary>Options in a set, or there and outside of it.</summary>
internal sealed class CodeColumnTest(ReadOnlyMemory<double> values, CodeTest test) : ColumnTest
{
    public override void Fill(int first, int rows, double asOf, Span<ulong> bits)
    {
        var column = values.Span.Slice(first, rows);
        for (var word = 0; word * 64 < rows; word++)
        {
            var end = Math.Min(rows, (word + 1) * 64);
            var result = 0UL;
            for (var row = word * 64; row < end; row++)
            {
                var passes = !double.IsNaN(column[row]) & (test.Codes.Contains(column[row]) != test.Outside);
                result |= (passes ? 1UL : 0) << row;
            }

            bits[word] = result;
        }
    }
}
