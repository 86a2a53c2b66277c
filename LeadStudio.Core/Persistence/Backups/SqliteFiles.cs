namespace LeadStudio.Core.Persistence.Backups;

/// <summary>Where the embedded database and what belongs to it lie.</summary>
/// <param name="Database">The absolute path of the database.</param>
internal sealed record SqliteFiles(string Database)
{
    /// <summary>Gets the folder of the backups, beside the database and named like it: another database there has its own.</summary>
    public string Backups => Path.ChangeExtension(Database, null) + "-backups";

    /// <summary>Gets the file that takes the database's place at the next start.</summary>
    public string Restore => Database + ".restore";

    /// <summary>Gets the changes that are committed but not yet in the database's own file.</summary>
    public string Log => Database + "-wal";

    /// <summary>Gets the index of <see cref="Log"/>.</summary>
    public string LogIndex => Database + "-shm";

    /// <summary>Makes sure that what was written outlasts a loss of power.</summary>
    /// <param name="path">The file.</param>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
