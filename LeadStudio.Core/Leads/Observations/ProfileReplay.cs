using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Observations;

/// <summary>Finds, per field, the observation that wins. The result depends on nothing but the observations and the policies.</summary>
public static class ProfileReplay
{
    /// <summary>Finds the winner for one field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="observations">All observations of one lead, in any order.</param>
    /// <returns>The observation whose value the field shows; null where none speaks of it.</returns>
    public static Observation? Winner(Field field, IReadOnlyList<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(observations);
        Observation? best = null;
        foreach (var candidate in observations)
        {
            if (candidate.Values.ContainsKey(field.Id) && (best is null || Beats(candidate, best, field)))
            {
                best = candidate;
            }
        }

        return best;
    }

    private static bool Beats(Observation candidate, Observation best, Field field)
    {
        var (locked, bestLocked) = (IsLocked(candidate, field.Policy), IsLocked(best, field.Policy));
        if (locked != bestLocked)
        {
            return locked;
        }

        if (locked)
        {
            return IsNewer(candidate, best);
        }

        return field.Policy switch
        {
            WritePolicy.NewestWins or WritePolicy.LockedByPerson => IsNewer(candidate, best),
            WritePolicy.FillIfEmpty => FillsBefore(candidate, best, field.Id),
            WritePolicy.SourcePriority => candidate.SourcePriority == best.SourcePriority
                ? IsNewer(candidate, best)
                : candidate.SourcePriority < best.SourcePriority,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Policy, "Unknown write policy."),
        };
    }

    // Where a field is only filled or locked by persons, what a person typed counts as locked: else nobody could correct it.
    private static bool IsLocked(Observation observation, WritePolicy policy) =>
        observation.IsLocked ||
        (observation.Kind == ObservationKind.Edit && (policy is WritePolicy.LockedByPerson or WritePolicy.FillIfEmpty));

    private static bool IsNewer(Observation candidate, Observation best) =>
        (candidate.TrueAt ?? candidate.LearnedAt, candidate.LearnedAt, candidate.Sequence)
            .CompareTo((best.TrueAt ?? best.LearnedAt, best.LearnedAt, best.Sequence)) > 0;

    private static bool FillsBefore(Observation candidate, Observation best, int field)
    {
        var (empty, bestEmpty) = (candidate.Values[field].IsEmpty, best.Values[field].IsEmpty);
        return empty == bestEmpty
            ? (candidate.LearnedAt, candidate.Sequence).CompareTo((best.LearnedAt, best.Sequence)) < 0
            : bestEmpty;
    }
}
