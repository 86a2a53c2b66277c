using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>A lead while a batch is being recorded.</summary>
internal sealed class LeadState(long id, bool isNew)
{
    public long Id => id;

    public bool IsNew => isNew;

    /// <summary>Gets the profile: the winning values by field id.</summary>
    public Dictionary<int, FieldValue> Profile { get; } = [];

    /// <summary>Gets all observations, old and new.</summary>
    public List<Observation> Observations { get; } = [];

    /// <summary>Gets or sets how many of <see cref="Observations"/> the database has.</summary>
    public int Stored { get; set; }

    /// <summary>Gets the fields whose winning value changed in this batch.</summary>
    public HashSet<int> Changed { get; } = [];

    public long? CompanyId { get; set; }

    /// <summary>Adds an observation and lets it compete.</summary>
    /// <param name="observation">What was said.</param>
    /// <param name="catalog">The policies.</param>
    /// <returns>Whether it says anything that its source had not said before.</returns>
    public bool Add(Observation observation, FieldCatalog catalog)
    {
        if (Observations.Count == 0)
        {
            Observations.Add(observation);
            foreach (var (field, value) in observation.Values)
            {
                if (!value.IsEmpty)
                {
                    Profile[field] = value;
                    Changed.Add(field);
                }
            }

            return true;
        }

        if (IsRepeated(observation))
        {
            return false;
        }

        Observations.Add(observation);
        foreach (var field in observation.Values.Keys)
        {
            var value = ProfileReplay.Winner(catalog[field], Observations)!.Values[field];
            if (value != Profile.GetValueOrDefault(field, FieldValue.Empty))
            {
                Profile[field] = value;
                Changed.Add(field);
            }
        }

        return true;
    }

    // An edit is never a repetition: a person may restore a value on purpose.
    private bool IsRepeated(Observation observation) =>
        observation.Kind != ObservationKind.Edit && observation.Values.All(said =>
            Observations.LastOrDefault(known => known.SourceId == observation.SourceId && known.Values.ContainsKey(said.Key)) is { } last &&
            last.Values[said.Key] == said.Value);
}
