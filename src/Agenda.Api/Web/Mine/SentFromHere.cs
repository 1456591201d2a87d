using Agenda.Api.Http;

namespace Agenda.Api.Web.Mine;

/// <summary>
/// Refuses forms that another site sent. Browsers say where a form comes from (Fetch Metadata, and Origin before it); the agenda's pages are the same for
/// everybody and carry no secret of their reader, so they cannot prove it otherwise. Who says nothing is no browser, and has no cookie to lose.
/// </summary>
internal static class SentFromHere
{
    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        var isOurs = site.Length > 0 ? site is "same-origin" or "none" : origin.Length == 0 || IsHere(request, origin);
        return isOurs ? await next(context) : Problems.Of(StatusCodes.Status400BadRequest, "forged-request", "This form was sent by another site. Nothing was changed.");
    }

    private static bool IsHere(HttpRequest request, string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value;
}
