using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Knows the fields that columns can go to, and adds those that a mapping asks for.</summary>
internal sealed class MappingFields(IFieldCatalog fields, ICompanyStore companies)
{
    /// <summary>Lists the fields that there are.</summary>
    public async Task<KnownFields> KnownAsync(CancellationToken cancellationToken) =>
        new(await fields.GetAsync(cancellationToken), await companies.FieldsAsync(cancellationToken));

    /// <summary>Adds the new fields of a mapping.</summary>
    /// <param name="mapping">The mapping; it holds to <see cref="MappingRules"/>.</param>
    /// <param name="by">Who adds them.</param>
    /// <param name="cancellationToken">Stops before the next one.</param>
    /// <returns>The mapping, whose columns go to fields that are there now.</returns>
    public Task<ImportMapping> AddNewAsync(ImportMapping mapping, Actor by, CancellationToken cancellationToken) => mapping.About switch
    {
        ImportSubject.People => AddFieldsAsync(mapping, by, cancellationToken),
        ImportSubject.Companies => AddCompanyFieldsAsync(mapping, by, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(mapping), mapping.About, "Unknown subject of a file."),
    };

    private async Task<ImportMapping> AddCompanyFieldsAsync(ImportMapping mapping, Actor by, CancellationToken cancellationToken)
    {
        var columns = new List<ColumnMapping>();
        foreach (var column in mapping.Columns)
        {
            var field = column.Use == ColumnUse.NewField
                ? (await companies.AddFieldAsync(column.Label ?? column.Name, column.Type, by, cancellationToken)).Value
                : null;
            columns.Add(field is null ? column : column with { Use = ColumnUse.Field, Field = field.Key });
        }

        return mapping with { Columns = columns };
    }

    private async Task<ImportMapping> AddFieldsAsync(ImportMapping mapping, Actor by, CancellationToken cancellationToken)
    {
        var wanted = mapping.Columns.Where(column => column.Use == ColumnUse.NewField).ToList();
        if (wanted.Count == 0)
        {
            return mapping;
        }

        var added = new Queue<Field>(await fields.AddAsync(
            [.. wanted.Select(column => new NewField(column.Label ?? column.Name, column.Type))], by, cancellationToken));
        return mapping with
        {
            Columns = [.. mapping.Columns.Select(column =>
                column.Use == ColumnUse.NewField ? column with { Use = ColumnUse.Field, Field = added.Dequeue().Key } : column)],
        };
    }
}
