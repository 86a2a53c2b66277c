using Bunit;
using LeadStudio.Components.Tables;

namespace LeadStudio.Tests.Components.Tables;

public sealed class VirtualTableTests : BunitContext
{
    private static readonly VirtualColumn<Row>[] s_columns =
    [
        new("score", "Score", 80, row => builder => builder.AddContent(0, row.Score)) { IsSortable = true, Align = ColumnAlign.End, ChangeKey = row => row.Score },
        new("name", "Name", 200, row => builder => builder.AddContent(0, row.Name)) { Grows = true },
    ];

    private readonly List<(long First, int Count)> _reads = [];
    private int _points = 50;
    private int _inserted;

    public VirtualTableTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task SetWindowAsync_FarDown_ReadsAndRendersThoseRowsOnly()
    {
        var table = RenderTable();

        await table.InvokeAsync(() => table.Instance.SetWindowAsync(9_999_990, 10));

        Assert.Equal([(9_999_990, 10)], _reads);
        var rows = table.FindAll("[data-row]");
        Assert.Equal(10, rows.Count);
        Assert.Equal("10000001", rows[^1].GetAttribute("aria-rowindex")); // the heading is row 1
        Assert.Equal("10000001", table.Find("[role=grid]").GetAttribute("aria-rowcount"));
    }

    [Fact]
    public async Task SetWindowAsync_Overlapping_ReadsOnlyWhatIsNew()
    {
        var table = RenderTable();

        await table.InvokeAsync(() => table.Instance.SetWindowAsync(0, 20));
        await table.InvokeAsync(() => table.Instance.SetWindowAsync(10, 20));

        Assert.Equal([(0, 20), (20, 10)], _reads);
    }

    [Fact]
    public async Task SetWindowAsync_SlowReader_ShowsPlacesUntilTheRowsCome()
    {
        var answer = new TaskCompletionSource<IReadOnlyList<Row>>();
        var table = RenderTable(read: (_, _, _) => new ValueTask<IReadOnlyList<Row>>(answer.Task));

        await table.InvokeAsync(() => table.Instance.SetWindowAsync(0, 2));
        Assert.Equal(2, table.FindAll(".waiting").Count);
        answer.SetResult([new Row(0, "Ann", 1), new Row(1, "Bob", 2)]);

        table.WaitForAssertion(() => Assert.Equal(2, table.FindAll("[data-row]").Count));
        Assert.Empty(table.FindAll(".waiting"));
    }

    [Fact]
    public async Task SetWindowAsync_JumpAway_CancelsTheReadThatNobodyWants()
    {
        CancellationToken first = default;
        var table = RenderTable(read: async (place, count, token) =>
        {
            if (place == 0)
            {
                first = token;
                await Task.Delay(Timeout.Infinite, token); // until it is cancelled
            }

            return Rows(place, count);
        });

        await table.InvokeAsync(() => table.Instance.SetWindowAsync(0, 10));
        await table.InvokeAsync(() => table.Instance.SetWindowAsync(1_000, 10));

        table.WaitForAssertion(() => Assert.Equal(10, table.FindAll("[data-row]").Count));
        Assert.True(first.IsCancellationRequested);
    }

    [Fact]
    public async Task RefreshAsync_ChangedScore_FlashesThatCell()
    {
        var table = RenderTable();
        await table.InvokeAsync(() => table.Instance.SetWindowAsync(0, 3));

        _points = 60;
        await table.InvokeAsync(table.Instance.RefreshAsync);

        Assert.Equal(3, table.FindAll(".flash-b").Count);
        Assert.Equal("60", table.Find("[data-row='0'] .flash-b").TextContent);
    }

