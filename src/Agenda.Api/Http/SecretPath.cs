using Microsoft.AspNetCore.Http.Features;

namespace Agenda.Api.Http;

/// <summary>
/// Takes the secret out of the address of a private feed before anything sees it that could write it down: the server's log of requests, routing, traces,
/// errors. What handles the request asks here for it.
/// </summary>
internal sealed class SecretPath(IServiceProvider services) : IHttpContextFactory
{
    private const string Before = "/calendars/mine/", After = ".ics", Instead = Before + "-" + After, Nothing = Before + "-";

    // Tells the whole address of what is no HTTP, be it one with a secret, before there is a request to take it out of.
    private const string LogOfBadRequests = "Microsoft.AspNetCore.Server.Kestrel.BadRequests";

    // How often somebody may have encoded an address that was encoded already.
    private const int MostDecoded = 4;

    private readonly DefaultHttpContextFactory usual = new(services);

    public static void Prepare(ILoggingBuilder logging, IServiceCollection services)
    {
        services.AddSingleton<IHttpContextFactory, SecretPath>();
        logging.AddFilter(LogOfBadRequests, LogLevel.None);
    }

    /// <summary>The secret of this request's address; empty where there was none.</summary>
    public static string TokenOf(HttpContext http) => http.Features.Get<Secret>()?.Token ?? "";

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        if (featureCollection.Get<IHttpRequestFeature>() is { } request)
        {
            if (request.Path.StartsWith(Before, StringComparison.OrdinalIgnoreCase))
                Take(featureCollection, request);
            else if (IsMeantSo(request.Path))
                Hide(request, Nothing);
        }

        return usual.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => usual.Dispose(httpContext);

    private static void Take(IFeatureCollection features, IHttpRequestFeature request)
    {
        var rest = request.Path.AsSpan(Before.Length);
        var isFeed = rest.EndsWith(After, StringComparison.OrdinalIgnoreCase);
        features.Set(new Secret(isFeed ? rest[..^After.Length].ToString() : ""));
        // What follows below such an address is nobody's business either, and nothing is there.
        Hide(request, isFeed && !rest.Contains('/') ? Instead : Nothing);
    }

    private static void Hide(IHttpRequestFeature request, string instead)
    {
        request.Path = instead;
        request.RawTarget = instead + request.QueryString;
    }

    /// <summary>Whether it is such an address, written so that nothing answers it: behind something else, with a slash too many or encoded, encoded twice.</summary>
    private static bool IsMeantSo(string path)
    {
        if (path.Contains(Before, StringComparison.OrdinalIgnoreCase))
            return true;
        if (!path.Contains('%', StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal))
            return false;

        for (var decoded = 0; decoded < MostDecoded && path.Contains('%', StringComparison.Ordinal); decoded++)
            path = Uri.UnescapeDataString(path);
        var segments = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".");
        return $"/{string.Join('/', segments)}/".Contains(Before, StringComparison.OrdinalIgnoreCase);
    }

    private sealed record Secret(string Token);
}
