using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Live;

namespace LeadStudio.Api.Leads;

/// <summary>Writes changes of scores to one listener. What listeners with the same filter are sent is written once for all of them.</summary>
internal sealed class ScoreStream(PipeWriter output, ScoreChanges changes, ILeadList list, ScoreFilter filter, TimeProvider time)
{
    // Proxies end connections that are silent; and who does not take what is sent would have it kept for ever.
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly StringBuilder _greeting = new("retry: 2000\n");

    public async Task RunAsync(ScorePosition? after, CancellationToken cancellationToken)
    {
        var batch = await changes.LastAsync(cancellationToken);
        if (after is { } place && !await changes.CanResumeAsync(place, cancellationToken))
        {
            _greeting.Append("event: reset\ndata: {\"detail\":\"Too much happened since the last event. Read the leads again.\"}\n");
            after = null;
        }

        await SendAsync(Encoding.UTF8.GetBytes($"{_greeting}id: {after ?? new(batch.Entry)}\n\n"), cancellationToken);
        if (after is { } from)
        {
            await foreach (var missed in changes.PastAsync(from, batch, cancellationToken))
            {
                await SendAsync(await TextOfAsync(missed, missed.Entry == from.Entry ? from.Place : -1), cancellationToken);
            }
        }

        await FollowAsync(batch, cancellationToken);
    }

    private async Task FollowAsync(ScoreBatch batch, CancellationToken cancellationToken)
    {
        var beat = time.GetTimestamp();
        while (true)
        {
            var left = s_heartbeat - time.GetElapsedTime(beat);
            if (left <= TimeSpan.Zero || !await ArrivesAsync(batch.Next, left, cancellationToken))
            {
                await SendAsync(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $": still here\nid: {batch.Entry}\n\n")), cancellationToken);
                beat = time.GetTimestamp();
                continue;
            }

            batch = await batch.Next;
            var text = await batch.MadeAsync("text", filter.Key, () => TextOfAsync(batch, -1));
            await SendAsync(text, cancellationToken);
        }
    }

    private async Task<bool> ArrivesAsync(Task next, TimeSpan within, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(within, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task<byte[]> TextOfAsync(ScoreBatch batch, int after)
    {
        var text = new StringBuilder();
        foreach (var (place, step) in await filter.ChooseAsync(batch, list))
        {
            if (place > after)
            {
                var change = new ScoreChangeJson(PlainText.Of(step.LeadId), step.Before, step.After, step.Band.ToString(), ValueJson.Instant(batch.At));
                text.Append(CultureInfo.InvariantCulture, $"id: {new ScorePosition(batch.Entry, place)}\nevent: score\ndata: {JsonSerializer.Serialize(change, JsonSerializerOptions.Web)}\n\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private async Task SendAsync(byte[] text, CancellationToken cancellationToken)
    {
        if (text.Length > 0)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(s_patience);
            await output.WriteAsync(text, patience.Token);
        }
    }
}

/// <summary>A change of a score.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Before">The score before, in points; null for the first one.</param>
/// <param name="Score">The score since, in points.</param>
/// <param name="Band">The band since.</param>
/// <param name="At">When it changed.</param>
internal sealed record ScoreChangeJson(string LeadId, int? Before, int Score, string Band, DateTime At);
