using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Changes many leads at once, in the background, and takes that back.</summary>
/// <remarks>
/// What is changed is recorded as if somebody had edited each lead by hand. Taking back restores what a lead showed before, but only where
/// nobody has changed it since. Deleted leads wait in a trash, with all that belongs to them; see <see cref="LeadsOptions.TrashDays"/>.
/// </remarks>
public interface ILeadActs
{
    /// <summary>Starts a change. The leads are those that are selected at this moment, whatever the change does to what selects them.</summary>
    /// <param name="selection">The leads.</param>
    /// <param name="change">What to do.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops before the start.</param>
    /// <returns>The act; or <see cref="ActRefused"/>.</returns>
    Task<Result<LeadAct>> StartAsync(LeadSelection selection, ActChange change, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Lets one lead stand for another one, too: it gets all that was said of the other, which goes into the trash.</summary>
    /// <remarks>
    /// The lead that stays keeps its own e-mail address and id; rows of files that name those of the other one speak of it from then on. Where
    /// both have a value, the field's write policy decides. Taking it back brings both to where they were; what was said since stays with the one that stayed.
    /// </remarks>
    /// <param name="id">The lead that goes.</param>
    /// <param name="into">The lead that stays.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops before the start.</param>
    /// <returns>The act; <see cref="LeadNotFound"/> or <see cref="ActRefused"/>.</returns>
    Task<Result<LeadAct>> MergeAsync(long id, long into, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Takes a change back; one that runs is stopped first. Of a deletion that was taken back in part, the rest is tried again.</summary>
    /// <param name="id">The act.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops before the start.</param>
    /// <returns>The act as it stands; <see cref="ActNotFound"/>, or <see cref="ActRefused"/> with what stands in the way.</returns>
    Task<Result<LeadAct>> UndoAsync(long id, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Goes on with a change that stopped at a failure.</summary>
    /// <param name="id">The act.</param>
    /// <param name="cancellationToken">Stops before the start.</param>
    /// <returns>The act as it stands; or <see cref="ActNotFound"/>.</returns>
    Task<Result<LeadAct>> ResumeAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Reads an act.</summary>
    /// <param name="id">The act.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The act, or <see cref="ActNotFound"/>.</returns>
    Task<Result<LeadAct>> GetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Lists acts.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="by">Whose, by the name in trails of changes; null for everybody's.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The acts, newest first.</returns>
    Task<IReadOnlyList<LeadAct>> ListAsync(int count, string? by = null, CancellationToken cancellationToken = default);

    /// <summary>Lists leads that an act deleted and that are not back.</summary>
    /// <param name="id">The act.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The leads.</returns>
    Task<IReadOnlyList<TrashedLead>> TrashAsync(long id, int count, CancellationToken cancellationToken = default);

    /// <summary>Looks a deleted lead up.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The lead; null where the trash does not have it.</returns>
    Task<TrashedLead?> FindInTrashAsync(long leadId, CancellationToken cancellationToken = default);
}

/// <summary>Which leads to change.</summary>
/// <param name="Words">Which they are, in words.</param>
/// <param name="Ids">The leads; or, where there is a query, those that are left out.</param>
/// <param name="Query">What the leads match; null where they are listed.</param>
public sealed record LeadSelection(string Words, IReadOnlyCollection<long> Ids, LeadQuery? Query = null);

/// <summary>What to do to leads.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Values">An owner, the label of a stage, or labels of tags; none to take the owner away, and for a deletion.</param>
public sealed record ActChange(ActKind Kind, params IReadOnlyList<string> Values);

/// <summary>A lead in the trash.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="ActId">The act that deleted it.</param>
/// <param name="Name">The name to call it by.</param>
/// <param name="By">Who deleted it.</param>
/// <param name="At">When, in UTC microseconds.</param>
/// <param name="TakenBy">The lead that has its e-mail address or id now; null where none has.</param>
/// <param name="MergedInto">The lead that stands for it, where it was merged; else null.</param>
public sealed record TrashedLead(long LeadId, long ActId, string Name, string By, long At, long? TakenBy, long? MergedInto);
