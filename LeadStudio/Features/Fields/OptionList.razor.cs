using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LeadStudio.Features.Fields;

/// <summary>The options of a choice, such as the stages: their names, their order, and where leads go when one is removed.</summary>
public sealed partial class OptionList(IFieldOptions changes, CurrentUser me)
{
    private const int Most = 100;
    private int? _dragged;
    private int? _leaving;
    private int _replacement;
    private string _label = "";
    private string? _problem;

    /// <summary>Gets or sets the choice.</summary>
    [Parameter, EditorRequired]
    public Field Field { get; set; } = null!;

    /// <summary>Gets or sets the catalog of the choice.</summary>
    [Parameter, EditorRequired]
    public FieldCatalog Catalog { get; set; } = null!;

    /// <summary>Gets or sets the last count; null before the first.</summary>
    [Parameter]
    public FieldFigureSet? Figures { get; set; }

    /// <summary>Gets or sets what is called with a change that can be taken back.</summary>
    [Parameter]
    public EventCallback<FieldChange> OnChanged { get; set; }

    private IReadOnlyList<FieldOption> Options => Catalog.OptionsOf(Field);

    private string Title => Field.Key == StandardFields.Stage ? "Stages" : "Options";

    private string Count(FieldOption option) =>
        Figures?.Find(Field)?.Top.FirstOrDefault(value => value.Number == option.Code) is { } value ? value.Leads.ToString("N0", CultureInfo.InvariantCulture) : "";

    private void Leave(FieldOption option)
    {
        _leaving = _leaving == option.Code ? null : option.Code;
        _replacement = Options.First(other => other.Code != option.Code).Code;
    }

    private async Task AddAsync()
    {
        if (Show(await changes.AddAsync(Field.Key, _label, me.Actor)))
        {
            _label = "";
        }
    }

    private async Task RenameAsync(FieldOption option, ChangeEventArgs change) =>
        Show(await changes.RenameAsync(Field.Key, option.Code, change.Value as string ?? "", me.Actor));

    private Task MoveByKeyAsync(FieldOption option, int place, KeyboardEventArgs key) => key switch
    {
        { AltKey: true, Key: "ArrowUp" } => MoveAsync(option, place - 1),
        { AltKey: true, Key: "ArrowDown" } => MoveAsync(option, place + 1),
        _ => Task.CompletedTask,
    };

    private async Task MoveAsync(FieldOption option, int place) => Show(await changes.MoveAsync(Field.Key, option.Code, place, me.Actor));

    private async Task DropAsync(int place)
    {
        if (_dragged is { } code)
        {
            _dragged = null;
            Show(await changes.MoveAsync(Field.Key, code, place, me.Actor));
        }
    }

    private async Task ReplaceAsync(FieldOption option)
    {
        var done = await changes.ReplaceAsync(Field.Key, option.Code, _replacement, me.Actor);
        if (Show(done))
        {
            _leaving = null;
            await OnChanged.InvokeAsync(done.Value);
        }
    }

    private bool Show<T>(Result<T> result)
    {
        _problem = result.Error?.Message;
        return result.IsSuccess;
    }
}
