using System.Collections.Frozen;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Countries;

/// <summary>The countries of the world by the names that people write.</summary>
public static class CountryNames
{
    // Names in use that the list does not have.
    private static readonly (string Name, string Code)[] s_others =
    [
        ("USA", "US"), ("U.S.A.", "US"), ("U.S.", "US"), ("United States of America", "US"), ("America", "US"), ("UK", "GB"), ("U.K.", "GB"), ("Great Britain", "GB"),
        ("England", "GB"), ("Scotland", "GB"), ("Wales", "GB"), ("Northern Ireland", "GB"), ("Holland", "NL"), ("The Netherlands", "NL"), ("Czechia", "CZ"),
        ("Russian Federation", "RU"), ("Korea", "KR"), ("Republic of Korea", "KR"), ("Korea, Republic of", "KR"), ("Viet Nam", "VN"), ("UAE", "AE"), ("Turkey", "TR"), ("Türkiye", "TR"),
        ("Ivory Coast", "CI"), ("Côte d'Ivoire", "CI"), ("Macedonia", "MK"), ("Brasil", "BR"), ("PRC", "CN"), ("People's Republic of China", "CN"), ("Hong Kong SAR", "HK"),
    ];

    private static readonly Lazy<Tables> s_tables = new(Read);

    /// <summary>Gets the codes of all countries: two letters of ISO 3166, in their order.</summary>
    public static IReadOnlyCollection<string> Codes => s_tables.Value.Names.Keys.Order(StringComparer.Ordinal).ToList();

    /// <summary>Finds a country.</summary>
    /// <param name="text">Its name in English or its own language, or its code of two or three letters; in any case.</param>
    /// <returns>The two letters of ISO 3166; null where the text names no country.</returns>
    public static string? CodeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return s_tables.Value.Codes.GetValueOrDefault(Folding.Fold(text));
    }

    /// <summary>Names a country.</summary>
    /// <param name="code">The two letters of ISO 3166.</param>
    /// <returns>The name in English; the code itself where it is unknown.</returns>
    public static string NameOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return s_tables.Value.Names.GetValueOrDefault(code, code);
    }

    private static Tables Read()
    {
        using var reader = new StreamReader(EmbeddedText.OpenPacked(typeof(CountryNames), "countries.txt"));
        var lines = reader.ReadToEnd().Split('\n').Select(line => line.Split('\t')).ToList();
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);

        // Codes before names, so that no name takes the code of another country.
        foreach (var place in (int[])[0, 1, 2, 3])
        {
            foreach (var line in lines.Where(line => line[place].Length > 0))
            {
                codes.TryAdd(Folding.Fold(line[place]), line[0]);
            }
        }

        foreach (var (name, code) in s_others)
        {
            codes[Folding.Fold(name)] = code;
        }

        return new(codes.ToFrozenDictionary(StringComparer.Ordinal), lines.ToFrozenDictionary(line => line[0], line => line[2], StringComparer.Ordinal));
    }

    private sealed record Tables(FrozenDictionary<string, string> Codes, FrozenDictionary<string, string> Names);
}
