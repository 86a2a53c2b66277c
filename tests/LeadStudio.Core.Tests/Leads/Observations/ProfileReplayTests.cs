using FsCheck;
using FsCheck.Fluent;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Tests.Leads.Observations;

public sealed class ProfileReplayTests
{
    private const int FieldId = 7;

    // Few different instants and sources, so that ties come often.
    private static readonly Arbitrary<Observation[]> s_observations = Gen.ArrayOf(
        from learned in Gen.Choose(1, 4)
        from trueAt in Gen.Choose(0, 4)
        from source in Gen.Choose(1, 3)
        from kind in Gen.Elements(ObservationKind.Import, ObservationKind.Edit, ObservationKind.Api)
        from isLocked in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from value in Gen.Choose(0, 3)
        select new Observation
        {
            Kind = kind,
            SourceId = source,
            SourcePriority = source,
            SourceName = "",
            TrueAt = trueAt == 0 ? null : trueAt,
            LearnedAt = learned,
            IsLocked = isLocked,
            Values = new Dictionary<int, FieldValue> { [FieldId] = value == 0 ? FieldValue.Empty : FieldValue.Of(value) },
        }).Select(list => list.Select((observation, index) => observation with { Sequence = index + 1 }).ToArray()).ToArbitrary();

    [Theory]
    [MemberData(nameof(Policies))]
    public void Winner_AnyOrderOfTheList_IsTheSame(WritePolicy policy) =>
        Prop.ForAll(s_observations, Gen.Choose(0, int.MaxValue).ToArbitrary(), (observations, seed) =>
        {
            var shuffled = (Observation[])observations.Clone();
            new Random(seed).Shuffle(shuffled);

            return ProfileReplay.Winner(Field(policy), observations) == ProfileReplay.Winner(Field(policy), shuffled);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Policies))]
    public void Winner_SaidAtOnce_IsWhatWasSaidOfTheLeadItself(WritePolicy policy)
    {
        static Observation Said(long sequence, long? act, double value) => new()
        {
            Sequence = sequence,
            Kind = ObservationKind.Import,
            SourceName = "",
            ActId = act,
            TrueAt = 2,
            LearnedAt = 3,
            Values = new Dictionary<int, FieldValue> { [FieldId] = FieldValue.Of(value) },
        };

        var winner = ProfileReplay.Winner(Field(policy), [Said(1, null, 1), Said(2, act: 5, 2)]);

        Assert.Equal(1, winner!.Values[FieldId].Number);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Winner_Unlocked_IsThatOfThePolicyAlone(WritePolicy policy) =>
        Prop.ForAll(s_observations, observations =>
        {
            var unlock = new Observation
            {
                Sequence = observations.Length + 1,
                Kind = ObservationKind.Unlock,
                SourceName = "",
                LearnedAt = 9,
                Values = new Dictionary<int, FieldValue> { [FieldId] = FieldValue.Empty },
            };
            var never = observations.Select(said => said with { IsLocked = false, Kind = ObservationKind.Api }).ToList();

            return !ProfileReplay.IsLocked(Field(policy), [.. observations, unlock])
                && ProfileReplay.Winner(Field(policy), [.. observations, unlock])?.Sequence == ProfileReplay.Winner(Field(policy), never)?.Sequence;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Policies))]
    public void Winner_SomethingIsLocked_IsLockedOrTypedByAPerson(WritePolicy policy) =>
        Prop.ForAll(s_observations, observations =>
            !observations.Any(observation => observation.IsLocked)
            || ProfileReplay.Winner(Field(policy), observations) is { IsLocked: true } or { Kind: ObservationKind.Edit }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(WritePolicy.NewestWins)]
    [InlineData(WritePolicy.SourcePriority)]
    public void Winner_SomethingIsLocked_IsTheNewestOfTheLocked(WritePolicy policy) =>
        Prop.ForAll(s_observations, observations =>
        {
            var newest = observations.Where(observation => observation.IsLocked)
                .MaxBy(observation => (observation.TrueAt ?? observation.LearnedAt, observation.LearnedAt, observation.Sequence));

            return newest is null || ProfileReplay.Winner(Field(policy), observations) == newest;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Winner_SourcePriority_IsNeverBeatenByALesserSource() =>
        Prop.ForAll(s_observations, observations =>
            ProfileReplay.Winner(Field(WritePolicy.SourcePriority), observations) is not { IsLocked: false } winner
            || winner.SourcePriority == observations.Min(observation => observation.SourcePriority)).QuickCheckThrowOnFailure();

    [Fact]
    public void Winner_FillIfEmpty_KeepsTheFirstValueUntilAPersonSpeaks() =>
        Prop.ForAll(s_observations, observations =>
        {
            var byNobody = observations.Where(observation => !observation.IsLocked && observation.Kind != ObservationKind.Edit).ToArray();
            var first = byNobody.Where(observation => !observation.Values[FieldId].IsEmpty)
                .MinBy(observation => (observation.LearnedAt, observation.Sequence));

            return first is null || ProfileReplay.Winner(Field(WritePolicy.FillIfEmpty), byNobody) == first;
        }).QuickCheckThrowOnFailure();

    public static TheoryData<WritePolicy> Policies() => [.. Enum.GetValues<WritePolicy>()];

    private static Field Field(WritePolicy policy) =>
        new() { Id = FieldId, Key = "x", Label = "X", Type = FieldType.Number, Column = "n9", CreatedBy = "test", Policy = policy };
}
