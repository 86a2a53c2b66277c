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
            TextTestKind.Contains => values.Length > 1 && CommonPrefix(values) is { Length: > 0 } prefix
                ? new PrefixedContainsMatcher(prefix, values)
                : new ContainsMatcher(values),
            TextTestKind.Word => new WordMatcher(values),
            TextTestKind.StartsWith => new StartsWithMatcher(values),
            TextTestKind.EndsWith => new EndsWithMatcher(values),
            TextTestKind.Domain => new DomainMatcher(values),
            _ => throw new InvalidOperationException($"Unknown kind {test.Kind}."),
        };
    }

    public abstract bool Matches(ReadOnlySpan<char> text);

    private static string CommonPrefix(string[] values)
    {
        var length = values.Min(value => value.AsSpan().CommonPrefixLength(values[0]));
        return values[0][..length];
    }

    private sealed class SameMatcher(string[] values) : TextMatcher
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _values =
            new HashSet<string>(values, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        public override bool Matches(ReadOnlySpan<char> text) => _values.Contains(text);
    }

    private sealed class ContainsMatcher(string[] values) : TextMatcher
    {
        public override bool Matches(ReadOnlySpan<char> text)
        {
            foreach (var value in values)
            {
                if (text.Contains(value, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Values that begin alike, such as "@gmail.com" and "@yahoo.com", are found in one pass over the text.</summary>
    private sealed class PrefixedContainsMatcher(string prefix, string[] values) : TextMatcher
    {
        private readonly string[] _rests = [.. values.Select(value => value[prefix.Length..])];

        public override bool Matches(ReadOnlySpan<char> text)
        {
            var rest = text;
            for (var at = IndexOf(rest); at >= 0; at = IndexOf(rest))
            {
                var behind = rest[(at + prefix.Length)..];
                foreach (var value in _rests)
                {
                    if (value.Length == 0 || (behind.Length >= value.Length && behind[0] == value[0] && behind.StartsWith(value, StringComparison.Ordinal)))
                    {
                        return true;
                    }
                }

                rest = rest[(at + 1)..];
            }

            return false;
        }

        private int IndexOf(ReadOnlySpan<char> text) =>
            prefix.Length == 1 ? text.IndexOf(prefix[0]) : text.IndexOf(prefix, StringComparison.Ordinal);
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
