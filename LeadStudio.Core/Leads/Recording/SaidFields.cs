using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>Tells what the rows of a batch say. The domain comes from the e-mail address where the row does not name it.</summary>
internal sealed class SaidFields
{
    private readonly ObservationBatch _batch;
    private readonly int[] _ids;
    private readonly int _domain;
    private readonly bool[]? _clearing;

    public SaidFields(ObservationBatch batch)
    {
        _batch = batch;
        _domain = batch.ColumnOf(StandardFields.Domain);
        _clearing = batch.Clearing.Count == 0 ? null : [.. batch.Fields.Select(field => batch.Clearing.Contains(field.Id))];
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
        var clearing = _batch.Rows[row].Unsaid is { } unsaid ? Without(unsaid) : _clearing;
        if (_domain < 0 || clearing?[_domain] is true || !values[_domain].IsEmpty)
        {
            return new(row, _ids, values, derived, clearing);
        }

        values = [.. values];
        values[_domain] = derived;
        return new(row, _ids, values, FieldValue.Empty, clearing);
    }

    private bool[]? Without(IReadOnlyList<int> unsaid) => _clearing?.Select((clears, place) => clears && !unsaid.Contains(place)).ToArray();
}
