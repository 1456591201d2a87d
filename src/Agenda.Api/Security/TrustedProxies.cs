using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Agenda.Api.Security;

/// <summary>
/// The reverse proxies whose word counts for who calls: <c>Proxy:Trusted</c>, a list of addresses and networks (<c>10.0.0.0/8</c>) separated by
/// commas. Without it the headers of a proxy are not looked at: anybody could send them.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "Proxy:Trusted";

    /// <exception cref="InvalidOperationException">An entry is neither an address nor a network.</exception>
    public static void Use(WebApplication app)
    {
        var entries = (app.Configuration[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.Length == 0)
            return;

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in entries)
        {
            if (IPAddress.TryParse(entry, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(entry, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new InvalidOperationException($"{Setting} has \"{entry}\", which is neither an address nor a network such as 10.0.0.0/8.");
        }

        app.UseForwardedHeaders(options);
    }
}
