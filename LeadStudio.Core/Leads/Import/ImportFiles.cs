using System.Buffers;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.Options;

namespace LeadStudio.Core.Leads.Import;

/// <summary>The uploaded files in the data folder. Their names are ours, never the user's.</summary>
internal sealed class ImportFiles(IOptions<PersistenceOptions> options)
{
    private const int BufferBytes = 128 * 1024;

    private string Folder => Path.Combine(Path.GetFullPath(options.Value.DataFolder), "uploads");

    /// <summary>Stores a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="maximumBytes">The most that is taken.</param>
    /// <param name="cancellationToken">Stops; nothing remains.</param>
    /// <returns>Its name here and its size; no name where it is too large.</returns>
    public async Task<(string? Name, long Size)> StoreAsync(Stream content, long maximumBytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var name = $"{Guid.NewGuid():N}.csv";
        var isWhole = false;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var file = new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (file.Position + read > maximumBytes)
                {
                    return (null, 0);
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            // The import survives a loss of power, so its file must.
            file.Flush(flushToDisk: true);
            isWhole = true;
            return (name, file.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!isWhole)
            {
                Delete(name);
            }
        }
    }

    public bool Exists(string name) => File.Exists(PathOf(name));

    public FileStream Open(string name) =>
        new(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.SequentialScan);

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>Lists the files that have not been written since an instant.</summary>
    public IReadOnlyList<string> OlderThan(DateTimeOffset instant) =>
        Directory.Exists(Folder)
            ? [.. new DirectoryInfo(Folder).EnumerateFiles("*.csv").Where(file => file.LastWriteTimeUtc < instant.UtcDateTime).Select(file => file.Name)]
            : [];

    private string PathOf(string name) => Path.Combine(Folder, Path.GetFileName(name));
}
