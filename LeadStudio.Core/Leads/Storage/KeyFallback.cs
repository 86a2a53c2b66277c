using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Lets leads fall back to earlier addresses and ids only where no other lead has taken those since.</summary>
internal sealed class KeyFallback(LeadStudioDbContext db, DatabaseKind kind, FieldCatalog catalog)
{
    /// <summary>Empties the keys that change, so that leads may exchange them, and puts out those that are taken.</summary>
    /// <param name="leads">The leads, with their new values; not written yet.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when the leads can be written.</returns>
    public async Task SettleAsync(IReadOnlyList<LeadState> leads, CancellationToken cancellationToken)
    {
        foreach (var key in (string[])[StandardFields.Email, StandardFields.ExternalId])
        {
            var field = catalog[key];
            var changed = leads.Where(lead => lead.HasChangedIn(field.Id)).ToList();
            if (changed.Count > 0)
            {
                await SettleAsync(field, changed, cancellationToken);
            }
        }
    }

    private async Task SettleAsync(Field field, List<LeadState> changed, CancellationToken cancellationToken)
    {
        var ids = IdsSql.Value(kind, changed.Select(lead => lead.Id).ToArray());
        await db.Sql($"update leads set {field.ComparedColumn} = null where id {IdsSql.Among(kind)}", ("ids", ids)).RunAsync(cancellationToken);
        var wanted = changed.Select(lead => (Lead: lead, Key: lead.Value(field.Id).Text is { } text ? FieldComparison.Compared(field, text) : null)).ToList();
        var keys = IdsSql.Value(kind, wanted.Select(want => want.Key).OfType<string>().Distinct(StringComparer.Ordinal).ToArray());
        var taken = await db.Sql($"select {field.ComparedColumn} from leads where {field.ComparedColumn} {IdsSql.Among(kind)}", ("ids", keys))
            .ListAsync(reader => reader.GetString(0), cancellationToken);
        HashSet<string> used = new(taken, StringComparer.Ordinal);
        foreach (var (lead, key) in wanted)
        {
            if (key is not null && !used.Add(key))
            {
                lead.Assume(field.Id, FieldValue.Empty);
            }
        }
    }
}
