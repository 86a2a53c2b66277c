using System.Buffers;

namespace LeadStudio.Core.Facts.Binding;

/// <summary>Finds texts that contain one of several values.</summary>
internal sealed class ContainsMatcher(string[] values) : TextMatcher
{
    private readonly SearchValues<string> _any = SearchValues.Create(values, StringComparison.Ordinal);
    private readonly bool _crossesTexts = values.Any(value => value.Contains(PackedTexts.Separator, StringComparison.Ordinal));

    public override bool Matches(ReadOnlySpan<char> text) => text.ContainsAny(_any);

    /// <summary>Sweeps over all texts as one: a search begins after each hit instead of at each text.</summary>
    public override void MatchAll(PackedTexts texts, TextAnswers answers)
    {
        if (_crossesTexts)
        {
            base.MatchAll(texts, answers);
            return;
        }

        var characters = texts.Characters;
        var (at, code) = (0, 0);
        while (characters[at..].IndexOfAny(_any) is >= 0 and var distance)
        {
            code = texts.IndexAt(at + distance, code);
            answers.Pass(code);
            at = texts.EndOf(code);
        }
    }
}
