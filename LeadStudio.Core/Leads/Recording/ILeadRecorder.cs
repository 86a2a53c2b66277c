using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>The one door through which anything becomes known of a lead.</summary>
public interface ILeadRecorder
{
    /// <summary>Makes ready what needs no database, on any thread: a long import does so while the batch before is written.</summary>
    /// <param name="batch">The observations.</param>
    /// <returns>The same, ready to be recorded; dispose it afterwards.</returns>
    PreparedBatch Prepare(ObservationBatch batch);

    /// <summary>Records observations as part of a transaction: finds or makes their leads, updates the profiles, and leaves work for Scoring.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="batch">The observations.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>What became of each.</returns>
    Task<BatchResult> RecordAsync(LeadStudioDbContext db, PreparedBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Records observations as part of a transaction: finds or makes their leads, updates the profiles, and leaves work for Scoring.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="batch">The observations.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>What became of each.</returns>
    Task<BatchResult> RecordAsync(LeadStudioDbContext db, ObservationBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Tells everybody what a batch changed; call it after the commit.</summary>
    /// <param name="result">What became of the batch.</param>
    void Announce(BatchResult result);
}
