using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure.Interchange;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Interchange;

/// <summary>
/// Fetches exports from a ConfTool site by its REST interface. Each request has a number that rises and the hash of it and of the site's passphrase; a site is asked
/// once a second at most.
/// </summary>
/// <seealso href="https://www.conftool.net/ctforum/index.php/topic,280.0.html"/>
internal sealed class ConfToolSite(PublicNetwork network, ILogger<ConfToolSite> logger) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(100);

    private readonly HttpClient client = new(network.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly SemaphoreSlim one = new(1);
    private long lastNonce, lastAsked;

    /// <summary>The address of the REST interface of a site; null where it can be none.</summary>
    public Uri? AddressOf(string site)
    {
        if (!Uri.TryCreate(site.Trim(), UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && network.Allows(uri.Host))))
            return null;

        // Whatever page of it was copied: its folder has the interface.
        var path = uri.AbsolutePath;
        var folder = path.EndsWith(".php", StringComparison.OrdinalIgnoreCase) ? path[..(path.LastIndexOf('/') + 1)] : path.EndsWith('/') ? path : $"{path}/";
        return new UriBuilder(uri.Scheme, uri.Host, uri.Port, $"{folder}rest.php").Uri;
    }

    /// <summary>The export as XML, or why there is none.</summary>
    public async Task<(byte[]? File, Refusal? Refusal)> FetchAsync(Uri address, string passphrase, string export, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await one.WaitAsync(patience.Token);
            try
            {
                return await AskAsync(address, passphrase, export, patience.Token);
            }
            finally
            {
                lastAsked = Environment.TickCount64;
                one.Release();
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            if (failure.InnerException is AddressNotAllowedException)
                return (null, ConfToolRefusals.NotAllowed());
            logger.LogWarning("A ConfTool site did not answer: {Reason}.", failure.Message);
            return (null, ConfToolRefusals.NoAnswer());
        }
    }

    public void Dispose()
    {
        client.Dispose();
        one.Dispose();
    }

    private async Task<(byte[]? File, Refusal? Refusal)> AskAsync(Uri address, string passphrase, string export, CancellationToken cancellation)
    {
        if (lastAsked > 0 && Pause - TimeSpan.FromMilliseconds(Environment.TickCount64 - lastAsked) is { Ticks: > 0 } rest)
            await Task.Delay(rest, cancellation);

        lastNonce = Math.Max(lastNonce + 1, TimeProvider.System.Now().ToUnixTimeSeconds());
        var nonce = lastNonce.ToString(CultureInfo.InvariantCulture);
        // In the body rather than the address, which servers write into their logs.
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([
                new("nonce", nonce), new("passhash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(nonce + passphrase)))), .. Options(export).Select(o => KeyValuePair.Create(o.Name, o.Value))]),
        };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (answer.StatusCode != HttpStatusCode.OK)
            return (null, ConfToolRefusals.Status((int)answer.StatusCode));

        using var file = new MemoryStream();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var part = new byte[81_920];
        for (int read; (read = await body.ReadAsync(part, cancellation)) > 0;)
        {
            if (file.Length + read > Limits.ImportBytes)
                return (null, ConfToolRefusals.TooLarge());
            file.Write(part, 0, read);
        }

        return (file.ToArray(), null);
    }

    private static IEnumerable<(string Name, string Value)> Options(string export)
    {
        (string Select, string Name, string[] Values) wanted = export switch
        {
            ConfToolExports.Papers => ("papers", "form_export_papers_options[]", ["abstracts", "session", "authors_extended", "authors_extended_columns", "authors_extended_organisations", "authors_extended_presenters"]),
            ConfToolExports.People => ("subsumed_authors", "form_export_subsumed_authors_options[]", []),
            _ => ("sessions", "form_export_sessions_options[]", ["presentations", "presentations_abstracts"]),
        };
        return
        [
            ("page", "adminExport"), ("export_select", wanted.Select), ("form_include_deleted", "0"), ("form_export_format", "xml"), ("form_export_header", "default"),
            .. wanted.Values.Select(value => (wanted.Name, value)), .. export == ConfToolExports.Papers ? [("form_status", "p")] : (ReadOnlySpan<(string, string)>)[], ("cmd_create_export", "true"),
        ];
    }
}

/// <summary>The exports of a ConfTool site that can be fetched.</summary>
internal static class ConfToolExports
{
    public const string Sessions = "sessions", Papers = "papers", People = "people";

    public static readonly IReadOnlyList<string> All = [Sessions, Papers, People];
}

/// <summary>Why nothing can be fetched from a ConfTool site.</summary>
internal static class ConfToolRefusals
{
    /// <summary>What is wrong with the order whatever the site would say, so that it is not asked in vain.</summary>
    public static ProblemHttpResult? OfQuery(ImportQuery query, string export) => query switch
    {
        { Zone: null } when export != ConfToolExports.People =>
            Problems.Invalid("zone", "ConfTool's times have no zone, and may be those of its server: say which zone they are in, such as Europe/Dublin.", "time-zone-needed"),
        { Zone: { } zone } when ConferenceZone.Find(zone) is null => Problems.Invalid("zone", $"There is no time zone \"{zone}\"; say an IANA name such as Europe/Dublin.", "unknown-time-zone"),
        { Format: { } format } when !ScheduleFormats.All.Contains(format) => Problems.Invalid("format", $"There is no format \"{format}\".", "unknown-format"),
        _ => null,
    };

    public static Refusal NoAddress() => new("conftool-address", "Give the address of the conference's ConfTool site, such as https://www.conftool.net/icsei2024/.");

    public static Refusal NotAllowed() => new("address-not-allowed", "The address leads into the service's own network. Whoever runs the service can allow its host (Imports:AllowedHosts).");

    public static Refusal NoAnswer() => new("conftool-unreachable", "There is no answer from that address.");

    public static Refusal Status(int status) => new("conftool-unreachable", string.Create(CultureInfo.InvariantCulture, $"The address answered with status {status}: is it the conference's ConfTool site, and is its REST interface switched on?"));

    public static Refusal TooLarge() => new("file-too-large", $"The export has more than {Limits.ImportBytes / 1024 / 1024} MB.");
}
