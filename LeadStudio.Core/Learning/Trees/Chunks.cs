namespace LeadStudio.Core.Learning.Trees;

/// <summary>Rows in parts that threads take one by one. How they are parted does not depend on the threads.</summary>
internal static class Chunks
{
    private const int Size = 8_192;

    /// <summary>Parts rows.</summary>
    /// <param name="rowCount">How many rows.</param>
    /// <returns>Their parts.</returns>
    public static IReadOnlyList<Range> Of(int rowCount) =>
        [.. Enumerable.Range(0, (rowCount + Size - 1) / Size).Select(chunk => (chunk * Size)..Math.Min((chunk + 1) * Size, rowCount))];
}
