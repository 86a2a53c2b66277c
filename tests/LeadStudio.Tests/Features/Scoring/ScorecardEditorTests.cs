using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Features.Scoring;

namespace LeadStudio.Tests.Features.Scoring;

public sealed class ScorecardEditorTests
{
    private static readonly Scorecard s_card = new(
        [
            new("fit", "Fit", Axis.Fit, 60, [Rule("a", "First"), Rule("b", "Second")]),
            new("engagement", "Engagement", Axis.Engagement, 30, [Rule("c", "Third")]),
        ],
        BandCuts.Default);

    [Fact]
    public void Undo_AfterChanges_GoesBackStepByStepAndForwardAgain()
    {
        var editor = new ScorecardEditor(s_card);
        var one = s_card.RemoveRule("a");
        editor.Apply(one);
        editor.Apply(one.RemoveRule("b"));

        Assert.True(editor.Undo());
        Assert.Same(one, editor.Card);
        Assert.True(editor.Undo());
        Assert.False(editor.Undo());
        Assert.Same(s_card, editor.Card);
        Assert.True(editor.Redo());
        Assert.Same(one, editor.Card);
    }

    [Fact]
    public void Apply_AfterUndo_ForgetsWhatWasUndone()
    {
        var editor = new ScorecardEditor(s_card);
        editor.Apply(s_card.RemoveRule("a"));
        editor.Undo();

        editor.Apply(s_card.RemoveRule("b"));

        Assert.False(editor.CanRedo);
        Assert.False(editor.Apply(s_card.RemoveRule("b")));
    }

    [Theory]
    [InlineData("a", 1, "b a | c")]
    [InlineData("b", 1, "a | b c")]
    [InlineData("c", -1, "a b c | ")]
    [InlineData("a", -1, "a b | c")]
    [InlineData("c", 1, "a b | c")]
    public void MoveRule_Step_GoesWithinAndBetweenGroups(string key, int step, string expected) =>
        Assert.Equal(expected, Keys(s_card.MoveRule(key, step)));

    [Fact]
    public void DuplicateRule_Rule_StandsBehindItWithANameOfItsOwn()
    {
        var card = s_card.DuplicateRule("a", out var key);

        Assert.Equal($"a {key} b | c", Keys(card));
        Assert.Equal("First (2)", card.Groups[0].Rules[1].Name);
    }

    [Fact]
    public void AddGroup_PointsAreLeft_TakesThem()
    {
        var card = s_card.AddGroup();

        Assert.Equal(10, card.Groups[2].Cap);
        Assert.Equal("Fit 60 + Engagement 30 = 90: 10 points are left.", ScoringWords.Caps(s_card));
        Assert.Equal("Fit 60 + Engagement 30 + New group 10 = 100", ScoringWords.Caps(card));
    }

    private static string Keys(Scorecard card) => string.Join(" | ", card.Groups.Select(group => string.Join(' ', group.Rules.Select(rule => rule.Key))));

    private static Rule Rule(string key, string name) => new(key, name, new Predicate("title", Operator.IsNotEmpty, []), 5);
}
