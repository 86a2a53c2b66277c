using System.Text;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Finds the leads that a batch speaks of, among those stored and those that the batch itself made.</summary>
internal sealed class LeadIndex
{
    private readonly Dictionary<long, LeadState> _byId;
    private const int KeysPerQuery = 1000;

    private readonly Dictionary<string, LeadState> _byEmail;
    private readonly Dictionary<string, LeadState> _byExternal;
    private readonly List<LeadState> _touched = [];
    private readonly HashSet<LeadState> _repeated = [];
    private readonly HashSet<string> _mergedEmails = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mergedExternals = new(StringComparer.Ordinal);
    private readonly PersonIndex? _persons;
    private long _nextId;

    private LeadIndex(Dictionary<long, LeadState> leads, PersonIndex? persons, int rows, int priority)
    {
        (_byId, _persons, PriorityOfSource) = (leads, persons, priority);
        _byEmail = new(rows, StringComparer.Ordinal);
        _byExternal = new(rows, StringComparer.Ordinal);
    }

    /// <summary>Gets the leads that changed or were made, in that order.</summary>
    public IReadOnlyList<LeadState> Touched => _touched;

    /// <summary>Gets the leads of which something was said again that must be remembered.</summary>
    public IReadOnlyCollection<LeadState> Repeated => _repeated;

    /// <summary>Gets the rank of the batch's source.</summary>
    public int PriorityOfSource { get; }

    public static async Task<LeadIndex> LoadAsync(
        LeadStudioDbContext db, DatabaseKind kind, PreparedBatch prepared, CancellationToken cancellationToken)
    {
        var (batch, identities) = (prepared.Batch, prepared.Identities);
        var emails = await FindAsync(db, kind, "email_key", identities.Select(identity => identity.EmailKey), cancellationToken);
        var externals = await FindAsync(db, kind, "external_key", identities.Select(identity => identity.ExternalKey), cancellationToken);
        var isMerged = await LeadMerges.AnyAsync(db, cancellationToken);
        var mergedEmails = isMerged ? await MergedAsync(db, kind, "email_key", identities.Select(identity => identity.EmailKey), emails, cancellationToken) : [];
        var mergedExternals = isMerged ? await MergedAsync(db, kind, "external_key", identities.Select(identity => identity.ExternalKey), externals, cancellationToken) : [];
        var persons = batch.MatchesPhoneAndName ? await PersonIndex.LoadAsync(db, kind, batch.Catalog, identities.Where(IsUnknown).Select(identity => identity.PersonKey!), cancellationToken) : null;
        var ids = emails.Values.Concat(externals.Values).Concat(mergedEmails.Values).Concat(mergedExternals.Values).Concat(batch.Rows.Where(row => row.LeadId is not null).Select(row => row.LeadId!.Value)).Concat(persons?.Leads ?? []).ToHashSet();
        var states = await LeadReader.LoadAsync(db, batch.Catalog, ids, cancellationToken);
        var priority = await db.Sql("select priority from sources where id = @id", ("id", batch.SourceId)).NumberAsync(cancellationToken);
        var index = new LeadIndex(states, persons, batch.Rows.Count, (int)priority);
        foreach (var (key, id) in emails)
        {
            index._byEmail[key] = states[id];
        }

        foreach (var (key, id) in externals)
        {
            index._byExternal[key] = states[id];
        }

        index.AddMerged(mergedEmails, index._byEmail, index._mergedEmails);
        index.AddMerged(mergedExternals, index._byExternal, index._mergedExternals);
        return index;

        bool IsUnknown(RowIdentity identity) => identity is { PersonKey: not null, EmailKey: var email, ExternalKey: var external }
            && (email is null || !(emails.ContainsKey(email) || mergedEmails.ContainsKey(email)))
            && (external is null || !(externals.ContainsKey(external) || mergedExternals.ContainsKey(external)));
    }

    /// <summary>Tells which parts of an identity are those of a lead for which another one stands: what a row says of them is not for that one.</summary>
    /// <param name="identity">The row's identity.</param>
    public (bool Email, bool External) IsMerged(RowIdentity identity) =>
        (identity.EmailKey is { } email && _mergedEmails.Contains(email), identity.ExternalKey is { } external && _mergedExternals.Contains(external));

    /// <summary>Sets ids aside for leads that may be made. What is not used is never used.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when the ids are ours.</returns>
    public async Task ReserveAsync(LeadStudioDbContext db, int count, CancellationToken cancellationToken) =>
        _nextId = 1 - count + await db.Sql(
            "update counters set value = value + @count where name = 'leads' returning value", ("count", (long)count)).NumberAsync(cancellationToken);

