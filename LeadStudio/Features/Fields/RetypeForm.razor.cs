using LeadStudio.Core.Leads.Fields;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Fields;

/// <summary>Gives a field another type, after a look at what would not convert.</summary>
public sealed partial class RetypeForm(IFieldChanges changes, CurrentUser me)
{
    private CancellationTokenSource _looking = new();
    private FieldType? _type;
    private TextReading? _reading;
    private ConversionPreview? _preview;
    private string? _problem;
    private bool _isBusy;

    /// <summary>Gets or sets the field.</summary>
    [Parameter, EditorRequired]
    public Field Field { get; set; } = null!;

    /// <summary>Gets or sets what is called with the change.</summary>
    [Parameter]
    public EventCallback<FieldChange> OnDone { get; set; }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _looking.Cancel();
        _looking.Dispose();
        base.Dispose(disposing);
    }

    private Task ChooseAsync(ChangeEventArgs change)
    {
        Cancel();
        var type = Enum.Parse<FieldType>((string)change.Value!);
        _type = type == Field.Type ? null : type;
        return _type is null ? Task.CompletedTask : ReadAsync(null);
    }

    private async Task ReadAsync(TextReading? reading)
    {
        await _looking.CancelAsync();
        _looking.Dispose();
        _looking = CancellationTokenSource.CreateLinkedTokenSource(Disposed);
        var token = _looking.Token;
        _preview = null;
        try
        {
            // Off the thread of the page: SQLite reads a million leads without letting go of it.
            var (key, type) = (Field.Key, _type!.Value);
            var preview = await Task.Run(() => changes.PreviewRetypeAsync(key, type, reading, token), token);
            (_preview, _problem) = (preview.Value, preview.Error?.Message);
            _reading = _preview?.Reading ?? _reading;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Another type was chosen meanwhile, or the page closed.
        }
    }

    private void Cancel()
    {
        _looking.Cancel();
        (_type, _preview, _problem, _reading) = (null, null, null, null);
    }

    private async Task RetypeAsync()
    {
        _isBusy = true;
        var done = await changes.RetypeAsync(Field.Key, _type!.Value, _reading!, me.Actor, Disposed);
        _isBusy = false;
        _problem = done.Error?.Message;
        if (done.IsSuccess)
        {
            Cancel();
            await OnDone.InvokeAsync(done.Value);
        }
    }
}
