using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Facts;

/// <summary>Keeps the fact source of the present field catalog.</summary>
public interface IFactSources
{
    /// <summary>Gets the source.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The source; the same instance as long as no field and no option is added.</returns>
    ValueTask<LeadFactSource> GetAsync(CancellationToken cancellationToken = default);
}

internal sealed class FactSources(IFieldCatalog fields) : IFactSources
{
    private LeadFactSource? _source;

    public async ValueTask<LeadFactSource> GetAsync(CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var source = _source;
        if (source is null || !ReferenceEquals(source.Fields, catalog))
        {
            _source = source = LeadFactSource.For(catalog);
        }

        return source;
    }
}
