using System.Collections.Immutable;
using System.Globalization;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>The names of features, as XGBoost takes them.</summary>
internal static class FileFeatureNames
{
    /// <summary>Names the features: each has a name of its own, without what XGBoost allows in none.</summary>
    /// <param name="features">The features.</param>
    /// <returns>Their names.</returns>
    public static ImmutableArray<string> Of(ImmutableArray<Feature> features)
    {
        var taken = features.Select(feature => feature.Name).ToHashSet(StringComparer.Ordinal);
        return [.. features.Select(feature => Allowed(feature.Name) is var allowed && allowed == feature.Name ? allowed : OfItsOwn(allowed, taken))];
    }

    private static string OfItsOwn(string name, HashSet<string> taken)
    {
        var own = name;
        for (var number = 2; !taken.Add(own); number++)
        {
            own = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
        }

        return own;
    }

    private static string Allowed(string name) =>
        string.Concat(name.Select(letter => letter switch
        {
            '[' => '(',
            ']' => ')',
            '<' => '‹',
            < ' ' => ' ',
            _ => letter,
        }));
}
