using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Facts.Binding;

namespace LeadStudio.Core.Tests.Facts.Binding;

public sealed class ContainsMatcherTests
{
    // Few characters, the separator among them, so that values often lie in a text, at its ends and across two.
    private static readonly Gen<string> s_texts = Gen.Elements('a', 'b', '@', PackedTexts.Separator).ArrayOf().Select(characters => new string(characters));

    [Property(MaxTest = 2_000)]
    public Property MatchAll_AnyTexts_AnswersAsForEach() => Prop.ForAll(
        s_texts.ArrayOf().ToArbitrary(),
        s_texts.Where(value => value.Length > 0).NonEmptyListOf().ToArbitrary(),
        (texts, values) =>
        {
            var encoder = new TextEncoder(texts.Length);
            for (var row = 0; row < texts.Length; row++)
            {
                encoder.Set(row, texts[row]);
            }

            var column = encoder.Build(texts.Length);
            var answers = new TextAnswers(column.Distinct.Count);
            new ContainsMatcher([.. values]).MatchAll(column.Distinct, answers);
            return texts.Index().All(item =>
                answers[column.Codes.Span[item.Index]] == (values.Any(value => item.Item.Contains(value, StringComparison.Ordinal)) ? 1UL : 0UL));
        });
}
