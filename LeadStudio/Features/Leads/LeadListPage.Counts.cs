using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Features.Leads.List;

namespace LeadStudio.Features.Leads;

/// <content>How many leads the list and its tabs have.</content>
public sealed partial class LeadListPage
{
    private static readonly TimeSpan s_countPause = TimeSpan.FromSeconds(3); // longer than the list remembers what matched before the news

    private ListCounts? _counts;
    private int _countings;
    private bool _isCountDue;
    private IReadOnlyDictionary<long, LeadCount> _savedCounts = new Dictionary<long, LeadCount>();
    private IReadOnlyList<SavedView>? _counted;
    private bool _isCountingSaved;

    // The tab that is open agrees with the list at every moment.
    private IReadOnlyDictionary<long, LeadCount> SavedCounts => _state is { Saved: { } open, IsChanged: false } && _counts is { } counts && _view is { News.IsNone: true }
        ? new Dictionary<long, LeadCount>(_savedCounts) { [open.Id] = counts.Shown }
        : _savedCounts;

    // All counts change at once, and an older count never replaces a newer one.
    private async Task CountAsync(LeadListView view, bool mayEstimate)
    {
        var counting = ++_countings;
        var counts = await ListCounts.ReadAsync(list, view.Query, _limit, mayEstimate, Disposed);
        if (counting == _countings)
        {
            _counts = counts;
            view.Take(counts.Shown);
        }
    }

    // What takes longer to count comes when it comes.
    private async Task CountMoreAsync()
    {
        if (_view is { } view && _counts is { } counts && counts.Tabs.Values.Append(counts.Shown).Any(count => !count.IsExact))
        {
            await CountAsync(view, mayEstimate: false);
            StateHasChanged();
        }
    }

    // The tabs follow the news, but slowly: each count reads an index.
    private async Task CountLaterAsync()
    {
        if (_isCountDue)
        {
            return;
        }

        _isCountDue = true;
        try
        {
            await Task.Delay(s_countPause, time, Disposed); // a burst of news is one count
            _isCountDue = false;
            if (_view is { } view)
            {
                await CountAsync(view, mayEstimate: false);
                StateHasChanged();
                await CountSavedAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed meanwhile.
        }
    }

    // Views that were added or changed are counted when the list is there; the others when scores have changed.
    private Task CountNewSavedAsync() => ReferenceEquals(_counted, _saved) ? Task.CompletedTask : CountSavedAsync();

    private async Task CountSavedAsync()
    {
        if (_isCountingSaved)
        {
            return;
        }

        _isCountingSaved = true;
        try
        {
            var counted = _saved;
            _savedCounts = await List.SavedCounts.ReadAsync(list, counted, clock.Zone, _limit, Disposed);
            _counted = counted;
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page was closed meanwhile.
        }
        finally
        {
            _isCountingSaved = false;
        }
    }
}
