using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Features.Leads.Columns;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace LeadStudio.Features.Leads.List;

/// <summary>What the address of the lead list says: all that a shared link shows to somebody else.</summary>
public sealed record LeadListState
{
    /// <summary>Gets the words that are looked for.</summary>
    public string Search { get; init; } = "";

    /// <summary>Gets the filter in the filter language, as typed; it may not be readable.</summary>
    public string FilterText { get; init; } = "";

    /// <summary>Gets the key of the column to sort by.</summary>
    public string SortKey { get; init; } = ListKeys.Score;

    /// <summary>Gets a value indicating whether the greatest comes first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Gets the columns; empty for the usual ones.</summary>
    public ValueList<ColumnChoice> Columns { get; init; } = [];

    /// <summary>Gets the tab, which the filter and the words narrow down.</summary>
    public QuickView View { get; init; } = QuickView.Hot;

    /// <summary>Gets a value indicating whether the list shows less than all of its tab.</summary>
    public bool IsNarrowed => FilterText.Length > 0 || Search.Length > 0;

    /// <summary>Gets the lead in the side panel; none where it is closed.</summary>
    public long? OpenLead { get; init; }

    /// <summary>Gets the key of the last column that stays in place when the rest is scrolled sideways; empty where none does.</summary>
    public string Frozen { get; init; } = "";

    /// <summary>Gets a value indicating whether the rows are low, so that more of them show.</summary>
    public bool IsCompact { get; init; }

    /// <summary>Gets the saved view that the list began with; null on the other tabs.</summary>
    public SavedView? Saved { get; init; }

    /// <summary>Gets what the tab or the saved view shows by itself.</summary>
    public LeadListState Usual => Saved is { } saved ? Of(saved) : new LeadListState { View = View };

    /// <summary>Gets a value indicating whether the list differs from its saved view.</summary>
    public bool IsChanged => Saved is not null && this with { OpenLead = null } != Usual;

    /// <summary>Gets the columns and how the rows stand.</summary>
    public ColumnLayout Layout => new(Columns, Frozen, IsCompact);

    /// <summary>Shows a saved view.</summary>
    /// <param name="saved">The view.</param>
    public static LeadListState Of(SavedView saved) => new()
    {
        Saved = saved,
        View = QuickView.Of(saved),
        FilterText = saved.Content.FilterText,
        Search = saved.Content.Search,
        SortKey = saved.Content.SortKey,
        Descending = saved.Content.Descending,
        Columns = ColumnChoice.ReadList(saved.Content.Columns),
        Frozen = saved.Content.Frozen,
        IsCompact = saved.Content.IsCompact,
    };

    /// <summary>Gives the address of the list with another lead in its side panel, whatever else the address says.</summary>
    /// <param name="address">An address of the list, or of a lead's page that was opened from it.</param>
    /// <param name="lead">The lead.</param>
    public static string WithLead(string address, long lead)
    {
        var parts = QueryOf(address).Where(part => part.Key != "lead").Select(part => $"{part.Key}={Escape(part.Value[^1] ?? "")}");
        return $"/leads?{string.Join('&', parts.Append(string.Create(CultureInfo.InvariantCulture, $"lead={lead}")))}";
    }

    /// <summary>Reads an address. What it does not say is as the tab or the saved view has it.</summary>
    /// <param name="address">The address, or its part from the question mark on.</param>
    /// <param name="saved">The saved views that the user sees; a link to another one shows the tab that the list opens with.</param>
    public static LeadListState Read(string address, IReadOnlyList<SavedView>? saved = null)
    {
        var query = QueryOf(address);
        string? Get(string name) => query.TryGetValue(name, out var values) ? values[^1] ?? "" : null;

        var usual = saved?.FirstOrDefault(view => QuickView.KeyOf(view) == Get("view")) is { } found ? Of(found)
            : new LeadListState { View = Get("scope") == "all" ? QuickView.Everything : QuickView.Find(Get("view") ?? "") }; // "scope" is of older links
        var sort = Get("sort")?.Split('.', 2);
        return usual with
        {
            Search = Get("q") ?? usual.Search,
            FilterText = Get("filter") ?? usual.FilterText,
            SortKey = sort is null ? usual.SortKey : sort[0].Length > 0 ? sort[0] : ListKeys.Score,
            Descending = sort is null ? usual.Descending : sort is not [{ Length: > 0 }, "asc"],
            Columns = Get("cols") is { } columns ? ColumnChoice.ReadList(columns) : usual.Columns,
            Frozen = Get("freeze") ?? usual.Frozen,
            IsCompact = Get("density") is { } density ? density == "compact" : usual.IsCompact,
            OpenLead = long.TryParse(Get("lead"), NumberStyles.None, CultureInfo.InvariantCulture, out var lead) ? lead : null,
        };
    }

