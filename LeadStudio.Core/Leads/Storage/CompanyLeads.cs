using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Reads the leads of a company.</summary>
internal static class CompanyLeads
{
    /// <summary>Says in SQL whether a lead is of the company <c>@id</c> or of one that was merged into it.</summary>
    public const string OfGroup = "company_id in (select id from companies where id = @id or group_id = @id)";

    public static async Task<IReadOnlyList<CompanyMember>> MembersAsync(LeadStudioDbContext db, DatabaseKind kind, IReadOnlyList<long> companies, CancellationToken cancellationToken) =>
        await db.Sql(
            $"""
            select coalesce(c.group_id, c.id), l.id, s.score
            from companies c join leads l on l.company_id = c.id left join lead_standings s on s.lead_id = l.id
            where c.id {IdsSql.Among(kind)} or c.group_id {IdsSql.Among(kind)}
            """,
            ("ids", IdsSql.Value(kind, companies.ToArray()))).ListAsync(reader => new CompanyMember(reader.GetInt64(0), reader.GetInt64(1), reader.LongOrNull(2)), cancellationToken);

    public static async Task<IReadOnlyList<CompanyLead>> ReadAsync(
        LeadStudioDbContext db, FieldCatalog catalog, long id, long first, int count, CancellationToken cancellationToken)
    {
        string Column(string key) => catalog[key].Column;
        return await db.Sql(
            $"""
            select l.id, l.{Column(StandardFields.FirstName)}, l.{Column(StandardFields.LastName)}, l.{Column(StandardFields.Title)}, l.email, s.score, s.band_code
            from leads l left join lead_standings s on s.lead_id = l.id
            where l.{OfGroup} order by coalesce(s.score, -1) desc, l.id limit @count offset @first
            """,
            ("id", id),
            ("count", count),
            ("first", first)).ListAsync(
                reader =>
                {
                    var name = $"{reader.TextOrNull(1)} {reader.TextOrNull(2)}".Trim();
                    var email = reader.TextOrNull(4);
                    return new CompanyLead(
                        reader.GetInt64(0), name.Length > 0 ? name : email ?? $"Lead {reader.GetInt64(0)}", reader.TextOrNull(3), email, reader.LongOrNull(5), reader.LongOrNull(6));
                },
                cancellationToken);
    }
}