    [Fact]
    public async Task RefreshAsync_RowAbove_ActiveRowMovesWithItsLead()
    {
        var table = RenderTable();
        await table.InvokeAsync(() => table.Instance.SetWindowAsync(0, 10));
        await table.InvokeAsync(() => table.Instance.SetActiveAsync(4));

        _inserted = 1;
        await table.InvokeAsync(table.Instance.RefreshAsync);

        var active = table.Find("[aria-selected=true]");
        Assert.Equal("5", active.GetAttribute("data-row"));
        Assert.Contains("Lead 4", active.TextContent, StringComparison.Ordinal);
        Assert.Equal(active.Id, table.Find("[role=grid]").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task SetWindowAsync_OneLeadReadTwice_ShowsItTwice()
    {
        var table = RenderTable(); // a lead that moved down between two reads, as lists that live do
        await table.InvokeAsync(() => table.Instance.SetWindowAsync(0, 10));
        _inserted = 1;

        await table.InvokeAsync(() => table.Instance.SetWindowAsync(5, 10));

        Assert.Equal(["9", "10"], table.FindAll("[data-row]").Where(row => row.TextContent.EndsWith("Lead 9", StringComparison.Ordinal)).Select(row => row.GetAttribute("data-row")));
    }

    [Fact]
    public async Task OpenAsync_Row_TellsThePage()
    {
        Row? opened = null;
        var table = RenderTable(more: parameters => parameters.Add(t => t.OnOpen, row => opened = row));
        await table.InvokeAsync(() => table.Instance.SetWindowAsync(0, 10));

        await table.InvokeAsync(() => table.Instance.OpenAsync(7));

        Assert.Equal(7, opened?.Id);
    }

    [Fact]
    public async Task ExtendAsync_Row_TellsThePageAndMarksTheSelected()
    {
        var asked = (From: 0L, To: 0L);
        var table = RenderTable(more: parameters => parameters.Add(t => t.IsSelected, row => row.Id is 2 or 3).Add(t => t.OnExtend, way => asked = way));
        await table.InvokeAsync(() => table.Instance.SetWindowAsync(0, 10));

        await table.InvokeAsync(() => table.Instance.ExtendAsync(2, 3));

        Assert.Equal((2L, 3L), asked);
        Assert.Equal(["2", "3"], table.FindAll("[aria-selected=true]").Select(row => row.GetAttribute("data-row")));
        Assert.Equal("3", table.Find(".row.active").GetAttribute("data-row"));
    }

    [Theory]
    [InlineData(null, "none", true)] // a column of numbers starts with the largest
    [InlineData(true, "descending", false)]
    [InlineData(false, "ascending", true)]
    public void Heading_Click_AsksForTheOtherOrder(bool? isDescending, string before, bool expected)
    {
        VirtualSort? asked = null;
        var table = RenderTable(more: parameters => parameters
            .Add(t => t.Sort, isDescending is { } down ? new VirtualSort("score", down) : null)
            .Add(t => t.SortChanged, sort => asked = sort));

        Assert.Equal(before, table.Find("[role=columnheader]").GetAttribute("aria-sort"));
        table.Find("[role=columnheader] button").Click();

        Assert.Equal(new VirtualSort("score", expected), asked);
    }

    [Fact]
    public void TotalRows_None_ShowsWhatToDo()
    {
        var table = RenderTable(total: 0, more: parameters => parameters.Add(t => t.Empty, "<b>Import a file</b>"));

        Assert.Equal("Import a file", table.Find(".empty b").TextContent);
    }

    private static Row[] Rows(long first, int count, int points = 0) =>
        [.. Enumerable.Range(0, count).Select(i => new Row(first + i, $"Lead {first + i}", points))];

    private IRenderedComponent<VirtualTable<Row>> RenderTable(
        long total = 10_000_000,
        LoadRows<Row>? read = null,
        Action<ComponentParameterCollectionBuilder<VirtualTable<Row>>>? more = null) =>
        Render<VirtualTable<Row>>(parameters =>
        {
            parameters
                .Add(t => t.Label, "Leads")
                .Add(t => t.Columns, s_columns)
                .Add(t => t.TotalRows, total)
                .Add(t => t.RowKey, row => row.Id)
                .Add(t => t.Load, read ?? ReadAsync);
            more?.Invoke(parameters);
        });

    private ValueTask<IReadOnlyList<Row>> ReadAsync(long first, int count, CancellationToken cancellationToken)
    {
        _reads.Add((first, count));
        return new ValueTask<IReadOnlyList<Row>>(Rows(first - _inserted, count, _points));
    }

    private sealed record Row(long Id, string Name, int Score);
}