    /// <summary>Writes the address; what is as the tab or the saved view has it is left out.</summary>
    /// <param name="path">The path of the page.</param>
    public string ToAddress(string path = "/leads")
    {
        var usual = Usual;
        List<(string Name, string Value)> parts = [];
        void Add(string name, string value, bool isUsual)
        {
            if (!isUsual)
            {
                parts.Add((name, value));
            }
        }

        Add("view", View.Key, View == QuickView.Hot);
        Add("filter", FilterText, FilterText == usual.FilterText);
        Add("q", Search, Search == usual.Search);
        Add("sort", $"{SortKey}.{(Descending ? "desc" : "asc")}", SortKey == usual.SortKey && Descending == usual.Descending);
        Add("cols", ColumnChoice.WriteList(Columns), Columns.Equals(usual.Columns));
        Add("freeze", Frozen, Frozen == usual.Frozen);
        Add("density", IsCompact ? "compact" : "comfortable", IsCompact == usual.IsCompact);
        Add("lead", OpenLead?.ToString(CultureInfo.InvariantCulture) ?? "", OpenLead is null);
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts.Select(part => $"{part.Name}={Escape(part.Value)}"))}";
    }

    /// <summary>Gives what to keep of the list under a name: what its tab asks for becomes part of the filter.</summary>
    /// <returns>The content; null where the filter cannot be read.</returns>
    public ViewContent? ToContent() => ReadFilter() is { IsSuccess: false } ? null : new ViewContent
    {
        FilterText = View.Base is null ? FilterText : WithFilter([.. PartsOf(View.Base), .. PartsOf(ReadFilter()?.Value)]).FilterText,
        Search = Search,
        SortKey = SortKey,
        Descending = Descending,
        Scope = View.Scope,
        Columns = ColumnChoice.WriteList(Columns),
        Frozen = Frozen,
        IsCompact = IsCompact,
    };

    /// <summary>Reads the filter.</summary>
    /// <returns>The condition; null where there is none; or what is wrong with the text.</returns>
    public Result<Condition>? ReadFilter() => string.IsNullOrWhiteSpace(FilterText) ? (Result<Condition>?)null : ConditionText.Parse(FilterText);

    /// <summary>Gives what to ask the list; a filter that cannot be read counts as none.</summary>
    /// <param name="zone">The user's zone, in which the filter's days are meant; null for UTC.</param>
    public LeadQuery ToQuery(TimeZoneInfo? zone = null)
    {
        var filter = Join([.. PartsOf(View.Base), .. PartsOf(ReadFilter()?.Value)]);
        return new()
        {
            Filter = filter,
            Zone = filter is not null && LocalDays.AreIn(filter) ? zone : null,
            Search = Search,
            SortKey = SortKey,
            Descending = Descending,
            Scope = View.Scope,
        };
    }

    /// <summary>Sets the filter.</summary>
    /// <param name="items">The parts that all must hold; none for no filter.</param>
    public LeadListState WithFilter(IReadOnlyList<Condition> items) => this with { FilterText = Join(items) is { } filter ? ConditionText.Print(filter) : "" };

    /// <summary>Sets the columns and how the rows stand.</summary>
    /// <param name="layout">The layout.</param>
    public LeadListState With(ColumnLayout layout) => this with { Columns = layout.Columns, Frozen = layout.Frozen, IsCompact = layout.IsCompact };

    /// <summary>Adds a condition that must hold, too; one that is there already changes nothing.</summary>
    /// <param name="condition">The condition.</param>
    public LeadListState And(Condition condition) => PartsOf(ReadFilter()?.Value) is var parts && parts.Contains(condition) ? this : WithFilter([.. parts, condition]);

    /// <summary>Shows all of the tab.</summary>
    public LeadListState Cleared() => Saved is not null && IsChanged ? Usual : this with { FilterText = "", Search = "" };

    /// <summary>Looks among closed leads, too: what the tab asks for becomes part of the filter.</summary>
    public LeadListState WithClosed()
    {
        var wider = this with { View = QuickView.Everything, Saved = null };
        return ReadFilter() is { IsSuccess: false } ? wider : wider.WithFilter([.. PartsOf(View.Base), .. PartsOf(ReadFilter()?.Value)]);
    }

    private static ValueList<Condition> PartsOf(Condition? condition) => condition switch
    {
        null => [],
        AllCondition all => all.Items,
        _ => [condition],
    };

    private static Condition? Join(IReadOnlyList<Condition> items) => items.Count switch
    {
        0 => null,
        1 => items[0],
        _ => new AllCondition(ValueList.From(items)),
    };

    private static Dictionary<string, StringValues> QueryOf(string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(question < 0 ? "" : address[question..]);
    }

    // Spaces as "+" and commas as they are: addresses are read by people, too.
    private static string Escape(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
}
