using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Finds leads by phone number and family name, among those stored and those that the batch made. Two leads with the same stand for nobody.</summary>
internal sealed class PersonIndex(FieldCatalog catalog)
{
    private const int KeysPerQuery = 1000;
    private readonly Dictionary<string, HashSet<long>> _leads = new(StringComparer.Ordinal);

    /// <summary>Gets the leads that may be found; where two have the same, none needs to be read.</summary>
    public IEnumerable<long> Leads => _leads.Values.Where(leads => leads.Count == 1).SelectMany(leads => leads);

    /// <summary>Looks the leads up.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="kind">The database.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="keys">Those of <see cref="PhoneIdentity.KeyOf"/>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The index.</returns>
    public static async Task<PersonIndex> LoadAsync(
        LeadStudioDbContext db, DatabaseKind kind, FieldCatalog catalog, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var index = new PersonIndex(catalog);
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var phone = new SqlDialect(kind).Text(catalog[StandardFields.Phone].ComparedColumn);
        var name = catalog[StandardFields.LastName].ComparedColumn;
        foreach (var slice in wanted.Select(key => key[..key.IndexOf(' ', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Chunk(KeysPerQuery))
        {
            var found = await db.Sql($"select id, {phone}, {name} from leads where {phone} {IdsSql.Among(kind)}", ("ids", IdsSql.Value(kind, slice)))
                .ListAsync(reader => (Id: reader.GetInt64(0), Key: $"{reader.GetString(1)} {reader.TextOrNull(2)}"), cancellationToken);
            foreach (var (id, key) in found.Where(lead => wanted.Contains(lead.Key)))
            {
                index.Add(key, id);
            }
        }

        return index;
    }

    /// <summary>Finds the lead of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="leads">The leads that were read or made, by id.</param>
    /// <returns>The one lead that has it; null where none or several do.</returns>
    public LeadState? Find(string key, IReadOnlyDictionary<long, LeadState> leads) =>
        _leads.TryGetValue(key, out var found) && found.Count == 1 && leads.TryGetValue(found.Single(), out var lead) && PersonColumns.KeyOf(lead, catalog) == key ? lead : null;

    /// <summary>Notes that a row of the batch was about a lead.</summary>
    /// <param name="key">The row's key.</param>
    /// <param name="lead">The lead; it has the key only where the row's values won.</param>
    public void Note(string key, LeadState lead)
    {
        if (PersonColumns.KeyOf(lead, catalog) == key)
        {
            Add(key, lead.Id);
        }
    }

    private void Add(string key, long id)
    {
        if (!_leads.TryGetValue(key, out var leads))
        {
            _leads.Add(key, leads = []);
        }

        leads.Add(id);
    }
}
