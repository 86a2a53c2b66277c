using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>A lead while a batch is being recorded. One that is new and was spoken of once costs next to nothing: imports make millions.</summary>
internal sealed partial class LeadState(long id, bool isNew)
{
    private Observation? _only;
    private List<Observation>? _observations;
    private Dictionary<int, FieldValue>? _profile;
    private Dictionary<int, FieldValue>? _changed; // with the values before

    public long Id => id;

    public bool IsNew => isNew;

    /// <summary>Gets the profile: the winning values by field id.</summary>
    public IReadOnlyDictionary<int, FieldValue> Profile => _profile ?? _only?.Values ?? Own();

    /// <summary>Gets the only row of the batch that spoke of a new lead, in whose order of fields its values can be read; null where there was more.</summary>
    public ObservedValues? Said => _only?.Values as ObservedValues;

    /// <summary>Gets all observations, old and new.</summary>
    public IReadOnlyList<Observation> Observations => _only is null ? _observations ??= [] : [_only];

    /// <summary>Gets how many observations there are, old and new.</summary>
    public int ObservationCount => _only is null ? _observations?.Count ?? 0 : 1;

    /// <summary>Gets or sets how many of <see cref="Observations"/> the database has.</summary>
    public int Stored { get; set; }

    /// <summary>Gets a value indicating whether a winning value changed in this batch.</summary>
    public bool HasChanged => _only is not null || _changed is { Count: > 0 };

    /// <summary>Gets the fields whose winning value changed in this batch.</summary>
    public IReadOnlyCollection<int> Changed => _only is not null ? [.. _only.Values.Keys] : _changed is null ? [] : _changed.Keys;

    public long? CompanyId { get; set; }

    /// <summary>Gets or sets a value indicating whether this batch made or changed the lead.</summary>
    public bool IsTouched { get; set; }

    /// <summary>Gets the place of the next observation among those of the lead.</summary>
    public long NextSequence => 1 + Math.Max((_only ?? _observations?.LastOrDefault())?.Sequence ?? 0, _aside?.LastOrDefault()?.Sequence ?? 0);

    /// <summary>Gets an observation by its place in <see cref="Observations"/>.</summary>
    public Observation Observation(int index) => _only ?? Observations[index];

    /// <summary>Gets the current value of a field; empty where it is missing.</summary>
    public FieldValue Value(int field) => Profile.TryGetValue(field, out var value) ? value : FieldValue.Empty;

    /// <summary>Tells whether the winning value of a field changed in this batch.</summary>
    public bool HasChangedIn(int field) => _only is not null ? _only.Values.ContainsKey(field) : _changed?.ContainsKey(field) is true;

    /// <summary>Gives the values before this batch, by field id.</summary>
    public Dictionary<int, FieldValue> ProfileBefore()
    {
        var before = isNew ? [] : Profile.ToDictionary();
        foreach (var (field, value) in _changed ?? [])
        {
            before[field] = value;
        }

        return before;
    }

    /// <summary>Tells whether the lead has an e-mail address, and whether it has an id: those by which it is found.</summary>
    public (bool Email, bool External) HasKeys(FieldCatalog catalog) => (!Value(catalog[StandardFields.Email].Id).IsEmpty, !Value(catalog[StandardFields.ExternalId].Id).IsEmpty);

    /// <summary>Tells whether the lead shows all of some values; spaces around a text do not count, as no file keeps them.</summary>
    public bool Shows(IReadOnlyList<Field> fields, FieldValue[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var own = Value(fields[i].Id);
            if (!values[i].IsEmpty && values[i] != own && (values[i].Text is null || values[i].Text != own.Text?.Trim()))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives of some values those of fields that have none; a stage or date of creation that LeadStudio assumed is none.</summary>
    public Dictionary<int, FieldValue> Unknown(ObservedValues said, FieldCatalog catalog)
    {
        int[] assumed = [catalog[StandardFields.Stage].Id, catalog[StandardFields.CreatedAt].Id];
        return said
            .Where(pair => !pair.Value.IsEmpty
                && (Value(pair.Key).IsEmpty || (assumed.Contains(pair.Key) && !Observations.Any(known => known.Values.ContainsKey(pair.Key)))))
            .ToDictionary();
    }

    /// <summary>Takes over a value that the database has, or that LeadStudio sets by itself.</summary>
    public void Set(int field, FieldValue value) => Own()[field] = value;

    /// <summary>Takes over an observation that the database has.</summary>
    public void AddStored(Observation observation)
    {
        if (observation.Status != ObservationStatus.Counts)
        {
            (_aside ??= []).Add(observation);
            _storedAside++;
            return;
        }

        (_observations ??= []).Add(observation);
        Stored++;
    }

    /// <summary>Adds an observation and lets it compete.</summary>
    /// <param name="observation">What was said.</param>
    /// <param name="catalog">The policies.</param>
    /// <param name="isDeliberate">Whether it counts although its source has said the same before.</param>
    /// <returns>Whether it counts.</returns>
    public bool Add(Observation observation, FieldCatalog catalog, bool isDeliberate = false)
    {
        if (ObservationCount == 0 && isNew)
        {
            _only = observation;
            return true;
        }

        if (!isDeliberate && IsRepeated(observation))
        {
            KeepRepeated(observation);
            return false;
        }

        Spread();
        var observations = _observations ??= [];
        observations.Add(observation);
        foreach (var field in observation.Values.Keys)
        {
            var value = ProfileReplay.Winner(catalog[field], observations)!.Values[field];
            if (value != Value(field))
            {
                Change(field, value);
            }
        }

        return true;
    }

    /// <summary>Lets the observations that are there compete for a field once more, since its policy or what they say of it has changed.</summary>
    /// <returns>Whether the winning value is another one. Where none speaks of it, what LeadStudio set stays.</returns>
    public bool Decide(Field field)
    {
        if (ProfileReplay.Winner(field, Observations) is not { } winner || winner.Values[field.Id] is var value && value == Value(field.Id))
        {
            return false;
        }

        Change(field.Id, value);
        return true;
    }

    private void Change(int field, FieldValue value)
    {
        (_changed ??= []).TryAdd(field, Value(field));
        Set(field, value);
    }

    // A second observation: from here on the lead keeps what it has by itself.
    private void Spread()
    {
        if (_only is { } only)
        {
            _changed = only.Values.Where(pair => !pair.Value.IsEmpty).ToDictionary(pair => pair.Key, _ => FieldValue.Empty);
            _profile = only.Values.Where(pair => !pair.Value.IsEmpty).ToDictionary();
            (_observations, _only) = ([only], null);
        }
    }

    private Dictionary<int, FieldValue> Own()
    {
        Spread();
        return _profile ??= [];
    }

    // What a person does is never a repetition: a value may be restored on purpose.
    private bool IsRepeated(Observation observation)
    {
        if (observation.Kind is ObservationKind.Edit or ObservationKind.Unlock)
        {
            return false;
        }

        foreach (var (field, value) in observation.Values)
        {
            if (LastOf(observation.SourceId, field) is not { } last || last.Values[field] != value)
            {
                return false;
            }
        }

        return true;
    }

    private Observation? LastOf(int source, int field)
    {
        if (_only is not null)
        {
            return _only.SourceId == source && _only.Values.ContainsKey(field) ? _only : null;
        }

        for (var i = (_observations?.Count ?? 0) - 1; i >= 0; i--)
        {
            var known = Observations[i];
            if (known.SourceId == source && known.Values.ContainsKey(field))
            {
                return known;
            }
        }

        return null;
    }
}