    /// <summary>Finds a row's lead.</summary>
    /// <param name="row">The row.</param>
    /// <param name="identity">By what to find it.</param>
    /// <returns>The lead, or null for a new one; or why the row cannot be taken; and whether phone number and family name found it.</returns>
    public (LeadState? Lead, RowProblem? Problem, bool IsByPerson) Find(BatchRow row, RowIdentity identity)
    {
        var byEmail = identity.EmailKey is null ? null : _byEmail.GetValueOrDefault(identity.EmailKey);
        var byExternal = identity.ExternalKey is null ? null : _byExternal.GetValueOrDefault(identity.ExternalKey);
        if (row.LeadId is { } id)
        {
            var lead = _byId[id];
            var other = byEmail is not null && byEmail != lead ? byEmail : byExternal is not null && byExternal != lead ? byExternal : null;
            return other is null ? (lead, null, false) : (null, new("taken", "The e-mail address or id belongs to another lead.", other.Id), false);
        }

        if (byEmail is not null && byExternal is not null && byEmail != byExternal)
        {
            return (null, new("conflict", "The e-mail address belongs to one lead and the id to another. Correct one of the two."), false);
        }

        var known = byEmail ?? byExternal;
        var person = known is null && identity.PersonKey is { } key ? _persons?.Find(key, _byId) : null;
        return (known ?? person, known is null && person is null ? identity.ProblemIfNew : null, person is not null);
    }

    /// <summary>Makes a lead.</summary>
    /// <returns>The lead.</returns>
    public LeadState Add()
    {
        var lead = new LeadState(_nextId++, isNew: true);
        if (_persons is not null)
        {
            _byId.Add(lead.Id, lead);
        }

        return lead;
    }

    /// <summary>Notes that a row changed a lead, and by what to find it from now on.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="identity">The row's identity.</param>
    public void Touch(LeadState lead, RowIdentity identity)
    {
        if (identity.EmailKey is not null)
        {
            _byEmail[identity.EmailKey] = lead;
        }

        if (identity.ExternalKey is not null)
        {
            _byExternal[identity.ExternalKey] = lead;
        }

        if (identity.PersonKey is { } person)
        {
            _persons?.Note(person, lead);
        }

        if (!lead.IsTouched)
        {
            lead.IsTouched = true;
            _touched.Add(lead);
        }
    }

    /// <summary>Notes that a row said again what was known of a lead.</summary>
    /// <param name="lead">The lead.</param>
    public void Repeat(LeadState lead)
    {
        if (lead.HasNewRepeats)
        {
            _repeated.Add(lead);
        }
    }

    // The lead that stands for another one may be in the trash itself; then the row makes a new one.
    private void AddMerged(Dictionary<string, long> merged, Dictionary<string, LeadState> byKey, HashSet<string> keys)
    {
        foreach (var (key, id) in merged)
        {
            if (_byId.TryGetValue(id, out var lead))
            {
                byKey[key] = lead;
                keys.Add(key);
            }
        }
    }

    private static async Task<Dictionary<string, long>> MergedAsync(
        LeadStudioDbContext db, DatabaseKind kind, string column, IEnumerable<string?> keys, Dictionary<string, long> known, CancellationToken cancellationToken) =>
        await LeadMerges.FindAsync(db, kind, column, [.. keys.OfType<string>().Distinct(StringComparer.Ordinal).Where(key => !known.ContainsKey(key))], cancellationToken);

    private static async Task<Dictionary<string, long>> FindAsync(
        LeadStudioDbContext db, DatabaseKind kind, string column, IEnumerable<string?> keys, CancellationToken cancellationToken)
    {
        var distinct = keys.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (distinct.Count == 0 || (kind == DatabaseKind.Sqlite && await IsFreeAsync(db, column, distinct, cancellationToken)))
        {
            return [];
        }

        var found = new Dictionary<string, long>(StringComparer.Ordinal);

        // In slices: one text with all keys would be a large object, and many of those make the garbage collector stop everything.
        foreach (var slice in distinct.Chunk(KeysPerQuery))
        {
            await using var command = db.Sql($"select {column}, id from leads where {column} {IdsSql.Among(kind)}", ("ids", IdsSql.Value(kind, slice)));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add(reader.GetString(0), reader.GetInt64(1));
            }
        }

        return found;
    }

    // Most exports are in the order of their ids: then one look tells that all of them are new.
    private static async Task<bool> IsFreeAsync(LeadStudioDbContext db, string column, List<string> ordered, CancellationToken cancellationToken) =>
        ordered.TrueForAll(key => Ascii.IsValid(key)) // others are in another order there
            && await db.Sql(
                $"select not exists (select 1 from leads where {column} between @first and @last)",
                ("first", ordered[0]),
                ("last", ordered[^1])).NumberAsync(cancellationToken) == 1;
}
