namespace LeadStudio.Core.Persistence;

/// <summary>Takes rows value by value: per row, each column's value in order, then <see cref="EndRow"/>.</summary>
/// <remarks>Columns are <c>bigint</c>, <c>double precision</c> or text; other types cannot be written.</remarks>
internal interface IRowSink
{
    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The value.</param>
    void Write(long value);

    /// <summary>Writes a number; NaN becomes null.</summary>
    /// <param name="value">The value.</param>
    void Write(double value);

    /// <summary>Writes a text.</summary>
    /// <param name="value">The value, or null.</param>
    void Write(string? value);

    /// <summary>Writes a text that is UTF-8 already.</summary>
    /// <param name="utf8">The text; its bytes may change after the call.</param>
    void WriteUtf8(ReadOnlySpan<byte> utf8);

    /// <summary>Writes null.</summary>
    void WriteNull();

    /// <summary>Writes a whole number that may be missing.</summary>
    /// <param name="value">The value, or null.</param>
    void WriteOptional(long? value)
    {
        if (value is { } number)
        {
            Write(number);
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Ends the row.</summary>
    void EndRow();
}
