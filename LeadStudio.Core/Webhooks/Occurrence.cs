using System.Globalization;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Messaging;

namespace LeadStudio.Core.Webhooks;

/// <summary>One thing that happened to one lead or import.</summary>
/// <param name="Id">Its id: the number of the outbox's entry, a dot, and its place in the entry.</param>
/// <param name="Event">What happened; see <see cref="WebhookEvents"/>.</param>
/// <param name="At">When, in UTC microseconds.</param>
/// <param name="LeadId">The lead; 0 where it is about none.</param>
/// <param name="ImportId">The import; 0 where it is about none.</param>
/// <param name="Step">The change of the score; null where it is about none.</param>
public sealed record Occurrence(string Id, string Event, long At, long LeadId = 0, long ImportId = 0, ScoreStep? Step = null)
{
    /// <summary>Reads what an entry of the outbox tells.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>What happened, in its order.</returns>
    internal static IEnumerable<Occurrence> Of(OutboxEntry entry)
    {
        var name = WebhookEvents.OfTopic(entry.Topic);
        string Id(int place) => string.Create(CultureInfo.InvariantCulture, $"{entry.Id}.{place}");
        return name switch
        {
            WebhookEvents.ScoreChanged => JournalText.ReadSteps(entry.Data).Select((step, place) => new Occurrence(Id(place), name, entry.At, step.LeadId, Step: step)),
            WebhookEvents.ImportFinished => JournalText.ReadIds(entry.Data).Select((import, place) => new Occurrence(Id(place), name, entry.At, ImportId: import)),
            _ => JournalText.ReadIds(entry.Data).Select((lead, place) => new Occurrence(Id(place), name, entry.At, lead)),
        };
    }

    /// <summary>Tells whether a webhook wants to know.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <returns>Whether it does.</returns>
    internal bool IsFor(Webhook webhook) => webhook.EventList.Contains(Event) && (Step is not { } step || webhook.Threshold is not { } threshold || step.Crosses(threshold));
}
