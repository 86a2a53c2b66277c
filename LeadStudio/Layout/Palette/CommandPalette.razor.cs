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
    private readonly Dictionary<IPaletteSource, IReadOnlyList<PaletteItem>> _found = [];
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
        _found.Clear();
        (_isOpen, _text, _items, _active) = (true, "", [], 0);
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

    // What a source found for fewer letters stays until it answers again: nothing flickers.
    private async Task FindAsync()
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        var token = _typing.Token;
        (_isFinding, _active) = (true, 0);
        try
        {
            await Task.WhenAll(_sources.Select(source => AskAsync(source, token)));
            _isFinding = false;
            StateHasChanged();
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // More was typed.
        }
    }

    private async Task AskAsync(IPaletteSource source, CancellationToken token)
    {
        var items = await source.FindAsync(_text.Trim(), token);
        token.ThrowIfCancellationRequested();
        var chosen = _active > 0 && _active < _items.Count ? _items[_active] : null;
        _found[source] = items;
        _items = [.. _sources.SelectMany(one => _found.GetValueOrDefault(one, []))];
        _active = Math.Max(0, _items.ToList().FindIndex(item => item == chosen)); // what came later does not take the place of what was chosen
        StateHasChanged();
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
