using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Facts.Binding;

/// <summary>Compares folded texts with the folded values of a <see cref="TextTest"/>; "outside" is left to the caller.</summary>
internal abstract class TextMatcher
{
    public static TextMatcher For(TextTest test)
    {
        string[] values = [.. test.Values];
        return test.Kind switch
        {
            TextTestKind.Is => new SameMatcher(values),
            TextTestKind.Contains => new ContainsMatcher(values),
            TextTestKind.Word => new WordMatcher(values),
            TextTestKind.StartsWith => new StartsWithMatcher(values),
            TextTestKind.EndsWith => new EndsWithMatcher(values),
            TextTestKind.Domain => new DomainMatcher(values),
            _ => throw new InvalidOperationException($"Unknown kind {test.Kind}."),
        };
    }

    public abstract bool Matches(ReadOnlySpan<char> text);

    /// <summary>Answers for many texts at once.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="answers">Takes those that match.</param>
    public virtual void MatchAll(PackedTexts texts, TextAnswers answers)
    {
        for (var code = 0; code < texts.Count; code++)
        {
            if (Matches(texts[code]))
            {
                answers.Pass(code);
            }
        }
    }

    private sealed class SameMatcher(string[] values) : TextMatcher
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _values =
            new HashSet<string>(values, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        public override bool Matches(ReadOnlySpan<char> text) => _values.Contains(text);
    }

    private sealed class WordMatcher(string[] values) : TextMatcher
    {
        public override bool Matches(ReadOnlySpan<char> text)
        {
            foreach (var value in values)
            {
                if (WordMatch.Contains(text, value))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class StartsWithMatcher(string[] values) : TextMatcher
    {
        public override bool Matches(ReadOnlySpan<char> text)
        {
            foreach (var value in values)
            {
                if (text.StartsWith(value, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class EndsWithMatcher(string[] values) : TextMatcher
    {
        public override bool Matches(ReadOnlySpan<char> text)
        {
            foreach (var value in values)
            {
                if (text.EndsWith(value, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class DomainMatcher(string[] values) : TextMatcher
    {
        public override bool Matches(ReadOnlySpan<char> text)
        {
            foreach (var value in values)
            {
                if (DomainMatch.Matches(text, value))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
