using System.Buffers;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Says which of some leads have the words that are looked for, by reading them.</summary>
/// <remarks>
/// The beginning of a word, as somebody types it, is in hundreds of thousands of leads; to find them all takes long, but the first page of the
/// list needs only the best of them, and of the next leads in the list's order some surely have it.
/// </remarks>
internal static class WordTest
{
    // What both we and SQLite's tokenizer leave as it is: small letters without accents, and digits. It does not know the newest letters, and folds a few otherwise.
    private static readonly SearchValues<char> s_safe = SearchValues.Create(string.Concat(
        " ", Range('a', 'z'), Range('0', '9'), Range('α', 'ρ'), Range('σ', 'ω'), Range('а', 'я'), Range('ぁ', 'ん'), Range('ァ', 'ン'), Range('一', '龥')));

    /// <summary>Says whether reading a lead can tell that it has the words of a list; a phone number is found by its index alone.</summary>
    /// <param name="view">The list.</param>
    public static bool CanTell(ListView view) =>
        view.Dialect.Kind == DatabaseKind.Sqlite && view.Phone is null && !view.Words.Any(word => word.AsSpan().ContainsAnyExcept(s_safe));

    /// <summary>Tests leads.</summary>
    /// <param name="db">The context.</param>
    /// <param name="view">The list, which has the words.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those that have all the words; null where only the index can tell.</returns>
    public static async Task<IdSet?> RunAsync(LeadStudioDbContext db, ListView view, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        if (!CanTell(view))
        {
            return null;
        }

        var words = new LeadWords(view.Catalog);
        IReadOnlyList<Field> fields = [.. words.Fields.Select(id => view.Catalog[id])];
        var parameters = new SqlParameters();
        var among = view.Dialect.Ids(parameters, ids);
        await using var command = db.Sql(
            $"select l.id{string.Concat(fields.Select(field => $", l.{field.Column}"))} from {among} cross join leads l where l.id = j.value", parameters.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new IdSet();
        var profile = new Dictionary<int, FieldValue>(fields.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var index = 0; index < fields.Count; index++)
            {
                profile[fields[index].Id] = LeadReader.ReadValue(reader, index + 1, fields[index]);
            }

            var text = words.Of(profile);
            if (text.AsSpan().ContainsAnyExcept(s_safe))
            {
                return null;
            }

            if (Array.TrueForAll(view.Words, word => LeadWords.HaveBeginning(text, word)))
            {
                found.Add(reader.GetInt64(0));
            }
        }

        return found;
    }

    private static string Range(char first, char last) => string.Concat(Enumerable.Range(first, last - first + 1).Select(code => (char)code));
}
