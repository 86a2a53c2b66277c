using System.Globalization;
using System.Runtime.CompilerServices;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Listing;
using Microsoft.AspNetCore.SignalR;

namespace LeadStudio.Live;

/// <summary>Streams changes of scores to clients of the hub.</summary>
public sealed class HubScoreStream
{
    private readonly ScoreChanges _changes;
    private readonly ILeadList _list;

    /// <summary>Initializes a new instance of the <see cref="HubScoreStream"/> class.</summary>
    /// <param name="services">Gives what it uses, which no other project sees.</param>
    public HubScoreStream(IServiceProvider services) =>
        (_changes, _list) = (services.GetRequiredService<ScoreChanges>(), services.GetRequiredService<ILeadList>());

    /// <summary>Streams; see <see cref="ScoresHub.Watch"/>.</summary>
    /// <param name="threshold">The threshold, in points.</param>
    /// <param name="filter">What the leads meet.</param>
    /// <param name="after">The last place.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The changes.</returns>
    public async IAsyncEnumerable<PlacedScoreChange> WatchAsync(int? threshold, string? filter, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = new ScoreFilter(threshold, filter, QueryOf(filter));
        var batch = await _changes.LastAsync(cancellationToken);
        if (after is not null)
        {
            var from = await PlaceOfAsync(after, cancellationToken);
            await foreach (var missed in _changes.PastAsync(from, batch, cancellationToken))
            {
                foreach (var change in (await ReadAsync(missed, wanted)).Where(change => missed.Entry != from.Entry || ScorePosition.Read(change.Id)!.Value.Place > from.Place))
                {
                    yield return change;
                }
            }
        }

        while (true)
        {
            batch = await batch.Next.WaitAsync(cancellationToken);
            foreach (var change in await batch.MadeAsync("changes", wanted.Key, () => ReadAsync(batch, wanted)))
            {
                yield return change;
            }
        }
    }

    private static LeadQuery? QueryOf(string? filter)
    {
        if (filter is null)
        {
            return null;
        }

        var condition = ConditionText.Parse(filter);
        return condition.IsSuccess ? new LeadQuery { Filter = condition.Value, Scope = LeadScope.All } : throw new HubException(condition.Error.Message);
    }

    private async Task<ScorePosition> PlaceOfAsync(string after, CancellationToken cancellationToken)
    {
        var place = ScorePosition.Read(after) ?? throw new HubException($"\"{after}\" is no place in this stream. Send the last id as it came, or null.");
        return await _changes.CanResumeAsync(place, cancellationToken) ? place : throw new HubException("Too much happened since this place. Read the leads again, and begin with null.");
    }

    private async Task<IReadOnlyList<PlacedScoreChange>> ReadAsync(ScoreBatch batch, ScoreFilter filter) =>
    [
        .. (await filter.ChooseAsync(batch, _list)).Select(one => new PlacedScoreChange(
            new ScorePosition(batch.Entry, one.Place).ToString(), one.Step.LeadId.ToString(CultureInfo.InvariantCulture), one.Step.Before, one.Step.After, one.Step.Band.ToString())),
    ];
}
