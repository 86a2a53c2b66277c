using LeadStudio.Core.Leads.Journal;

namespace LeadStudio.Core.Webhooks;

/// <summary>What webhooks can be told.</summary>
public static class WebhookEvents
{
    /// <summary>A lead was added.</summary>
    public const string LeadCreated = "lead.created";

    /// <summary>Values of a lead changed.</summary>
    public const string LeadUpdated = "lead.updated";

    /// <summary>A lead's score changed, or with a threshold: crossed it.</summary>
    public const string ScoreChanged = "score.changed";

    /// <summary>A lead was won, lost or opened again.</summary>
    public const string LeadOutcome = "lead.outcome";

    /// <summary>An import finished, failed or was stopped.</summary>
    public const string ImportFinished = "import.finished";

    /// <summary>Somebody tried the webhook; not to be chosen.</summary>
    public const string Test = "test";

    private static readonly Dictionary<string, string> s_topics = new(StringComparer.Ordinal)
    {
        [LeadCreated] = LeadTopics.Created,
        [LeadUpdated] = LeadTopics.Updated,
        [ScoreChanged] = LeadTopics.Scores,
        [LeadOutcome] = LeadTopics.Outcome,
        [ImportFinished] = LeadTopics.ImportEnded,
    };

    /// <summary>Gets the events that can be chosen, with what each tells people.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [LeadCreated] = "A lead was added",
        [LeadUpdated] = "Values of a lead changed",
        [ScoreChanged] = "A score changed",
        [LeadOutcome] = "A lead was won, lost or opened again",
        [ImportFinished] = "An import finished, failed or was stopped",
    };

    /// <summary>Gives the topic of the outbox that an event comes from.</summary>
    /// <param name="name">The event, one of <see cref="Texts"/>.</param>
    /// <returns>The topic.</returns>
    internal static string TopicOf(string name) => s_topics[name];

    /// <summary>Gives the event that a topic of the outbox becomes.</summary>
    /// <param name="topic">The topic.</param>
    /// <returns>The event.</returns>
    internal static string OfTopic(string topic) => s_topics.Single(pair => pair.Value == topic).Key;
}
