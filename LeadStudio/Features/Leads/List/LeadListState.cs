using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.Columns;
using Microsoft.AspNetCore.WebUtilities;

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

    /// <summary>Reads an address.</summary>
    /// <param name="address">The address, or its part from the question mark on.</param>
    public static LeadListState Read(string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(question < 0 ? "" : address[question..]);
        string Get(string name) => query.TryGetValue(name, out var values) ? values[^1] ?? "" : "";

        var sort = Get("sort").Split('.', 2);
        return new LeadListState
        {
            Search = Get("q"),
            FilterText = Get("filter"),
            SortKey = sort[0].Length > 0 ? sort[0] : ListKeys.Score,
            Descending = sort is not [{ Length: > 0 }, "asc"],
            Columns = ColumnChoice.ReadList(Get("cols")),
            View = Get("scope") == "all" ? QuickView.Everything : QuickView.Find(Get("view")), // "scope" is of older links
            OpenLead = long.TryParse(Get("lead"), NumberStyles.None, CultureInfo.InvariantCulture, out var lead) ? lead : null,
        };
    }

    /// <summary>Writes the address; what is as usual is left out.</summary>
    /// <param name="path">The path of the page.</param>
    public string ToAddress(string path = "/leads")
    {
        List<(string Name, string Value)> parts = [];
        void Add(string name, string value, bool isUsual)
        {
            if (!isUsual)
            {
                parts.Add((name, value));
            }
        }

        Add("view", View.Key, View == QuickView.Hot);
        Add("filter", FilterText, FilterText.Length == 0);
        Add("q", Search, Search.Length == 0);
        Add("sort", $"{SortKey}.{(Descending ? "desc" : "asc")}", SortKey == ListKeys.Score && Descending);
        Add("cols", ColumnChoice.WriteList(Columns), Columns.Count == 0);
        Add("lead", OpenLead?.ToString(CultureInfo.InvariantCulture) ?? "", OpenLead is null);
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts.Select(part => $"{part.Name}={Escape(part.Value)}"))}";
    }

    /// <summary>Reads the filter.</summary>
    /// <returns>The condition; null where there is none; or what is wrong with the text.</returns>
    public Result<Condition>? ReadFilter() => string.IsNullOrWhiteSpace(FilterText) ? (Result<Condition>?)null : ConditionText.Parse(FilterText);

    /// <summary>Gives what to ask the list; a filter that cannot be read counts as none.</summary>
    public LeadQuery ToQuery() => new()
    {
        Filter = Join([.. PartsOf(View.Base), .. PartsOf(ReadFilter()?.Value)]),
        Search = Search,
        SortKey = SortKey,
        Descending = Descending,
        Scope = View.Scope,
    };

    /// <summary>Sets the filter.</summary>
    /// <param name="items">The parts that all must hold; none for no filter.</param>
    public LeadListState WithFilter(IReadOnlyList<Condition> items) => this with { FilterText = Join(items) is { } filter ? ConditionText.Print(filter) : "" };

    /// <summary>Shows all of the tab.</summary>
    public LeadListState Cleared() => this with { FilterText = "", Search = "" };

    /// <summary>Looks among closed leads, too: what the tab asks for becomes part of the filter.</summary>
    public LeadListState WithClosed()
    {
        var wider = this with { View = QuickView.Everything };
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

    // Spaces as "+" and commas as they are: addresses are read by people, too.
    private static string Escape(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
}
