using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Recording;

/// <content>What makes it possible to take back an import, or a change of many leads.</content>
internal sealed partial class LeadState
{
    private readonly List<Observation> _recast = [];

    // What does not count, in order: repetitions, and what was taken back.
    private List<Observation>? _aside;
    private int _storedAside;

    /// <summary>Gets the repetitions of this batch that are to be stored.</summary>
    public IEnumerable<Observation> NewRepeats => _aside is null ? [] : _aside.Skip(_storedAside);

    /// <summary>Gets a value indicating whether there are any.</summary>
    public bool HasNewRepeats => _aside is not null && _aside.Count > _storedAside;

    /// <summary>Gets what began or ceased to count when something was taken back, with its new status; without what was taken back itself.</summary>
    public IReadOnlyList<Observation> Recast => _recast;

    /// <summary>Takes back what an import or an act said: the profile becomes what it would be without.</summary>
    /// <remarks>
    /// All others are heard again in their order, since what repeated it speaks for itself now. A lead that nobody else gave an address
    /// or an id keeps those: a person worked on it, and must find it again.
    /// </remarks>
    /// <param name="what">What is taken back.</param>
    /// <param name="catalog">The policies.</param>
    public void TakeBack(Withdrawal what, FieldCatalog catalog)
    {
        var known = Observations.Concat(_aside ?? []).OrderBy(said => said.Sequence).ToList();
        HashSet<int> fields = [];
        (_observations, _aside) = ([], []);
        foreach (var said in known)
        {
            var status = what.Covers(said) ? ObservationStatus.Withdrawn
                : said.Status == ObservationStatus.Withdrawn ? said.Status
                : said.Kind != ObservationKind.Api && IsRepeated(said) ? ObservationStatus.Repeats : ObservationStatus.Counts;
            if (status != said.Status)
            {
                fields.UnionWith(said.Values.Keys);
                if (!what.Covers(said))
                {
                    _recast.Add(said with { Status = status });
                }
            }

            (status == ObservationStatus.Counts ? _observations : _aside).Add(said with { Status = status });
        }

        (Stored, _storedAside) = (_observations.Count, _aside.Count);
        DecideAll(fields, catalog);
    }

    private void DecideAll(HashSet<int> fields, FieldCatalog catalog)
    {
        string[] keys = [StandardFields.Email, StandardFields.ExternalId, StandardFields.Domain];
        var before = keys.Select(key => Value(catalog[key].Id)).ToArray();
        foreach (var field in catalog.Fields.Where(field => fields.Contains(field.Id) && field.Key is not (StandardFields.CreatedAt or StandardFields.UpdatedAt)))
        {
            if (ProfileReplay.Winner(field, Observations) is null)
            {
                Assume(field.Id, field.Key == StandardFields.Stage ? FieldValue.Of(StandardFields.StageNew) : FieldValue.Empty);
            }
            else
            {
                Decide(field);
            }
        }

        if (Value(catalog[StandardFields.Email].Id).IsEmpty && Value(catalog[StandardFields.ExternalId].Id).IsEmpty)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                Assume(catalog[keys[i]].Id, before[i]);
            }
        }

        var created = catalog[StandardFields.CreatedAt];
        if (ProfileReplay.Winner(created, Observations) is not null)
        {
            Decide(created);
        }
        else if (Observations.Count > 0)
        {
            Assume(created.Id, FieldValue.Of(Observations[0].LearnedAt));
        }
    }

    /// <summary>Sets a value that no observation gives.</summary>
    public void Assume(int field, FieldValue value)
    {
        if (value != Value(field))
        {
            Change(field, value);
        }
    }

    /// <summary>Has what depends on a field found anew, although its value is the same.</summary>
    public void Reconsider(int field) => (_changed ??= []).TryAdd(field, Value(field));

    // Needed only where what it repeats can be taken back without it.
    private void KeepRepeated(Observation observation)
    {
        var leans = observation.Values.Keys.Any(field => LastOf(observation.SourceId, field) is { ImportId: { } import } && import != observation.ImportId);
        if (leans && _aside?.Exists(IsSame) is not true)
        {
            (_aside ??= []).Add(observation with { Status = ObservationStatus.Repeats });
        }

        bool IsSame(Observation known) =>
            known.Status == ObservationStatus.Repeats && known.SourceId == observation.SourceId && known.ImportId == observation.ImportId
            && observation.Values.All(pair => known.Values.TryGetValue(pair.Key, out var value) && value == pair.Value);
    }
}
