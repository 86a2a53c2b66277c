using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LeadStudio.Layout.Palette;

/// <summary>Finds leads, companies, views, pages and actions as one types, and goes there by the keyboard alone.</summary>
public sealed partial class CommandPalette(IEnumerable<IPaletteSource> sources, NavigationManager navigation) : IDisposable
{
    /// <summary>The key that opens it.</summary>
    public const string Keys = "Mod+k";

    private readonly IReadOnlyList<IPaletteSource> _sources = [.. sources.OrderBy(source => source.Order)];
    private IReadOnlyList<PaletteItem> _items = [];
    private CancellationTokenSource _typing = new();
    private Task _finding = Task.CompletedTask;
    private string _text = "";
    private int _active;
    private bool _isOpen;
    private bool _isFinding;

    /// <summary>Opens it, with what is offered at first.</summary>
    /// <returns>A task that ends when that shows.</returns>
    public Task OpenAsync()
    {
        (_isOpen, _text, _items) = (true, "", []);
        StateHasChanged();
        return _finding = FindAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _typing.Cancel();
        _typing.Dispose();
    }

    private static string IdOf(int item) => string.Create(CultureInfo.InvariantCulture, $"palette-{item}");

    private Task TypeAsync(ChangeEventArgs change)
    {
        _text = (string?)change.Value ?? "";
        return _finding = FindAsync();
    }

    // What was found for fewer letters stays until the next is found: nothing flickers.
    private async Task FindAsync()
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        var token = _typing.Token;
        _isFinding = true;
        try
        {
            var found = await Task.WhenAll(_sources.Select(source => source.FindAsync(_text.Trim(), token).AsTask()));
            token.ThrowIfCancellationRequested();
            (_items, _active, _isFinding) = ([.. found.SelectMany(items => items)], 0, false);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // More was typed.
        }
    }

    private async Task PressAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _items.Count > 0:
                _active = (_active + 1) % _items.Count;
                break;
            case "ArrowUp" when _items.Count > 0:
                _active = (_active + _items.Count - 1) % _items.Count;
                break;
            case "Enter":
                await _finding; // who types fast means what is being found
                await (_active < _items.Count ? ChooseAsync(_items[_active]) : Task.CompletedTask);
                break;
        }
    }

    private async Task ChooseAsync(PaletteItem item)
    {
        _isOpen = false;
        StateHasChanged();
        if (item.Href is not null)
        {
            navigation.NavigateTo(item.Href);
        }
        else if (item.Run is not null)
        {
            await item.Run();
        }
    }
}
