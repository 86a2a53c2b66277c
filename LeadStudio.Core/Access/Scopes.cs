using System.Collections.Frozen;

namespace LeadStudio.Core.Access;

/// <summary>What a user or an API key may do.</summary>
public static class Scopes
{
    /// <summary>All of it; the only one that lets in to users, keys, the audit trail and operations.</summary>
    public const string Admin = "admin";

    /// <summary>See leads, scores and ledgers.</summary>
    public const string ReadLeads = "leads:read";

    /// <summary>Edit, assign, tag, note, close and merge leads.</summary>
    public const string WriteLeads = "leads:write";

    /// <summary>Import files.</summary>
    public const string Import = "leads:import";

    /// <summary>Export more than <see cref="LargestFreeExport"/> leads.</summary>
    public const string Export = "leads:export";

    /// <summary>Erase persons, and take imports back.</summary>
    public const string Erase = "leads:erase";

    /// <summary>Change segments and views that others use; everybody has views of his or her own.</summary>
    public const string WriteViews = "views:write";

    /// <summary>Draft, publish and roll back scorecards.</summary>
    public const string WriteScoring = "scoring:write";

    /// <summary>Define fields, and say which source wins.</summary>
    public const string WriteFields = "fields:write";

    /// <summary>Connect web sites.</summary>
    public const string WriteTracking = "tracking:write";

    /// <summary>Train, publish and roll back models.</summary>
    public const string WriteModels = "models:write";

    /// <summary>Send tracking events. Write keys have this scope and no other, and no secret key can have it: it is not among <see cref="Texts"/>.</summary>
    public const string WriteEvents = "events:write";

    /// <summary>The most leads that may be exported without <see cref="Export"/>.</summary>
    public const int LargestFreeExport = 1_000;

    private static readonly string[] s_sales = [ReadLeads, WriteLeads];
    private static readonly string[] s_marketer = [.. s_sales, Import, Export, WriteViews, WriteScoring, WriteFields, WriteTracking];

    /// <summary>Gets each scope that a secret key can have, with what it allows.</summary>
    /// <value>The texts are for people, and begin with a verb.</value>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ReadLeads] = "See leads, scores and ledgers",
        [WriteLeads] = "Add, edit, assign and close leads",
        [Import] = "Import files",
        [Export] = $"Export more than {LargestFreeExport:N0} leads",
        [Erase] = "Erase persons, and take imports back",
        [WriteViews] = "Change shared views and segments",
        [WriteScoring] = "Draft, publish and roll back scorecards",
        [WriteFields] = "Define fields",
        [WriteTracking] = "Connect web sites",
        [WriteModels] = "Train and publish models",
        [Admin] = "Everything, with users, keys and the audit trail",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Says what a role may do.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Its scopes.</returns>
    public static IReadOnlyList<string> Of(Role role) => role switch
    {
        Role.Sales => s_sales,
        Role.Marketer => s_marketer,
        _ => [Admin],
    };

    /// <summary>Tells whether scopes allow something.</summary>
    /// <param name="held">The scopes of a user or a key.</param>
    /// <param name="needed">What is asked for.</param>
    /// <returns>Whether it is among them, or <see cref="Admin"/> is.</returns>
    public static bool Allow(IEnumerable<string> held, string needed)
    {
        ArgumentNullException.ThrowIfNull(held);
        return held.Any(scope => scope == needed || scope == Admin);
    }
}
