namespace LeadStudio.Core.Leads.Import;

/// <summary>The bounds of an import.</summary>
public sealed record ImportLimits
{
    /// <summary>The most options that imports may give to one choice field; a column with more different values is text.</summary>
    public const int OptionsPerField = 2000;

    /// <summary>Gets the largest file, in bytes. The default is 2 GB.</summary>
    public long MaximumBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Gets the rows that are written in one transaction. The default is 2,000: with more, the arrays of a chunk are large objects to the garbage collector.</summary>
    public int RowsPerChunk { get; init; } = 2000;

    /// <summary>Gets the rows at the beginning of a file from which the meaning of its columns is guessed. The default is 20,000.</summary>
    public int RowsAnalyzed { get; init; } = 20_000;

    /// <summary>Gets how long an upload waits for its start. The default is a day.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromDays(1);
}
