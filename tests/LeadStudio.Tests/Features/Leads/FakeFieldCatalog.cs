using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Tests.Features.Leads;

/// <summary>Fields that stay as they are.</summary>
internal sealed class FakeFieldCatalog(FieldCatalog catalog) : IFieldCatalog
{
    public ValueTask<FieldCatalog> GetAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(catalog);

    public Task<IReadOnlyList<Field>> AddAsync(IReadOnlyList<NewField> fields, Actor by, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<FieldCatalog> AddOptionsAsync(Field field, IReadOnlyCollection<string> labels, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<Result<Field>> SetPolicyAsync(string key, WritePolicy policy, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
