using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.ApiDocs;

/// <summary>What programs can ask LeadStudio for: to be read, and tried with a key.</summary>
public sealed partial class ApiDocsPage(IApiReference reference, NavigationManager navigation)
{
    private ApiReferenceText? _text;
    private string? _problem;
    private ApiOperation? _chosen;
    private string? _search;
    private bool _takesFocus;

    /// <summary>Gets or sets the id of the operation that is shown; none by default.</summary>
    [SupplyParameterFromQuery(Name = "op")]
    public string? Chosen { get; set; }

    /// <summary>Gets or sets the words that operations are searched by.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    private IReadOnlyList<ApiGroup> Found =>
    [
        .. from theirs in _text!.Groups
           let fitting = theirs with { Operations = [.. theirs.Operations.Where(operation => operation.Fits(_search ?? ""))] }
           where fitting.Operations.Count > 0
           select fitting,
    ];

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _search ??= Words ?? "";
        _takesFocus = _text is not null; // what was opened at once leaves the focus on the title
        if (_text is null)
        {
            await LoadAsync();
        }
        else
        {
            Choose();
        }
    }

    private async Task LoadAsync()
    {
        _problem = null;
        var read = await reference.ReadAsync(Disposed);
        (_text, _problem) = (read.Value, read.Error?.Message);
        Choose();
    }

    private void Choose() => _chosen = _text?.Groups.SelectMany(group => group.Operations).FirstOrDefault(operation => operation.Id == Chosen);

    private string AddressOf(string? operation) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["op"] = operation });

    private void Search(string? text)
    {
        _search = text ?? "";
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("q", _search.Length > 0 ? _search : null), replace: true);
    }
}
