using System.Net;
using FsCheck.Xunit;
using LeadStudio.Core.Outbound;

namespace LeadStudio.Core.Tests.Outbound;

public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void Has_AddressOfTheInternet_Is(string address) => Assert.True(PublicAddresses.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")] // metadata of most clouds
    [InlineData("100.100.100.200")] // of Alibaba, in the range of carriers' NAT
    [InlineData("168.63.129.16")] // of Azure
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")] // metadata of Amazon
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:a9fe:a9fe")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")] // 6to4 of 127.0.0.1
    [InlineData("2001:0:1:2:3:4:5:6")] // Teredo
    [InlineData("2001:db8::1")]
    public void Has_InnerAddress_IsNot(string address) => Assert.False(PublicAddresses.Has(IPAddress.Parse(address)));

    [Property(MaxTest = 500)]
    public void Has_Ipv4InIpv6_IsAsTheIpv4(byte a, byte b, byte c, byte d)
    {
        var address = new IPAddress([a, b, c, d]);

        Assert.Equal(PublicAddresses.Has(address), PublicAddresses.Has(address.MapToIPv6()));
        Assert.Equal(PublicAddresses.Has(address), PublicAddresses.Has(IPAddress.Parse($"64:ff9b::{address}")));
        Assert.Equal(PublicAddresses.Has(address), PublicAddresses.Has(new IPAddress([0x20, 0x02, a, b, c, d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])));
    }

    [Property(MaxTest = 200)]
    public void Has_AnyOfThePrivateRanges_IsNot(byte b, byte c, byte d)
    {
        byte[][] inner = [[10, b, c, d], [127, b, c, d], [172, (byte)(16 + (b % 16)), c, d], [192, 168, c, d], [169, 254, c, d], [100, (byte)(64 + (b % 64)), c, d], [(byte)(224 + (b % 32)), b, c, d]];

        Assert.All(inner, bytes => Assert.False(PublicAddresses.Has(new IPAddress(bytes))));
    }
}
