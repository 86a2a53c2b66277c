namespace LeadStudio.Core.Leads.Fields;

/// <summary>What higher slices have built on fields, asked before a field is changed.</summary>
public interface IFieldUses
{
    /// <summary>Lists what works today and would not work any more.</summary>
    /// <param name="after">The catalog as it would be.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>What would break; empty where nothing would.</returns>
    Task<IReadOnlyList<FieldUse>> BrokenByAsync(FieldCatalog after, CancellationToken cancellationToken = default);
}

/// <summary>Something that is built on a field.</summary>
/// <param name="Name">What it is: <c>Rule "Big company" of the published scorecard</c>.</param>
/// <param name="Blocks">Whether the change must wait until it is corrected; else it is only worth knowing.</param>
public sealed record FieldUse(string Name, bool Blocks);
