// Is an address one of the public internet?
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Crossread.Cli.Fetching;

/// <summary>Tells public addresses from those of this machine, of local networks and of reserved blocks (special-addresses.tsv).</summary>
internal static class PublicAddress
{
    private static readonly Lazy<ImmutableArray<(IPNetwork Block, string What)>> _special = new(Load);
    private static readonly IPNetwork _global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork _translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>What a non-public address leads to, in words; null for a public one.</summary>
    public static string? WhyNot(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return WhyNot(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // An address that a gateway translates to IPv4 leads where that one leads.
            if (_translated.Contains(address))
                return WhyNot(new IPAddress(address.GetAddressBytes().AsSpan(12)));
            if (IPAddress.IsLoopback(address))
                return "this machine";
            if (!_global.Contains(address))
                return address.IsIPv6LinkLocal ? "the local link" : address.IsIPv6Multicast ? "multicast" : address.IsIPv6UniqueLocal || address.IsIPv6SiteLocal ? "a private network" : "a reserved block";
        }
        foreach ((IPNetwork block, string what) in _special.Value)
        {
            if (block.BaseAddress.AddressFamily == address.AddressFamily && block.Contains(address))
                return what;
        }
        return null;
    }

    private static ImmutableArray<(IPNetwork, string)> Load()
    {
        using Stream stream = typeof(PublicAddress).Assembly.GetManifestResourceStream("Fetching/special-addresses.tsv")!;
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.TrimEnd('\r').Split('\t')).Select(row => (IPNetwork.Parse(row[0]), row[1]))];
    }
}
