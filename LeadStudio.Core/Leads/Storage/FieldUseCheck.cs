using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Asks all slices what a change of fields would break.</summary>
internal sealed class FieldUseCheck(IEnumerable<IFieldUses> slices)
{
    public async Task<IReadOnlyList<FieldUse>> BrokenByAsync(FieldCatalog after, CancellationToken cancellationToken)
    {
        var all = new List<FieldUse>();
        foreach (var slice in slices)
        {
            all.AddRange(await slice.BrokenByAsync(after, cancellationToken));
        }

        return all;
    }

    /// <summary>Says why a change must wait.</summary>
    public async Task<FieldInUse?> WhyNotAsync(FieldCatalog after, string label, CancellationToken cancellationToken)
    {
        var blocking = (await BrokenByAsync(after, cancellationToken)).Where(use => use.Blocks).ToList();
        return blocking.Count == 0 ? null : new FieldInUse(label, string.Join(", ", blocking.Select(use => use.Name)));
    }
}
