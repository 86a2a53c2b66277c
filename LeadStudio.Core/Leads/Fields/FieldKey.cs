using System.Text;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>Makes keys from labels.</summary>
public static class FieldKey
{
    private const int MaximumLength = 60;

    /// <summary>Makes a key: "Lead Source (old)" becomes <c>leadSourceOld</c>.</summary>
    /// <param name="label">The label.</param>
    /// <returns>Letters and digits, starting with a letter, at most 60; <c>field</c> where nothing is left.</returns>
    public static string From(string label)
    {
        var key = new StringBuilder();
        var startsWord = false;
        foreach (var character in Folding.Fold(label))
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                startsWord = key.Length > 0;
                continue;
            }

            key.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        if (key.Length > MaximumLength)
        {
            key.Length = MaximumLength;
        }

        return key.Length == 0 ? "field" : char.IsAsciiDigit(key[0]) ? $"field{key}" : key.ToString();
    }
}
