using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Journal;

/// <summary>Puts what happened to leads into the outbox, in the transaction that makes it happen.</summary>
internal sealed class LeadJournal(IOutbox outbox)
{
    // Large texts are garbage that stays for long, and who reads an entry has all of it in memory.
    private const int EntrySize = 2_000;

    /// <summary>Adds leads that were made or changed.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="leads">The leads; those that show nothing else than before are passed over.</param>
    /// <param name="catalog">The fields.</param>
    /// <returns>A task that ends when they are added.</returns>
    public async Task AddAsync(LeadStudioDbContext db, IReadOnlyList<LeadState> leads, FieldCatalog catalog)
    {
        var outcome = catalog[StandardFields.Outcome].Id;
        await AddIdsAsync(db, LeadTopics.Created, leads.Where(lead => lead.IsNew));
        await AddIdsAsync(db, LeadTopics.Updated, leads.Where(lead => !lead.IsNew && lead.HasChanged));
        await AddIdsAsync(db, LeadTopics.Outcome, leads.Where(lead => lead.IsNew ? !lead.Value(outcome).IsEmpty : lead.HasChangedIn(outcome)));
    }

    /// <summary>Adds scores that changed.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="steps">The changes.</param>
    /// <returns>A task that ends when they are added.</returns>
    public async Task AddAsync(LeadStudioDbContext db, IEnumerable<ScoreStep> steps)
    {
        foreach (var part in steps.Chunk(EntrySize))
        {
            await outbox.AddAsync(db, LeadTopics.Scores, JournalText.OfSteps(part));
        }
    }

    /// <summary>Adds the end of an import.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="import">The import.</param>
    /// <returns>A task that ends when it is added.</returns>
    public Task AddEndAsync(LeadStudioDbContext db, long import) => outbox.AddAsync(db, LeadTopics.ImportEnded, JournalText.OfIds([import]));

    private async Task AddIdsAsync(LeadStudioDbContext db, string topic, IEnumerable<LeadState> leads)
    {
        foreach (var part in leads.Chunk(EntrySize))
        {
            await outbox.AddAsync(db, topic, JournalText.OfIds([.. part.Select(lead => lead.Id).Order()]));
        }
    }
}
