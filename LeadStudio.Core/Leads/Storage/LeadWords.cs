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
    private char[] _text = new char[512];
    private int _length;

    /// <summary>Gets the ids of the fields that the words are of.</summary>
    public IReadOnlyList<int> Fields => _fields;

    /// <summary>Tells whether one of them changed in this batch.</summary>
    public bool AreTouchedIn(LeadState lead) => _fields.Any(lead.HasChangedIn);

    /// <summary>Collects the words, folded and parted by single spaces: letters and digits only, so that both databases cut them alike.</summary>
    /// <param name="profile">The lead's values.</param>
    /// <returns>The words.</returns>
    public string Of(IReadOnlyDictionary<int, FieldValue> profile)
    {
        _length = 0;
        foreach (var field in _fields)
        {
            if (profile.TryGetValue(field, out var value) && value.Text is { } text)
            {
                Append(Folding.Fold(text));
            }
        }

        return new(_text, 0, _length);
    }

    /// <summary>Cuts a text into words in the same way.</summary>
    /// <param name="text">What somebody looks for.</param>
    /// <returns>The words.</returns>
    public static string[] Split(string text)
    {
        var folded = Folding.Fold(text);
        var words = new char[folded.Length];
        Part(folded, words);
        return new string(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Tells whether one of the words begins so.</summary>
    /// <param name="words">Words as <see cref="Of"/> gives them.</param>
    /// <param name="beginning">One word as <see cref="Split"/> gives it.</param>
    public static bool HaveBeginning(string words, string beginning)
    {
        for (var at = words.IndexOf(beginning, StringComparison.Ordinal); at >= 0; at = words.IndexOf(beginning, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || words[at - 1] == ' ')
            {
                return true;
            }
        }

        return false;
    }

    private void Append(string folded)
    {
        if (_text.Length <= _length + folded.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + folded.Length + 1));
        }

        _text[_length] = ' ';
        Part(folded, _text.AsSpan(_length + 1));
        _length += folded.Length + 1;
    }

    private static void Part(string folded, Span<char> words)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            words[i] = char.IsLetterOrDigit(folded[i]) ? folded[i] : ' ';
        }
    }
}
