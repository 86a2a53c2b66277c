using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Choice;

/// <summary>How a candidate did on rows that it had not seen.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="LogLoss">The mean loss, in nats.</param>
/// <param name="RocAuc">The area under the ROC curve, the mean over the folds.</param>
/// <param name="Trees">How many trees were best; 0 for other learners.</param>
/// <param name="AboveBest">How much its loss is above the best candidate's; 0 for the best.</param>
/// <param name="StandardError">The standard error of <paramref name="AboveBest"/>, row by row.</param>
/// <param name="Took">How long it took.</param>
public sealed record Trial(Candidate Candidate, double LogLoss, double RocAuc, int Trees, double AboveBest, double StandardError, TimeSpan Took);

/// <summary>A candidate that was not compared.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Why">Why not, for people.</param>
public sealed record Untried(Candidate Candidate, string Why);

/// <summary>The learner that was chosen, the model that it learned from all rows, and the comparison.</summary>
/// <param name="Chosen">How it did on rows that it had not seen.</param>
/// <param name="Why">Why it was chosen, a sentence for people.</param>
/// <param name="Trained">The model, of all rows.</param>
/// <param name="Calibration">Turns its probabilities into shares that come true; learned from rows that the models of the comparison had not seen.</param>
/// <param name="Trials">All that were compared, best first.</param>
/// <param name="Untried">Those that were not.</param>
public sealed record Choice(
    Trial Chosen, string Why, Trained Trained, Calibration.CalibratorChoice Calibration, ValueList<Trial> Trials, ValueList<Untried> Untried);
