using Agenda.Api.Http;

namespace Agenda.Api.Security;

/// <summary>
/// Headers that every answer carries, in one place. Pages, which need styles and forms, say so
/// with <see cref="ForPages"/>; for everything else it is the strictest.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, PublicAddress address)
{
    /// <summary>For pages: what the service itself serves as files, and nothing that stands in the page.</summary>
    public const string ForPages =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The browser of the contract is somebody else's program, which styles itself as it goes.
    private const string ForContractBrowser =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        Set(context, address);
        // TLS ends at the proxy. That the public comes by it is configuration, like the rest of the address.
        if (address.IsTls)
            context.Request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    }

    /// <summary>Also for answers to exceptions, before which ASP.NET Core throws away what was set.</summary>
    public static void Set(HttpContext context, PublicAddress address)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/api", out var rest) && !rest.StartsWithSegments("/v1") ? ForContractBrowser : Nothing;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (address.IsTls)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
