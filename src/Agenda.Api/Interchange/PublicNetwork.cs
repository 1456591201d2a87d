using System.Net;
using System.Net.Sockets;

namespace Agenda.Api.Interchange;

/// <summary>
/// Connections to other sites in the name of whoever asks: only to addresses of the public Internet, so that nobody reaches through the service what
/// is in its own network. Hosts in <c>Imports:AllowedHosts</c> (a list with commas) may be anywhere.
/// </summary>
internal sealed class PublicNetwork(IConfiguration configuration)
{
    // Special-purpose addresses of RFC 6890 and its successors.
    private static readonly IPNetwork[] Special =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    private readonly HashSet<string> allowed = new((configuration["Imports:AllowedHosts"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the operator allows the host wherever it is, also without TLS.</summary>
    public bool Allows(string host) => allowed.Contains(host);

    public static bool IsPublic(IPAddress address) => !Array.Exists(Special, network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    /// <summary>What sends requests: it follows no redirections, uses no proxy, and connects to the very address that was checked.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = ConnectAsync,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = (await Dns.GetHostAddressesAsync(host, cancellation)).Where(a => Allows(host) || IsPublic(a)).ToArray();
        if (addresses.Length == 0)
            throw new AddressNotAllowedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The address leads into a network of the service's own.</summary>
internal sealed class AddressNotAllowedException : Exception;
