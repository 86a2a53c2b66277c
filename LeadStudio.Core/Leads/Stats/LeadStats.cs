using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Stats;

internal sealed class LeadStats(IDatabase database, IFieldCatalog fields) : ILeadStats
{
    public async Task<LeadCounts> CountAsync(CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var (outcome, stage, source) = (catalog[StandardFields.Outcome], catalog[StandardFields.Stage], catalog[StandardFields.Source]);

        // One pass over the leads, whose rows are wide.
        var leads = await database.ReadAsync(
            db => db.Sql(
                $"""
                select l.{outcome.Column}, l.{stage.Column}, l.{source.Column}, s.band_code, count(*)
                from leads l left join lead_standings s on s.lead_id = l.id group by 1, 2, 3, 4
                """)
                .ListAsync(row => (Outcome: row.NumberOrNaN(0), Stage: row.NumberOrNaN(1), Source: row.NumberOrNaN(2), Band: row.LongOrNull(3), Leads: row.GetInt64(4)), cancellationToken),
            cancellationToken);
        IReadOnlyList<ValueCount> By(Field field, Func<(double Outcome, double Stage, double Source, long? Band, long Leads), double> value) =>
        [
            .. leads.GroupBy(row => double.IsNaN(value(row)) ? null : catalog.FindOption(field, (int)value(row))?.Label)
                .Select(group => new ValueCount(group.Key, group.Sum(row => row.Leads)))
                .OrderByDescending(count => count.Leads).ThenBy(count => count.Value, StringComparer.Ordinal),
        ];
        long With(int code) => leads.Where(row => row.Outcome == code).Sum(row => row.Leads);
        var total = leads.Sum(row => row.Leads);
        return new(
            total,
            total - With(StandardFields.Won) - With(StandardFields.Lost),
            With(StandardFields.Won),
            With(StandardFields.Lost),
            [.. Band.All.Select(band => new ValueCount(band.ToString(), leads.Where(row => row.Band == band.Code).Sum(row => row.Leads)))],
            By(stage, row => row.Stage),
            By(source, row => row.Source));
    }
}
