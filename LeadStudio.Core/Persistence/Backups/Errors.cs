using LeadStudio.Core.Common;

namespace LeadStudio.Core.Persistence.Backups;

/// <summary>The database is not a file of LeadStudio's own.</summary>
public sealed record BackupsElsewhere()
    : ConflictError("The database is a PostgreSQL server. Save it with pg_dump and bring it back with pg_restore while LeadStudio is stopped.");

/// <summary>There is no such backup.</summary>
/// <param name="Name">What was looked for.</param>
public sealed record BackupNotFound(string Name) : NotFoundError($"There is no backup \"{Name}\". Perhaps somebody deleted it: reload the page.");

/// <summary>A file cannot take the database's place.</summary>
/// <param name="Name">The file.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record NotRestorable(string Name, string Reason) : InvalidError($"\"{Name}\" cannot be restored: {Reason} Nothing was changed.");

/// <summary>A copy could not be written.</summary>
/// <param name="Reason">What the disk or the database said.</param>
public sealed record BackupFailed(string Reason) : ConflictError($"The backup could not be made: {Reason} Look whether the disk is full or the folder may not be written to.");
