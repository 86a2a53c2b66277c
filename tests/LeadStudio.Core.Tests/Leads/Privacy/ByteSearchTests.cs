using System.Text;
using FsCheck;
using FsCheck.Xunit;
using LeadStudio.Core.Leads.Privacy;

namespace LeadStudio.Core.Tests.Leads.Privacy;

public sealed class ByteSearchTests
{
    private const string Text = "Zenobia.Quux@example.com";

    [Property]
    public async Task<bool> IsIn_WhereverItLies_IsFound(PositiveInt before, byte filler, int encoding)
    {
        // Around the end of the first buffer of 128 KB.
        var place = 131_072 - 60 + (before.Get % 120);
        Encoding[] encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];
        var content = Enumerable.Repeat(filler, place)
            .Concat(encodings[Math.Abs(encoding % 3)].GetBytes(Text.ToUpperInvariant()))
            .Concat(Enumerable.Repeat(filler, 200_000))
            .ToArray();

        return await new ByteSearch([Text]).IsInAsync(new MemoryStream(content), CancellationToken.None);
    }

    [Fact]
    public async Task IsIn_WithAnotherText_IsNot() =>
        Assert.False(await new ByteSearch([Text]).IsInAsync(new MemoryStream(Encoding.UTF8.GetBytes("Zenobia.Quux at example.com")), CancellationToken.None));
}
