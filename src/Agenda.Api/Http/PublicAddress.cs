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
        var configured = configuration["Agenda:PublicUrl"] is { Length: > 0 } said ? said : Default;
        if (!Uri.TryCreate(configured, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new InvalidOperationException($"Agenda:PublicUrl is \"{configured}\"; it must be an address such as https://agenda.example.org.");

        root = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Host = uri.IdnHost;
    }

    /// <summary>The host of UIDs.</summary>
    public string Host { get; }

    public string Root => root;

    public string Agenda(string slug) => $"{root}/{Uri.EscapeDataString(slug)}";

    public string Session(string slug, string code) => $"{root}/{Uri.EscapeDataString(slug)}/sessions/{Uri.EscapeDataString(code)}";

    public string Feed(string slug) => $"{root}/calendars/{Uri.EscapeDataString(slug)}.ics";

    public string SessionDownload(string slug, string code) => $"{root}/calendars/{Uri.EscapeDataString(slug)}/sessions/{Uri.EscapeDataString(code)}.ics";
}
