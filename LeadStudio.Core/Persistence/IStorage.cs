namespace LeadStudio.Core.Persistence;

/// <summary>Tells how much room the data takes.</summary>
public interface IStorage
{
    /// <summary>Looks at the database and the data folder.</summary>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>The sizes.</returns>
    Task<StorageFigures> GetAsync(CancellationToken cancellationToken = default);
}

/// <summary>Where the data lies, and how much room it takes.</summary>
/// <param name="Kind">The database.</param>
/// <param name="Version">Its version, such as <c>3.50.4</c>.</param>
/// <param name="Place">The path of the file, or the server and the database's name.</param>
/// <param name="DatabaseBytes">The size of the database.</param>
/// <param name="LogBytes">What is committed but not yet in the database's own file; 0 for a server.</param>
/// <param name="DataFolder">The absolute path of the folder of uploads and of the embedded database.</param>
/// <param name="Folders">The folders in it, the largest first.</param>
/// <param name="FreeBytes">What is free on its disk.</param>
public sealed record StorageFigures(
    DatabaseKind Kind, string Version, string Place, long DatabaseBytes, long LogBytes, string DataFolder, IReadOnlyList<FolderSize> Folders, long FreeBytes);

/// <summary>A folder and what is in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Files">The number of files, those in its folders too.</param>
/// <param name="Bytes">Their size.</param>
public sealed record FolderSize(string Name, int Files, long Bytes);
