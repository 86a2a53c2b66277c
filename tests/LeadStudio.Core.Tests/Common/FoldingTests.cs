using FsCheck;
using FsCheck.Xunit;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Tests.Common;

public sealed class FoldingTests
{
    [Theory]
    [InlineData(" Müller ", "muller")]
    [InlineData("SØREN Łukasz", "soren lukasz")]
    [InlineData("Straße", "strasse")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("", "")]
    public void Fold_Spellings_BecomeOne(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Fold_NothingToFold_IsTheSameInstance()
    {
        const string text = "plain text";

        Assert.Same(text, Folding.Fold(text));
    }

    [Property]
    public bool Fold_Twice_ChangesNothingMore(string? text)
    {
        var once = Folding.Fold(text ?? "");

        return Folding.Fold(once) == once;
    }

    [Fact]
    public void Fold_HalfASurrogatePair_DoesNotThrow() => Assert.NotNull(Folding.Fold("a\uD800b"));
}
