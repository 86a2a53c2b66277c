using LeadStudio.Core.Common;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring;

/// <summary>A scorecard in JSON form cannot be read.</summary>
/// <param name="Path">The part, such as <c>groups[0].rules[2].when.any[1]</c>; empty for the whole.</param>
/// <param name="Message">What is wrong with it and what was expected.</param>
public sealed record ScorecardJsonError(string Path, string Message) : InvalidError(Message);

/// <summary>There is no such version.</summary>
/// <param name="Version">The version that was asked for.</param>
public sealed record ScorecardNotFound(long Version) : NotFoundError($"There is no version {Version} of the scorecard.");

/// <summary>Somebody else saved the draft meanwhile.</summary>
/// <param name="By">Who it was.</param>
public sealed record DraftChanged(string By) : ConflictError($"{By} saved the draft meanwhile. Reload the page to see it, then make your change again.");

/// <summary>A scorecard cannot be published.</summary>
/// <param name="Problems">What is wrong, part by part.</param>
public sealed record ScorecardHasErrors(IReadOnlyList<ScorecardProblem> Problems)
    : InvalidError(string.Join(" ", Problems.Select(problem => problem.Message)));

/// <summary>The data cannot suggest a scorecard.</summary>
/// <param name="Won">How many won leads there are.</param>
/// <param name="Lost">How many lost leads there are.</param>
/// <param name="Least">How many of each are needed.</param>
public sealed record TooFewOutcomes(int Won, int Lost, int Least)
    : InvalidError($"A suggestion needs at least {Least} won and {Least} lost leads; there are {Won} and {Lost}. Import a file with outcomes, or mark leads as won and lost.");

/// <summary>No chosen rule tells won from lost.</summary>
public sealed record NothingToScoreBy() : InvalidError("None of the chosen rules tells won leads from lost ones. Choose others.");
