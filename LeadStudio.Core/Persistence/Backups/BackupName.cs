using System.Globalization;

namespace LeadStudio.Core.Persistence.Backups;

/// <summary>Names of backups: when and why each was made.</summary>
internal static class BackupName
{
    /// <summary>How all of them end.</summary>
    public const string Extension = ".db";

    private const string Format = "yyyyMMdd-HHmmss-fff";
    private const string Prefix = "leadstudio-";

    private static readonly Dictionary<BackupReason, string> s_words = new()
    {
        [BackupReason.ByHand] = "by-hand",
        [BackupReason.BeforeMigration] = "before-migration",
        [BackupReason.BeforeRestore] = "before-restore",
    };

    /// <summary>Makes a name.</summary>
    /// <param name="at">When.</param>
    /// <param name="reason">Why.</param>
    /// <returns>A file name, such as <c>leadstudio-20261126-013000-000-by-hand.db</c>.</returns>
    public static string Of(DateTimeOffset at, BackupReason reason) =>
        $"{Prefix}{at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}-{s_words[reason]}{Extension}";

    /// <summary>Reads a backup's name.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The backup; without a reason, and as of the file's own time, where the name is somebody's own.</returns>
    public static Backup Read(FileInfo file)
    {
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        return stem.StartsWith(Prefix, StringComparison.Ordinal)
            && stem.Length > Prefix.Length + Format.Length
            && DateTimeOffset.TryParseExact(stem.AsSpan(Prefix.Length, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && s_words.FirstOrDefault(pair => stem.AsSpan(Prefix.Length + Format.Length + 1).SequenceEqual(pair.Value)) is { Value: not null } reason
            ? new Backup(file.Name, reason.Key, at, file.Length)
            : new Backup(file.Name, null, new DateTimeOffset(file.LastWriteTimeUtc), file.Length);
    }
}
