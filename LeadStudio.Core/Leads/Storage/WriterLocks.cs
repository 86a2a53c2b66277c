using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>What writers hold until their transaction ends, so that two never meet. SQLite has one writer at a time, and needs none.</summary>
internal static class WriterLocks
{
    /// <summary>Held by those who record or remove leads: two that met the same new address would both add it.</summary>
    public const long Leads = 7201;

    /// <summary>Held by those who record what is said of companies: two would take the same sequence.</summary>
    public const long Companies = 7202;

    /// <summary>Held by those who remove leads; those who store scores share it: a score for a lead that is gone would stay.</summary>
    public const long Standings = 7203;

    /// <summary>Takes locks, in this order.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="locks">The locks.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when they are held.</returns>
    public static async Task TakeAsync(LeadStudioDbContext db, IReadOnlyList<long> locks, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Sql($"select {string.Join(", ", locks.Select(one => $"pg_advisory_xact_lock({one})"))}").RunAsync(cancellationToken);
        }
    }
}
