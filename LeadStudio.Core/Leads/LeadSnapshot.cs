using System.Security.Cryptography;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Leads.Storage;

namespace LeadStudio.Core.Leads;

/// <summary>What a lead shows at one moment, without who said it.</summary>
/// <param name="Id">The lead.</param>
/// <param name="Catalog">The fields that the values are of.</param>
/// <param name="Profile">The current values by field id; missing ones are left out.</param>
/// <param name="Standing">Its score; null until it was scored.</param>
public sealed record LeadSnapshot(long Id, FieldCatalog Catalog, IReadOnlyDictionary<int, FieldValue> Profile, Standing? Standing)
{
    private const int VersionBytes = 12;

    /// <summary>Gives the name to call the lead by; see <see cref="LeadDetails.DisplayName"/>.</summary>
    /// <returns>The name.</returns>
    public string DisplayName() => new LeadDetails(Id, null, Catalog, Profile, [], Standing).DisplayName;

    /// <summary>Tells one state of the lead from all others: it differs as soon as any value differs, but not where time alone has moved the score.</summary>
    /// <returns>Hexadecimal digits.</returns>
    public string Version()
    {
        using var json = new FieldValuesJson();
        var values = json.Write(new SortedDictionary<int, FieldValue>(Profile.Where(pair => !pair.Value.IsEmpty).ToDictionary()));
        return Convert.ToHexStringLower(SHA256.HashData(values).AsSpan(0, VersionBytes));
    }
}
