using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Tests.Conditions;

public sealed class WordMatchTests
{
    [Theory]
    [InlineData("director", "cto", false)]
    [InlineData("cto", "cto", true)]
    [InlineData("director and cto", "cto", true)]
    [InlineData("ceo/cto, co-founder", "cto", true)]
    [InlineData("list_purchase", "purchase", true)]
    [InlineData("senior vice president", "vice president", true)]
    [InlineData("vice presidents", "vice president", false)]
    [InlineData("c++ developer", "c++", true)]
    [InlineData("c++11 developer", "c++", true)]
    [InlineData("abc++", "c++", false)]
    [InlineData("日本語", "日本", false)]
    [InlineData("日本 語", "日本", true)]
    [InlineData("😀cto😀", "cto", true)]
    [InlineData("cto", "", false)]
    [InlineData("", "cto", false)]
    public void Contains_Text_FindsWholeWordsOnly(string text, string word, bool expected) => Assert.Equal(expected, WordMatch.Contains(text, word));

    [Fact]
    public void Words_Text_AreCutAtEveryOtherCharacter() => Assert.Equal(["Head", "of", "R", "D", "Ärzte", "2"], WordMatch.Words("Head of R&D (Ärzte-2) "));
}
