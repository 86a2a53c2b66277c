using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Leads.Import.Cells;

/// <summary>Reads won and lost, yes and no, in five languages. An open lead has no outcome.</summary>
internal sealed class OutcomeReader(NoMeaning no) : CellReader
{
    private static readonly Dictionary<string, int> s_words = Words();

    public override string Expected => "won, lost, open, yes or no";

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        value = FieldValue.Empty;
        if (BooleanParser.TryParse(cell, out var isWon))
        {
            value = isWon ? FieldValue.Of(StandardFields.Won) : no == NoMeaning.Lost ? FieldValue.Of(StandardFields.Lost) : FieldValue.Empty;
            return true;
        }

        if (CodeOf(cell.ToString()) is not { } code)
        {
            return false;
        }

        value = code == 0 ? FieldValue.Empty : FieldValue.Of(code);
        return true;
    }

    /// <summary>Reads a word.</summary>
    /// <param name="text">The word.</param>
    /// <returns>Won, lost, 0 for open; null for other words.</returns>
    public static int? CodeOf(string text) => s_words.TryGetValue(Folding.Fold(text), out var code) ? code : null;

    private static Dictionary<string, int> Words()
    {
        string[] won =
        [
            "won", "closed won", "closedwon", "closed - won", "converted", "customer", "sold", "success", "successful", "paid", "sim", "gewonnen", "kunde", "verkauft", "gagne",
            "gagnee", "client", "ganado", "ganada", "cliente", "vendido", "ganho", "ganha", "convertido", "konvertiert", "converti",
        ];
        string[] lost =
        [
            "lost", "closed lost", "closedlost", "closed - lost", "lost lead", "junk lead", "unqualified", "disqualified", "rejected", "verloren", "abgelehnt",
            "perdu", "perdue", "perdido", "perdida", "descartado", "failed",
        ];
        string[] open = ["open", "new", "in progress", "working", "pending", "offen", "neu", "ouvert", "en cours", "abierto", "aberto", "em andamento", "nao", "not converted"];
        return won.Select(word => (word, code: StandardFields.Won))
            .Concat(lost.Select(word => (word, code: StandardFields.Lost)))
            .Concat(open.Select(word => (word, code: 0)))
            .ToDictionary(pair => pair.word, pair => pair.code, StringComparer.Ordinal);
    }
}
