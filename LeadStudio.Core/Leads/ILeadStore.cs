using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Leads;

/// <summary>Reads and changes single leads.</summary>
public interface ILeadStore
{
    /// <summary>Reads all that is known of a lead.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The lead, or <see cref="LeadNotFound"/>.</returns>
    Task<Result<LeadDetails>> GetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Adds a lead by hand.</summary>
    /// <param name="values">The values by field key; e-mail address or external id at least.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The lead's id; or what is wrong with a value.</returns>
    Task<Result<long>> AddAsync(IReadOnlyDictionary<string, FieldValue> values, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Changes values by hand; an empty value clears its field.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="values">The values by field key.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="isLocked">Whether other sources shall not overwrite them.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The lead's id; <see cref="LeadNotFound"/>, <see cref="FieldNotFound"/>, <see cref="LeadKeyTaken"/> or <see cref="LeadRefused"/>.</returns>
    Task<Result<long>> EditAsync(
        long id, IReadOnlyDictionary<string, FieldValue> values, Actor by, bool isLocked = false, CancellationToken cancellationToken = default);

    /// <summary>Takes the lock off a field: its write policy decides again which value shows. That somebody did so is recorded.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="key">The field's key; nothing happens where it is not locked.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The lead's id; <see cref="LeadNotFound"/> or <see cref="FieldNotFound"/>.</returns>
    Task<Result<long>> UnlockAsync(long id, string key, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Closes a lead as won or lost, or opens it again.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="outcome"><see cref="StandardFields.Won"/>, <see cref="StandardFields.Lost"/>, or null to open it again.</param>
    /// <param name="value">What it is worth in money; null where that is unknown.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="at">When it was won or lost, in UTC microseconds; null for now.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The lead's id, or <see cref="LeadNotFound"/>.</returns>
    Task<Result<long>> SetOutcomeAsync(
        long id, int? outcome, double? value, Actor by, long? at = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the scores that leads have and had.</summary>
    /// <param name="ids">The leads.</param>
    /// <param name="since">From when on, in UTC microseconds; the score that held then is included.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The scores, each lead's together and oldest first; the last is the present one.</returns>
    Task<IReadOnlyList<ScoreHistoryEntry>> HistoryAsync(IReadOnlyCollection<long> ids, long since, CancellationToken cancellationToken = default);
}
