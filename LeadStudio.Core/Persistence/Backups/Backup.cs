namespace LeadStudio.Core.Persistence.Backups;

/// <summary>A copy of the database in the folder of backups.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Reason">Why it was made; null for a file that was put there.</param>
/// <param name="At">When it was made, in UTC.</param>
/// <param name="Bytes">Its size.</param>
public sealed record Backup(string Name, BackupReason? Reason, DateTimeOffset At, long Bytes);

/// <summary>Why a copy of the database is made.</summary>
public enum BackupReason
{
    /// <summary>Somebody asked for it.</summary>
    ByHand,

    /// <summary>A newer version of LeadStudio was about to change the tables.</summary>
    BeforeMigration,

    /// <summary>Another copy was about to take the database's place.</summary>
    BeforeRestore,
}
