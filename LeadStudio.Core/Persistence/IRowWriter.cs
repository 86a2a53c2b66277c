namespace LeadStudio.Core.Persistence;

/// <summary>Writes many rows of one table, as fast as the database takes them.</summary>
internal interface IRowWriter : IRowSink, IAsyncDisposable
{
    /// <summary>Writes a text that is UTF-8 already and neither moves nor changes before the row ends.</summary>
    /// <param name="utf8">The text, in memory that the garbage collector does not move.</param>
    void WriteInPlace(ReadOnlySpan<byte> utf8);

    /// <summary>Hands over what is still on its way. Without it nothing is sure to be written.</summary>
    /// <returns>A task that ends when the database has all rows.</returns>
    Task CompleteAsync();
}
