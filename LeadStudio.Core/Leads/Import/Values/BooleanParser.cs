namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>Reads yes and no, in English, German, French and Spanish.</summary>
public static class BooleanParser
{
    private static readonly Dictionary<string, bool> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["yes"] = true,
        ["y"] = true,
        ["true"] = true,
        ["t"] = true,
        ["1"] = true,
        ["on"] = true,
        ["x"] = true,
        ["ja"] = true,
        ["wahr"] = true,
        ["oui"] = true,
        ["vrai"] = true,
        ["sí"] = true,
        ["si"] = true,
        ["verdadero"] = true,
        ["no"] = false,
        ["n"] = false,
        ["false"] = false,
        ["f"] = false,
        ["0"] = false,
        ["off"] = false,
        ["nein"] = false,
        ["falsch"] = false,
        ["non"] = false,
        ["faux"] = false,
        ["falso"] = false,
    };

    private static readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a yes or no.</summary>
    /// <param name="text">The text, in any case, with or without spaces around it.</param>
    /// <param name="value">Yes or no.</param>
    /// <returns>Whether the text is one of them.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out bool value) => s_lookup.TryGetValue(text.Trim(), out value);
}
