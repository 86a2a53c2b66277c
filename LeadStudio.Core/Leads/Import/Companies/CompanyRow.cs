using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Companies;

/// <summary>What a row of a file says of a company.</summary>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Cells">The row as it was, should it be refused.</param>
/// <param name="Values">The values by the id of a <see cref="CompanyField"/>; an empty value says that there is none.</param>
/// <param name="TrueAt">When it was true at the source, in UTC microseconds; null where that is unknown.</param>
internal sealed record CompanyRow(long Line, string[] Cells, IReadOnlyDictionary<int, FieldValue> Values, long? TrueAt)
{
    public string? Name => TextOf(CompanyFields.NameId);

    public string? NameKey => Name is { } name ? Folding.Fold(name) : null;

    public string? Domain => TextOf(CompanyFields.DomainId);

    public string? ExternalId => TextOf(CompanyFields.ExternalIdId);

    public string? ExternalKey => ExternalId is { } id ? Folding.Fold(id) : null;

    private string? TextOf(int field) => Values.TryGetValue(field, out var value) ? value.Text : null;
}
