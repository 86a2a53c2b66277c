using LeadStudio.Components.Toasts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Fields;

/// <summary>One field: its figures, and what can be done to it.</summary>
public sealed partial class FieldPanel(IFieldChanges changes, IToasts toasts, CurrentUser me)
{
    private string _label = "";
    private string? _problem;

    /// <summary>Gets or sets the field.</summary>
    [Parameter, EditorRequired]
    public Field Field { get; set; } = null!;

    /// <summary>Gets or sets the catalog of the field.</summary>
    [Parameter, EditorRequired]
    public FieldCatalog Catalog { get; set; } = null!;

    /// <summary>Gets or sets the last count; null before the first.</summary>
    [Parameter]
    public FieldFigureSet? Figures { get; set; }

    /// <summary>Gets or sets what is called when the user closes it.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Gets or sets what is called with a change that can be taken back.</summary>
    [Parameter]
    public EventCallback<FieldChange> OnChanged { get; set; }

    /// <summary>Gets or sets what is called with the key of the field that this one went into.</summary>
    [Parameter]
    public EventCallback<string> OnMerged { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized() => _label = Field.Label;

    private async Task RenameAsync()
    {
        var renamed = await changes.RenameAsync(Field.Key, _label, me.Actor);
        _problem = renamed.Error?.Message;
        if (renamed.IsSuccess)
        {
            var (key, former) = (Field.Key, Field.Label);
            _label = renamed.Value.Label;
            toasts.WithUndo($"{former} is now named {renamed.Value.Label}.", () => changes.RenameAsync(key, former, me.Actor));
        }
    }

    private async Task HideAsync(ChangeEventArgs change)
    {
        var (key, label, isHidden) = (Field.Key, Field.Label, change.Value is true);
        await changes.SetHiddenAsync(key, isHidden, me.Actor);
        toasts.WithUndo(isHidden ? $"{label} is hidden." : $"{label} shows again.", () => changes.SetHiddenAsync(key, !isHidden, me.Actor));
    }

    private async Task SetPolicyAsync(ChangeEventArgs change)
    {
        if (Enum.TryParse<WritePolicy>(change.Value as string, out var policy) && policy != Field.Policy)
        {
            var done = await changes.SetPolicyAsync(Field.Key, policy, me.Actor);
            if (done.IsSuccess)
            {
                await OnChanged.InvokeAsync(done.Value);
            }
            else
            {
                toasts.Error(done.Error.Message);
            }
        }
    }

    private async Task MergedAsync((FieldChange Change, string Into) merge)
    {
        await OnMerged.InvokeAsync(merge.Into);
        await OnChanged.InvokeAsync(merge.Change);
    }
}
