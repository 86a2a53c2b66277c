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
        var unlocked = Unlocked(field, observations);
        foreach (var candidate in observations)
        {
            if (candidate.Kind != ObservationKind.Unlock && candidate.Values.ContainsKey(field.Id)
                && (best is null || Beats(candidate, best, field, unlocked)))
            {
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>Tells whether the value that a field shows is locked: only people change it then.</summary>
    /// <param name="field">The field.</param>
    /// <param name="observations">All observations of one lead, in any order.</param>
    /// <returns>Whether a person locked it, or set it where the policy keeps what people set; and nobody has unlocked it since.</returns>
    public static bool IsLocked(Field field, IReadOnlyList<Observation> observations) =>
        Winner(field, observations) is { } winner && IsLocked(winner, field.Policy, Unlocked(field, observations));

    // Up to which observation the locks of a field are off; -1 where nobody unlocked it.
    private static long Unlocked(Field field, IReadOnlyList<Observation> observations)
    {
        var last = -1L;
        foreach (var observation in observations)
        {
            if (observation.Kind == ObservationKind.Unlock && observation.Sequence > last && observation.Values.ContainsKey(field.Id))
            {
                last = observation.Sequence;
            }
        }

        return last;
    }

    private static bool Beats(Observation candidate, Observation best, Field field, long unlocked)
    {
        var (locked, bestLocked) = (IsLocked(candidate, field.Policy, unlocked), IsLocked(best, field.Policy, unlocked));
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
    private static bool IsLocked(Observation observation, WritePolicy policy, long unlocked) =>
        observation.Sequence > unlocked &&
        (observation.IsLocked || (observation.Kind == ObservationKind.Edit && (policy is WritePolicy.LockedByPerson or WritePolicy.FillIfEmpty)));

    // Of two that one file said at once, what was said of the lead itself beats what came to it by a merge.
    private static bool IsNewer(Observation candidate, Observation best) =>
        (candidate.TrueAt ?? candidate.LearnedAt, candidate.LearnedAt, candidate.ActId is null, candidate.Sequence)
            .CompareTo((best.TrueAt ?? best.LearnedAt, best.LearnedAt, best.ActId is null, best.Sequence)) > 0;

    private static bool FillsBefore(Observation candidate, Observation best, int field)
    {
        var (empty, bestEmpty) = (candidate.Values[field].IsEmpty, best.Values[field].IsEmpty);
        return empty == bestEmpty
            ? (candidate.LearnedAt, candidate.ActId is not null, candidate.Sequence).CompareTo((best.LearnedAt, best.ActId is not null, best.Sequence)) < 0
            : bestEmpty;
    }
}
