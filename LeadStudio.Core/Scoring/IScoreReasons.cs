namespace LeadStudio.Core.Scoring;

/// <summary>Says in one line why leads have their scores.</summary>
public interface IScoreReasons
{
    /// <summary>Names the rules that weigh most.</summary>
    /// <param name="version">The version of the scorecard.</param>
    /// <param name="ruleMask">Which rules held, as the standing has it.</param>
    /// <param name="count">At most so many rules.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The rules with the most points, best first; where none gives any, those that take most.</returns>
    ValueTask<IReadOnlyList<ScoreReason>> ReasonsAsync(long version, string ruleMask, int count, CancellationToken cancellationToken = default);
}

/// <summary>A rule that held.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">Its points.</param>
public sealed record ScoreReason(string Name, int Points);

internal sealed class ScoreReasons(IScorecards scorecards) : IScoreReasons
{
    public async ValueTask<IReadOnlyList<ScoreReason>> ReasonsAsync(
        long version, string ruleMask, int count, CancellationToken cancellationToken = default)
    {
        var card = await scorecards.GetAsync(version, cancellationToken);
        if (!card.IsSuccess)
        {
            return [];
        }

        var mask = StandingText.ReadMask(ruleMask);
        var held = card.Value.Card.Rules().Where((_, index) => mask[index]).Select(rule => new ScoreReason(rule.Rule.Name, rule.Rule.Points)).ToList();
        var good = held.Where(reason => reason.Points > 0).OrderByDescending(reason => reason.Points).Take(count).ToList();
        return good.Count > 0 ? good : [.. held.OrderBy(reason => reason.Points).Take(count)];
    }
}
