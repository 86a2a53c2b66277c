using FsCheck;
using FsCheck.Fluent;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Tests.Leads.Recording;

public sealed class LeadStateTests
{
    private static readonly FieldCatalog s_catalog = new(1, StandardFields.All, StandardFields.Options);
    private static readonly int[] s_fields = [s_catalog["firstName"].Id, s_catalog["createdAt"].Id, s_catalog["stage"].Id];

    // Each row: its source, and one value per field, 0 for none.
    private static readonly Arbitrary<int[][]> s_rows = Gen.Choose(0, 2).ArrayOf(s_fields.Length + 1).ArrayOf().ToArbitrary();

    [Fact]
    public void Add_AnyObservations_ShowsForEachFieldTheWinnerOfTheReplay() =>
        Prop.ForAll(s_rows, rows =>
        {
            var state = new LeadState(1, isNew: true);
            foreach (var (row, index) in rows.Select((row, index) => (row, index)))
            {
                state.Add(Observe(row, index), s_catalog);
            }

            return s_fields.All(field =>
                state.Value(field) == (ProfileReplay.Winner(s_catalog[field], state.Observations)?.Values[field] ?? FieldValue.Empty)
                && (state.Value(field).IsEmpty || state.HasChangedIn(field)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Add_SameRowAgain_SaysNothingNew() =>
        Prop.ForAll(s_rows, rows =>
        {
            var state = new LeadState(1, isNew: true);
            foreach (var (row, index) in rows.Select((row, index) => (row, index)))
            {
                state.Add(Observe(row, index), s_catalog);
            }

            return rows.Length == 0 || !state.Add(Observe(rows[^1], rows.Length), s_catalog);
        }).QuickCheckThrowOnFailure();

    private static Observation Observe(int[] row, int index) => new()
    {
        Sequence = index + 1,
        Kind = ObservationKind.Import,
        SourceId = row[0],
        SourcePriority = row[0],
        SourceName = "",
        LearnedAt = index,
        Values = new ObservedValues(
            0, s_fields, [.. row.Skip(1).Select((value, field) => value == 0 ? FieldValue.Empty : field == 0 ? FieldValue.Of($"{value}") : FieldValue.Of(value))], FieldValue.Empty, clearing: null),
    };
}
