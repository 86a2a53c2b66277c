using LeadStudio.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Features.ApiDocs;

/// <summary>Tries an operation. The browser sends the request: so the key stays there, and the way is that of any program outside.</summary>
public sealed partial class TryIt(IJSRuntime js, NavigationManager navigation) : IAsyncDisposable
{
    /// <summary>The id of the field with the key, from which the script takes it.</summary>
    internal const string KeyId = "api-key";

    private RequestDraft _draft = null!;
    private ElementReference _output;
    private DotNetObjectReference<TryIt>? _self;
    private IJSObjectReference? _handle;
    private TriedAnswer? _answer;
    private string? _problem;
    private string? _end;
    private bool _isSending;
    private bool _isCopied;
    private bool _isAnswerCopied;

    /// <summary>Gets or sets the operation; another one needs another component.</summary>
    [Parameter, EditorRequired]
    public ApiOperation Operation { get; set; } = null!;

    /// <summary>Shows the status and the headers; called by the script when they have come.</summary>
    /// <param name="answer">The answer.</param>
    [JSInvokable]
    public void Answered(TriedAnswer answer)
    {
        _answer = answer;
        StateHasChanged();
    }

    /// <summary>Notes that all of an answer has come; called by the script.</summary>
    /// <param name="remark">What there is to say of the body; empty for nothing.</param>
    [JSInvokable]
    public void Ended(string remark)
    {
        (_isSending, _end) = (false, remark.Length > 0 ? remark : null);
        StateHasChanged();
    }

    /// <summary>Says why there is no answer; called by the script.</summary>
    /// <param name="sentence">What to do.</param>
    [JSInvokable]
    public void Failed(string sentence)
    {
        (_isSending, _problem) = (false, sentence);
        StateHasChanged();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Interlocked.Exchange(ref _handle, null).ReleaseAsync();
        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _draft = new(Operation);

    private static string IdOf(ApiParameter parameter) => $"parameter-{parameter.Name}";

    private async Task SendAsync()
    {
        (_problem, _answer, _end, _isCopied, _isAnswerCopied) = (null, null, null, false, false);
        if (_draft.Missing is { } missing)
        {
            _problem = $"Fill in \"{missing}\": the address needs it.";
            return;
        }

        _isSending = true;
        if (_handle is null)
        {
            await using var module = await js.ImportModuleAsync(Assets["dist/apiTry.js"]);
            _self = DotNetObjectReference.Create(this);
            _handle = await module.InvokeAsync<IJSObjectReference>("mount", KeyId, _output, _self);
        }

        var body = Operation.Body is null || _draft.Body.Length == 0 ? null : _draft.Body;
        await _handle.InvokeVoidAsync("send", Operation.Method, _draft.Address, _draft.Headers, Operation.Body?.Type, body);
    }

    private async Task StopAsync()
    {
        if (_handle is not null)
        {
            await _handle.InvokeVoidAsync("stop");
        }
    }

    // The script copies it: the text is in the browser only.
    private async Task CopyAnswerAsync() => _isAnswerCopied = _handle is not null && await _handle.InvokeAsync<bool>("copy");

    private async Task CopyAsync()
    {
        try
        {
            await js.InvokeVoidAsync("navigator.clipboard.writeText", _draft.ToCurl(navigation.BaseUri));
            _isCopied = true;
        }
        catch (JSException)
        {
            // The browser lets nothing into the clipboard here: the text can be selected.
        }
    }
}
