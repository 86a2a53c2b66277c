using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>Tells what the rows of a batch say. The domain comes from the e-mail address where the row does not name it.</summary>
internal sealed class SaidFields
{
    private readonly ObservationBatch _batch;
    private readonly int[] _ids;
    private readonly int _domain;

    public SaidFields(ObservationBatch batch)
    {
        _batch = batch;
        _domain = batch.ColumnOf(StandardFields.Domain);
        var ids = batch.Fields.Select(field => field.Id);
        _ids = [.. _domain < 0 ? ids.Append(batch.Catalog[StandardFields.Domain].Id) : ids];
    }

    /// <summary>Gives what a row says.</summary>
    /// <param name="row">Its place in the batch.</param>
    /// <param name="identity">Its identity.</param>
    public ObservedValues By(int row, RowIdentity identity)
    {
        var values = _batch.Rows[row].Values;
        var derived = identity.EmailKey is { } email ? FieldValue.Of(EmailAddress.BusinessDomain(email)) : FieldValue.Empty;
        if (_domain < 0 || _batch.EmptyClears || !values[_domain].IsEmpty)
        {
            return new(row, _ids, values, derived, _batch.EmptyClears);
        }

        values = [.. values];
        values[_domain] = derived;
        return new(row, _ids, values, FieldValue.Empty, _batch.EmptyClears);
    }
}
