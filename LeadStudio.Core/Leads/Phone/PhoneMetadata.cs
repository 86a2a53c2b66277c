using System.Collections.Frozen;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>The phone numbers of the world.</summary>
internal sealed class PhoneMetadata
{
    private static readonly PhoneRegion[] s_none = [];
    private readonly FrozenDictionary<string, PhoneRegion> _byId;
    private readonly PhoneRegion[][] _byCode = new PhoneRegion[1000][];

    /// <summary>Makes the metadata.</summary>
    /// <param name="regions">The regions; of those that share a calling code the main one first.</param>
    public PhoneMetadata(IEnumerable<PhoneRegion> regions)
    {
        var all = regions.ToList();
        _byId = all.Where(region => region.Id != PhoneRegion.World).ToFrozenDictionary(region => region.Id, StringComparer.OrdinalIgnoreCase);
        Array.Fill(_byCode, s_none);
        foreach (var group in all.GroupBy(region => region.CallingCode))
        {
            _byCode[group.Key] = [.. group];
        }
    }

    /// <summary>Gets the regions, by their two letters.</summary>
    public IEnumerable<string> Regions => _byId.Keys;

    /// <summary>Finds a region.</summary>
    /// <param name="id">The two letters of ISO 3166, in any case.</param>
    /// <returns>The region, or null.</returns>
    public PhoneRegion? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>Lists the regions of a calling code.</summary>
    /// <param name="callingCode">The code.</param>
    /// <returns>The regions, the main one first; none where there is no such code.</returns>
    public ReadOnlySpan<PhoneRegion> Of(int callingCode) => callingCode is > 0 and < 1000 ? _byCode[callingCode] : s_none;

    /// <summary>Gives the region that a calling code stands for.</summary>
    /// <param name="callingCode">The code.</param>
    /// <returns>The main region, or null where there is no such code.</returns>
    public PhoneRegion? MainOf(int callingCode) => Of(callingCode) is [var main, ..] ? main : null;
}
