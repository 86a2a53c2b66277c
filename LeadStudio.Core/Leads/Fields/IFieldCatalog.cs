using LeadStudio.Core.Access;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>Holds the field catalog, and extends it.</summary>
public interface IFieldCatalog
{
    /// <summary>Reads the catalog as it stands.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The catalog; the same instance as long as nothing changes.</returns>
    ValueTask<FieldCatalog> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds fields. One whose label is taken gets a number behind it.</summary>
    /// <param name="fields">Their labels and types.</param>
    /// <param name="by">Who adds them.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The fields, in the same order.</returns>
    Task<IReadOnlyList<Field>> AddAsync(IReadOnlyList<NewField> fields, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Makes sure that a choice has these options.</summary>
    /// <param name="field">The choice.</param>
    /// <param name="labels">The options' texts; those that exist stay as they are.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The catalog that has them.</returns>
    Task<FieldCatalog> AddOptionsAsync(Field field, IReadOnlyCollection<string> labels, CancellationToken cancellationToken = default);
}

/// <summary>A field to be added.</summary>
/// <param name="Label">The name on the screen.</param>
/// <param name="Type">The kind of value.</param>
public sealed record NewField(string Label, FieldType Type);
