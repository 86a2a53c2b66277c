using LeadStudio.Components.Tables;

namespace LeadStudio.Tests.Components.Tables;

public sealed class RowWindowTests
{
    private static readonly VirtualColumn<Row>[] s_columns =
        [new("score", "Score", 80, _ => _ => { }) { ChangeKey = row => row.Score }, new("name", "Name", 80, _ => _ => { })];

    private readonly RowWindow<Row> _window = new(row => row.Id);

    [Fact]
    public void Missing_SomeRead_IsTheRestOnly()
    {
        _window.Move(10, 10);
        _window.Put(8, Rows(8, 6), s_columns); // rows 8 to 13, of which 8 and 9 are not shown

        Assert.Equal((14, 6), _window.Missing());
        Assert.Null(_window[9]);
    }

    [Fact]
    public void Missing_AllRead_IsNull()
    {
        _window.Move(0, 3);
        _window.Put(0, Rows(0, 3), s_columns);

        Assert.Null(_window.Missing());
    }

    [Fact]
    public void Move_OverlappingWindow_KeepsWhatIsStillShown()
    {
        _window.Move(0, 10);
        _window.Put(0, Rows(0, 10), s_columns);

        _window.Move(5, 10);

        Assert.Equal((10, 5), _window.Missing());
    }

    [Fact]
    public void Put_ChangedCell_CountsTheChangeOfThatColumnOnly()
    {
        _window.Move(0, 2);
        _window.Put(0, Rows(0, 2), s_columns);
        var changed = new Row(1, 99);

        _window.Put(0, [changed, new Row(0, 0)], s_columns); // the two have also changed places

        Assert.Equal(1, _window.ChangesOf(changed, "score"));
        Assert.Equal(0, _window.ChangesOf(changed, "name"));
        Assert.Equal(0, _window.ChangesOf(new Row(0, 0), "score"));
        Assert.Equal(0, _window.IndexOf(1L));
    }

    [Fact]
    public void Move_AwayAndBack_ForgetsTheChange()
    {
        _window.Move(0, 1);
        _window.Put(0, Rows(0, 1), s_columns);
        _window.Put(0, [new Row(0, 7)], s_columns);

        _window.Move(100, 1);
        _window.Move(0, 1);
        _window.Put(0, [new Row(0, 7)], s_columns);

        Assert.Equal(0, _window.ChangesOf(new Row(0, 7), "score"));
    }

    private static Row[] Rows(long first, int count) => [.. Enumerable.Range(0, count).Select(i => new Row(first + i, 0))];

    private sealed record Row(long Id, int Score);
}
