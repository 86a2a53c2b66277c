using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Leads.Intake;

/// <summary>Takes in what other programs say of leads, and scores the leads at once, in the same transaction.</summary>
/// <remarks>What is said is an observation like a row of a file: its source is the program, and write policies decide what a lead shows.</remarks>
public interface ILeadIntake
{
    /// <summary>Takes in what is said of one lead. Those that come in at the same time share a transaction.</summary>
    /// <param name="said">What is said.</param>
    /// <param name="by">The program.</param>
    /// <param name="cancellationToken">Ends the wait; what is being written is still written.</param>
    /// <returns>The lead as it is now; <see cref="LeadNotFound"/>, <see cref="LeadKeyTaken"/>, <see cref="LeadChangedMeanwhile"/> or <see cref="LeadRefused"/>.</returns>
    Task<Result<IntakeAnswer>> TakeAsync(LeadStatement said, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Takes in what is said of many leads, in one transaction. What is refused does not stop the others.</summary>
    /// <param name="said">What is said; later ones know what earlier ones said.</param>
    /// <param name="by">The program.</param>
    /// <param name="cancellationToken">Stops the write; nothing of it remains.</param>
    /// <returns>What became of each, in the same order; the errors are those of <see cref="TakeAsync(LeadStatement, Actor, CancellationToken)"/>.</returns>
    Task<IReadOnlyList<Result<TakenLead>>> TakeAsync(IReadOnlyList<LeadStatement> said, Actor by, CancellationToken cancellationToken = default);
}

/// <summary>What was taken in of one lead.</summary>
/// <param name="Outcome">What it did.</param>
/// <param name="Lead">The lead as it is now.</param>
public sealed record IntakeAnswer(RowOutcome Outcome, LeadSnapshot Lead);

/// <summary>What was taken in of one lead among many.</summary>
/// <param name="Outcome">What it did.</param>
/// <param name="LeadId">The lead.</param>
/// <param name="Standing">Its score now; null where it was not scored in this transaction, since nothing changed.</param>
public sealed record TakenLead(RowOutcome Outcome, long LeadId, Standing? Standing);
