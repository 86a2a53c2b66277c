using FsCheck.Xunit;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Tests.Leads.Fields;

public sealed class FieldKeyTests
{
    [Theory]
    [InlineData("Lead Source (old)", "leadSourceOld")]
    [InlineData("Größe in m²", "grosseInM2")]
    [InlineData("2nd phone", "field2ndPhone")]
    [InlineData("???", "field")]
    public void From_Label_IsAKey(string label, string key) => Assert.Equal(key, FieldKey.From(label));

    [Property]
    public bool From_AnyLabel_IsLettersAndDigitsThatStartWithALetter(string? label)
    {
        var key = FieldKey.From(label ?? "");

        return key.Length is > 0 and <= 66 && char.IsAsciiLetter(key[0]) && key.All(char.IsAsciiLetterOrDigit);
    }
}
