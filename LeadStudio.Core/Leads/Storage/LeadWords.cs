using System.Text;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>The words by which a lead is found.</summary>
internal sealed class LeadWords(FieldCatalog catalog)
{
    private static readonly string[] s_keys =
    [
        StandardFields.FirstName, StandardFields.LastName, StandardFields.Email, StandardFields.Company, StandardFields.Title,
        StandardFields.City, StandardFields.Domain, StandardFields.Phone, StandardFields.ExternalId,
    ];

    private readonly int[] _fields = [.. s_keys.Select(key => catalog[key].Id)];
    private readonly StringBuilder _text = new();

    /// <summary>Tells whether one of them changed in this batch.</summary>
    public bool AreTouchedIn(LeadState lead) => _fields.Any(lead.HasChangedIn);

    /// <summary>Collects the words, folded and parted by single spaces: letters and digits only, so that both databases cut them alike.</summary>
    /// <param name="profile">The lead's values.</param>
    /// <returns>The words.</returns>
    public string Of(IReadOnlyDictionary<int, FieldValue> profile)
    {
        _text.Clear();
        foreach (var field in _fields)
        {
            if (profile.TryGetValue(field, out var value) && value.Text is { } text)
            {
                Append(_text, Folding.Fold(text));
            }
        }

        return _text.ToString();
    }

    /// <summary>Cuts a text into words in the same way.</summary>
    /// <param name="text">What somebody looks for.</param>
    /// <returns>The words.</returns>
    public static string[] Split(string text)
    {
        var words = new StringBuilder();
        Append(words, Folding.Fold(text));
        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Append(StringBuilder words, string folded)
    {
        words.Append(' ');
        foreach (var character in folded)
        {
            words.Append(char.IsLetterOrDigit(character) ? character : ' ');
        }
    }
}
