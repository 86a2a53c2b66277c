using System.Text.RegularExpressions;

namespace LeadStudio.Core.Tests.Conditions;

/// <summary>"Has the word", written down as plainly as possible.</summary>
internal static class NaiveWord
{
    private const string Letter = @"[\p{L}\p{Nd}\p{M}]";

    public static bool IsIn(string word, string text)
    {
        var before = Regex.IsMatch(word, $"^{Letter}") ? $"(?<!{Letter})" : "";
        var after = Regex.IsMatch(word, $@"{Letter}\z") ? $"(?!{Letter})" : "";
        return Regex.IsMatch(text, $"{before}{Regex.Escape(word)}{after}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    }
}
