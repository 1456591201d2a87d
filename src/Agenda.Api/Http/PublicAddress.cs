namespace Agenda.Api.Http;

/// <summary>
/// Where the public reaches the service: <c>Agenda:PublicUrl</c>, or the address it listens on by default. It stands in links and, as the
/// host of every UID, in people's calendars, so it is configuration and never taken from a request.
/// </summary>
internal sealed class PublicAddress
{
    public const string Default = "http://127.0.0.1:5080";

    private readonly string root;

    public PublicAddress(IConfiguration configuration)
    {
        var configured = configuration["Agenda:PublicUrl"] is { Length: > 0 } said ? said : Listening(configuration);
        if (!Uri.TryCreate(configured, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new InvalidOperationException($"Agenda:PublicUrl is \"{configured}\"; it must be an address such as https://agenda.example.org.");

        // Calendars and programs get addresses of plain ASCII, whatever the configuration says.
        Host = uri.IdnHost;
        root = new UriBuilder(uri) { Host = Host, UserName = "", Password = "", Query = "", Fragment = "" }.Uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    // For trying things out: a service for others is told its public address.
    private static string Listening(IConfiguration configuration)
    {
        var first = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        if (first is null || first.EndsWith(":0", StringComparison.Ordinal))
            return Default;

        return first.Replace("://*", "://127.0.0.1", StringComparison.Ordinal).Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal);
    }

    /// <summary>The host of UIDs.</summary>
    public string Host { get; }

    public string Root => root;

    /// <summary>Whether the public comes by https.</summary>
    public bool IsTls => root.StartsWith(Uri.UriSchemeHttps + ":", StringComparison.Ordinal);

    public string Agenda(string slug) => $"{root}/{Uri.EscapeDataString(slug)}";

    public string Session(string slug, string code) => $"{root}/{Uri.EscapeDataString(slug)}/sessions/{Uri.EscapeDataString(code)}";

    /// <summary>A file of a session.</summary>
    public string File(string slug, Guid id, string name) => $"{root}/{Uri.EscapeDataString(slug)}/files/{id}/{Uri.EscapeDataString(name)}";

    public string Feed(string slug) => $"{root}/calendars/{Uri.EscapeDataString(slug)}.ics";

    /// <summary>How to subscribe to a feed.</summary>
    public string Subscribe(string slug) => $"{root}/api/v1/conferences/{Uri.EscapeDataString(slug)}/subscribe";

    /// <summary>The page of what releases changed, or of what one did.</summary>
    public string Changes(string slug, int? release = null) => $"{Agenda(slug)}/changes{(release is { } number ? $"?release={number}" : "")}";

    /// <summary>The Atom feed of what releases changed.</summary>
    public string ReleaseFeed(string slug) => $"{root}/api/v1/conferences/{Uri.EscapeDataString(slug)}/releases/atom";

    public string SessionDownload(string slug, string code) => $"{root}/calendars/{Uri.EscapeDataString(slug)}/sessions/{Uri.EscapeDataString(code)}.ics";

    /// <summary>The feed of several conferences.</summary>
    public string CombinedFeed => $"{root}/calendars.ics";

    /// <summary>The private feed of what somebody starred.</summary>
    public string MyFeed(string token) => $"{root}/calendars/mine/{token}.ics";

    /// <summary>Where the first administrator is made.</summary>
    public string SetUpLink(string secret) => $"{root}/account/set-up/{secret}";

    public string InvitationLink(string secret) => $"{root}/account/invitations/{secret}";

    public string PasswordLink(string secret) => $"{root}/account/password/{secret}";
}
