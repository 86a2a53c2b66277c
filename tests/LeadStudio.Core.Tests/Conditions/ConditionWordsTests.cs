using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Tests.Conditions;

public sealed class ConditionWordsTests
{
    [Theory]
    [InlineData("country in (germany, France)", "Country is Germany or France")]
    [InlineData("title contains VP", "Title contains VP")]
    [InlineData("lastSeenAt in last 7 days", "Last seen in the last 7 days")]
    [InlineData("lastSeenAt not in last 1 day", "Last seen not in the last 1 day")]
    [InlineData("employees >= 20000", "Employees is at least 20,000")]
    [InlineData("employees between 1 and 5", "Employees is between 1 and 5")]
    [InlineData("unsubscribed is true", "Unsubscribed is yes")]
    [InlineData("email is empty and (title is a or title is b)", "E-mail is empty and (Title is a or Title is b)")]
    [InlineData("not title is a", "not (Title is a)")]
    [InlineData("interests has all (Sport, Music)", "Interests has Sport and Music")]
    [InlineData("country not in (a, b, c)", "Country is none of a, b or c")]
    [InlineData("title has word CEO or title has word CTO or title contains a or title contains b or title is c", "Title has the word CEO or CTO or Title contains a or b or Title is c")]
    [InlineData("title is not a or title is not b", "Title is not a or Title is not b")]
    [InlineData("gone is x", "gone is x")]
    public void Say_Condition_ReadsAsASentence(string text, string words) =>
        Assert.Equal(words, new ConditionWords(FakeCatalog.Instance).Say(ConditionText.Parse(text).Value!));
}
