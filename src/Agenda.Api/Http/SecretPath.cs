using Microsoft.AspNetCore.Http.Features;

namespace Agenda.Api.Http;

/// <summary>
/// Takes the secret out of the address of a private feed before anything sees it that could write it down: the server's log of requests, routing, traces,
/// errors. What handles the request asks here for it.
/// </summary>
internal sealed class SecretPath(IServiceProvider services) : IHttpContextFactory
{
    private const string Before = "/calendars/mine/", After = ".ics", Instead = Before + "-" + After;

    private readonly DefaultHttpContextFactory usual = new(services);

    /// <summary>The secret of this request's address; empty where there was none.</summary>
    public static string TokenOf(HttpContext http) => http.Features.Get<Secret>()?.Token ?? "";

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        if (featureCollection.Get<IHttpRequestFeature>() is { } request && request.Path.StartsWith(Before, StringComparison.OrdinalIgnoreCase))
            Hide(featureCollection, request);
        return usual.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => usual.Dispose(httpContext);

    private static void Hide(IFeatureCollection features, IHttpRequestFeature request)
    {
        var rest = request.Path.AsSpan(Before.Length);
        features.Set(new Secret(rest.EndsWith(After, StringComparison.OrdinalIgnoreCase) ? rest[..^After.Length].ToString() : ""));
        // What follows below such an address is nobody's business either, and nothing is there.
        request.Path = rest.EndsWith(After, StringComparison.OrdinalIgnoreCase) && !rest.Contains('/') ? Instead : Before + "-";
        request.RawTarget = request.Path + request.QueryString;
    }

    private sealed record Secret(string Token);
}
