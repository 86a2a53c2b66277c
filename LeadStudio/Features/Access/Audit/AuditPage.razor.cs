using LeadStudio.Core.Access.Audit;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Access.Audit;

/// <summary>What people and keys did, newest first.</summary>
public sealed partial class AuditPage(IAuditTrail trail)
{
    private const int PageSize = 50;
    private List<AuditEntry>? _entries;
    private string _text = "";
    private string _kind = "";
    private bool _hasMore;

    private AuditQuery Query => new(_text.Trim(), _kind.Length > 0 ? _kind : null);

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task SearchAsync(string text)
    {
        _text = text;
        return LoadAsync();
    }

    private Task KindAsync(ChangeEventArgs change)
    {
        _kind = change.Value as string ?? "";
        return LoadAsync();
    }

    // A later search may be answered before an earlier one.
    private async Task LoadAsync()
    {
        var query = Query;
        var found = await trail.ListAsync(query, before: null, PageSize + 1, Disposed);
        if (query == Query)
        {
            _entries = [];
            Take(found);
        }
    }

    private async Task MoreAsync() => Take(await trail.ListAsync(Query, _entries![^1].Id, PageSize + 1, Disposed));

    private void Take(IReadOnlyList<AuditEntry> found)
    {
        _entries!.AddRange(found.Take(PageSize));
        _hasMore = found.Count > PageSize;
    }
}
