using System.Net;
using System.Net.Sockets;

namespace LeadStudio.Core.Outbound;

/// <summary>Tells addresses that anybody on the internet can have from those of networks that LeadStudio may stand in.</summary>
/// <remarks>Source: IANA's registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890), and the metadata services of cloud providers.</remarks>
public static class PublicAddresses
{
    private static readonly IPNetwork[] s_inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32", // Azure's services for virtual machines
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork s_globalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork s_translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Tells whether an address is a public one.</summary>
    /// <param name="address">The address; IPv4 in IPv6, however it is embedded, counts as the IPv4 address that it leads to.</param>
    /// <returns>Whether it is.</returns>
    public static bool Has(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            return Has(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(s_inner, network => network.Contains(address));
        }

        var plain = new IPAddress(address.GetAddressBytes()); // without the zone of a link
        return s_translated.Contains(plain) ? Has(Embedded(plain, 12))
            : s_sixToFour.Contains(plain) ? Has(Embedded(plain, 2))
            : s_globalUnicast.Contains(plain) && !Array.Exists(s_inner, network => network.Contains(plain));
    }

    private static IPAddress Embedded(IPAddress address, int offset) => new(address.GetAddressBytes().AsSpan(offset, 4));
}
