using LeadStudio.Core.Persistence.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LeadStudio.Core.Persistence;

internal sealed class Storage(IDatabase database, IOptions<PersistenceOptions> options, SqliteFiles? files = null) : IStorage
{
    public async Task<StorageFigures> GetAsync(CancellationToken cancellationToken = default)
    {
        var folder = new DirectoryInfo(Path.GetFullPath(options.Value.DataFolder));
        var (version, place, bytes) = await database.ReadAsync(
            async db =>
            {
                var connection = db.Database.GetDbConnection();
                return files is null
                    ? (connection.ServerVersion, $"{connection.DataSource}, database {connection.Database}", await db.Sql("select pg_database_size(current_database())").NumberAsync(cancellationToken))
                    : (connection.ServerVersion, files.Database, SizeOf(files.Database));
            },
            cancellationToken);
        return new StorageFigures(
            database.Kind,
            version,
            place,
            bytes,
            files is null ? 0 : SizeOf(files.Log),
            folder.FullName,
            folder.Exists ? [.. folder.EnumerateDirectories().Select(Measure).OrderByDescending(size => size.Bytes)] : [],
            FreeAt(folder));
    }

    private static FolderSize Measure(DirectoryInfo folder)
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var (count, bytes) = (0, 0L);
        try
        {
            foreach (var file in folder.EnumerateFiles("*", all))
            {
                (count, bytes) = (count + 1, bytes + SizeOf(file.FullName));
            }
        }
        catch (DirectoryNotFoundException)
        {
            // It was deleted meanwhile; what was counted so far is as good as any figure of a moment.
        }

        return new FolderSize(folder.Name, count, bytes);
    }

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    // The folder appears with the first upload; until then the nearest one above it tells the disk.
    private static long FreeAt(DirectoryInfo folder)
    {
        var there = folder;
        while (!there.Exists && there.Parent is { } parent)
        {
            there = parent;
        }

        return new DriveInfo(there.FullName).AvailableFreeSpace;
    }
}
