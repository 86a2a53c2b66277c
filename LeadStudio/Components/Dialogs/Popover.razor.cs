using Microsoft.AspNetCore.Components;

namespace LeadStudio.Components.Dialogs;

/// <summary>A button that opens a small box below it. Escape or a press elsewhere closes it.</summary>
public sealed partial class Popover
{
    private ElementReference _anchor;
    private bool _isOpen;

    /// <summary>Gets or sets what the box is for, for screen readers; the button's name, too, where it has no <see cref="Text"/>.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Gets or sets the words on the button; none by default.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>Gets or sets the picture on the button: the name of a Material symbol; none by default.</summary>
    [Parameter]
    public string? Icon { get; set; }

    /// <summary>Gets or sets what shows when the pointer rests on the button; nothing by default.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Gets or sets further classes of the button, such as <c>button-icon</c>.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>Gets or sets whether the button cannot be pressed.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Gets or sets what is called when the box opens, before it shows: a place to start afresh.</summary>
    [Parameter]
    public EventCallback OnOpen { get; set; }

    /// <summary>Gets or sets the content of the box.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Opens the box; for a shortcut of the page.</summary>
    /// <returns>A task that ends when it shows.</returns>
    public async Task OpenAsync()
    {
        if (!_isOpen)
        {
            await ToggleAsync();
            StateHasChanged();
        }
    }

    /// <summary>Closes the box; for a button in it.</summary>
    /// <returns>A task that ends when it is gone.</returns>
    public Task CloseAsync()
    {
        _isOpen = false;
        StateHasChanged();
        return Task.CompletedTask;
    }

    private async Task ToggleAsync()
    {
        if (!_isOpen)
        {
            await OnOpen.InvokeAsync();
        }

        _isOpen = !_isOpen;
    }
}
