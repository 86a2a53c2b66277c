using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Messaging;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace LeadStudio.Live;

/// <summary>The live feed of scores for other programs, at <c>/hubs/scores</c>. Clients receive <c>scoresChanged</c> with a list of changes.</summary>
[Authorize(Policy = Scopes.ReadLeads, AuthenticationSchemes = ApiKeyHandler.SchemeName + ",Identity.Application")]
public sealed class ScoresHub : Hub<IScoresClient>
{
    /// <summary>The address.</summary>
    public const string Path = "/hubs/scores";

    /// <summary>Lets in who sees all leads: what is sent is not chosen for each.</summary>
    /// <returns>A task that ends when that is decided.</returns>
    public override async Task OnConnectedAsync()
    {
        var sight = Context.GetHttpContext()!.RequestServices.GetRequiredService<LeadSight>();
        if (await sight.LimitAsync(Context.User!, Context.ConnectionAborted) is not null)
        {
            Context.Abort();
            return;
        }

        await base.OnConnectedAsync();
    }

    /// <summary>Streams changes, from a place on or from now on. Who was away sends the last place again and misses nothing within three days.</summary>
    /// <param name="threshold">The threshold that a score must cross, in points; null for each change.</param>
    /// <param name="filter">What the leads meet, in the filter language; null for all leads.</param>
    /// <param name="after">The <see cref="PlacedScoreChange.Id"/> of the last change that came; null to begin now.</param>
    /// <param name="stream">Makes the stream.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="HubException">A parameter does not fit, or the place is too old; the message says what to do.</exception>
    public IAsyncEnumerable<PlacedScoreChange> Watch(int? threshold, string? filter, string? after, [FromServices] HubScoreStream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.WatchAsync(threshold, filter, after, cancellationToken);
    }
}

/// <summary>A change of a score in its place.</summary>
/// <param name="Id">Its place, to read on from.</param>
/// <param name="LeadId">The lead's id.</param>
/// <param name="Before">The score before, in points; null for a new lead.</param>
/// <param name="Score">The score since, in points.</param>
/// <param name="Band">The band since.</param>
public sealed record PlacedScoreChange(string Id, string LeadId, int? Before, int Score, string Band);

/// <summary>What clients of <see cref="ScoresHub"/> are told.</summary>
public interface IScoresClient
{
    /// <summary>Scores changed.</summary>
    /// <param name="changes">What changed; where <paramref name="count"/> is greater, too many to list: read the leads again.</param>
    /// <param name="count">How many scores were written.</param>
    /// <returns>A task that ends when it was sent.</returns>
    Task ScoresChanged(IReadOnlyList<ScoreChangeMessage> changes, int count);
}

/// <summary>A changed score, as other programs see it.</summary>
/// <param name="LeadId">The lead's id.</param>
/// <param name="Before">The score before, in points; null for a new lead.</param>
/// <param name="Score">The score now, in points.</param>
public sealed record ScoreChangeMessage(string LeadId, int? Before, int Score);

/// <summary>Sends what the bus tells to the hub's clients, in order.</summary>
internal sealed class ScoresFeed(IEventBus bus, IHubContext<ScoresHub, IScoresClient> hub) : Worker
{
    private readonly System.Threading.Channels.Channel<StandingsChanged> _news =
        System.Threading.Channels.Channel.CreateBounded<StandingsChanged>(
            new System.Threading.Channels.BoundedChannelOptions(10_000) { FullMode = System.Threading.Channels.BoundedChannelFullMode.DropOldest });

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var subscription = bus.Subscribe<StandingsChanged>(news => _news.Writer.TryWrite(news));
        await foreach (var news in _news.Reader.ReadAllAsync(stoppingToken))
        {
            await hub.Clients.All.ScoresChanged(
                [.. news.Changes.Select(change => new ScoreChangeMessage(
                    change.LeadId.ToString(System.Globalization.CultureInfo.InvariantCulture), change.Before, change.After))],
                news.Count);
        }
    }
}
