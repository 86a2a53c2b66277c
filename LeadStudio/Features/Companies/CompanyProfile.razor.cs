using LeadStudio.Components.Dialogs;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Companies;

/// <summary>What is known of a company, each value with who said it and when.</summary>
public sealed partial class CompanyProfile(ICompanyStore companies, IToasts toasts, CurrentUser me)
{
    private Popover? _adding;
    private string? _edited;
    private string _text = "";
    private string? _problem;
    private string _label = "";
    private string? _labelProblem;
    private FieldType _type;

    /// <summary>Gets or sets the company.</summary>
    [Parameter, EditorRequired]
    public CompanyDetails Details { get; set; } = null!;

    /// <summary>Gets or sets what is called when something changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    private void Edit(CompanyField known)
    {
        (_edited, _problem) = (known.Key, null);
        _text = Details.Values.TryGetValue(known.Id, out var value) ? CompanyInput.Text(known.Type, value.Value) : "";
    }

    private async Task SaveAsync()
    {
        var known = Details.Fields.Single(other => other.Key == _edited);
        var read = CompanyInput.Read(known, _text);
        if (!read.IsSuccess)
        {
            _problem = read.Error.Message;
            return;
        }

        var (id, key) = (Details.Company.Id, known.Key);
        var before = Details.Values.GetValueOrDefault(known.Id)?.Value ?? FieldValue.Empty;
        var saved = await SetAsync(id, key, read.Value);
        _problem = saved;
        if (saved is null)
        {
            _edited = null;
            toasts.WithUndo($"{known.Label} is saved.", () => SetAsync(id, key, before));
        }
    }

    private async Task<string?> SetAsync(long id, string key, FieldValue value)
    {
        var result = await companies.EditAsync(id, new Dictionary<string, FieldValue> { [key] = value }, me.Actor);
        await OnChanged.InvokeAsync();
        return result.Error?.Message;
    }

    private async Task AddFieldAsync()
    {
        var added = await companies.AddFieldAsync(_label, _type, me.Actor);
        _labelProblem = added.Error?.Message;
        if (added.IsSuccess)
        {
            await _adding!.CloseAsync();
            await OnChanged.InvokeAsync();
        }
    }
}
