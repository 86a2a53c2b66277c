using System.Text.Json;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Intake;

namespace LeadStudio.Api.Leads;

/// <summary>Reads leads that callers send, and adds the options that they name.</summary>
/// <param name="fields">The fields.</param>
/// <param name="time">Tells the present instant.</param>
internal sealed class LeadWriting(IFieldCatalog fields, TimeProvider time)
{
    /// <summary>Reads leads. A lead with mistakes adds no options.</summary>
    /// <param name="leads">The leads.</param>
    /// <param name="id">The lead, where the address names it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>For each lead what it says, and what is wrong with it.</returns>
    public async Task<IReadOnlyList<(LeadStatement Said, FieldErrors Errors)>> ReadAsync(IReadOnlyList<JsonElement> leads, long? id, CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var form = new LeadForm(catalog, time);
        var read = Read(form, leads, id);
        if (form.NewOptions.Count == 0)
        {
            return read;
        }

        var good = new LeadForm(catalog, time);
        Read(good, [.. leads.Where((_, i) => read[i].Errors.IsEmpty)], id);
        foreach (var (field, labels) in good.NewOptions)
        {
            catalog = await fields.AddOptionsAsync(field, labels, cancellationToken);
        }

        return Read(new(catalog, time), leads, id);
    }

    private static List<(LeadStatement Said, FieldErrors Errors)> Read(LeadForm form, IReadOnlyList<JsonElement> leads, long? id)
    {
        var read = new List<(LeadStatement, FieldErrors)>(leads.Count);
        foreach (var lead in leads)
        {
            var errors = new FieldErrors();
            read.Add((form.Read(lead, id, errors), errors));
        }

        return read;
    }
}
