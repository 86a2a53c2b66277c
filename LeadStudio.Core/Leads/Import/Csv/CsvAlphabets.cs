namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Tells encodings of one byte a character apart: read in the right one, the letters are those of one language.</summary>
internal static class CsvAlphabets
{
    private const double LeastCoverage = 0.9;
    private const double Margin = 0.03;
    private const double WeightOfAllWestern = 0.95;
    private const int FewestLetters = 3;
    private const char FirstGreek = '\u0370';

    private static readonly string[] s_western =
        ["äöüß", "éèêëàâçîïôûùœæ", "áéíóúñü", "áâãàçéêíóôõú", "æøåé", "åäöé", "àèéìòù", "éëïöüèêóá", "áðéíóúýþæö", "àçéèíïóòúü"];

    // What comes first wins where several fit alike.
    private static readonly (string Encoding, string[] Alphabets)[] s_encodings = Encodings();

    /// <summary>Finds the encoding of a text that is no UTF-8.</summary>
    /// <param name="sample">Its first bytes.</param>
    public static string Find(byte[] sample)
    {
        var (best, bestCoverage) = (CsvEncodings.Windows1252Name, AllWestern(sample));
        foreach (var (name, alphabets) in s_encodings)
        {
            var text = CsvEncodings.Get(name).GetString(sample);
            var coverage = alphabets.Max(alphabet => Coverage(text, alphabet));
            if (coverage >= LeastCoverage && coverage > bestCoverage + (name == CsvEncodings.Windows1252Name ? 0 : Margin))
            {
                (best, bestCoverage) = (name, coverage);
            }
        }

        return best;
    }

    private static (string Encoding, string[] Alphabets)[] Encodings()
    {
        string[] central = ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíľĺňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"];
        string[] cyrillic = ["абвгдежзийклмнопрстуфхцчшщъыьэюяё№", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "абвгдђежзијклљмнњопрстћуфхцчџш"];
        return
        [
            (CsvEncodings.Windows1252Name, s_western),
            ("windows-1250", central),
            ("iso-8859-2", central),
            ("windows-1251", cyrillic),
            ("koi8-r", [cyrillic[0]]),
            ("cp866", [cyrillic[0]]),
            ("windows-1253", ["αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"]),
            ("windows-1254", ["çğıiİöşüâî"]),
            ("windows-1257", ["āčēģīķļņšūž", "ąčęėįšųūž"]),
            ("macintosh", s_western),
            ("ibm850", s_western),
            ("ibm852", central),
        ];
    }

    // A file of many countries has the letters of many languages.
    private static double AllWestern(byte[] sample) =>
        WeightOfAllWestern * Coverage(CsvEncodings.Windows1252.GetString(sample), string.Concat(s_western));

    // The share of the foreign letters that belong to the alphabet and stand as letters do.
    private static double Coverage(string text, string alphabet)
    {
        var (letters, others) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsAscii(c))
            {
                continue;
            }

            var before = at > 0 ? text[at - 1] : ' ';
            var after = at + 1 < text.Length ? text[at + 1] : ' ';
            if (char.IsLetter(c))
            {
                var isCapitalInside = char.IsUpper(c) && char.IsLower(before);
                var mixesScripts = c >= FirstGreek && (char.IsAsciiLetter(before) || char.IsAsciiLetter(after));
                var fits = !isCapitalInside && !mixesScripts && alphabet.Contains(char.ToLowerInvariant(c));
                letters += fits ? 1 : 0;
                others += fits ? 0 : 1;
            }
            else if (char.IsControl(c) || c is '\uFFFD' or (>= '\u2500' and <= '\u259F') || (char.IsLetter(before) && char.IsLetter(after) && c is not ('’' or '–' or '\u00AD' or '·')))
            {
                others++;
            }
        }

        return letters < FewestLetters ? 0 : letters / (double)(letters + others);
    }
}
