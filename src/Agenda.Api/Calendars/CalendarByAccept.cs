using Microsoft.Net.Http.Headers;

namespace Agenda.Api.Calendars;

/// <summary>
/// Addresses of the agenda that answer with the feed when a client would rather have a calendar (RFC 9110 §12.5.1). As metadata it marks them
/// for the contract.
/// </summary>
internal sealed class CalendarByAccept
{
    public static readonly MediaTypeHeaderValue Json = new("application/json"), Html = new("text/html");

    private static readonly MediaTypeHeaderValue Calendar = new(ReadFeed.MediaType);

    private static readonly string[] Varies = ["Accept", "Accept-Encoding"];

    /// <summary>Says on every answer of an operation, errors and 304 too, that another Accept may be answered otherwise (RFC 9110 §12.5.5).</summary>
    public static void Offer(RouteHandlerBuilder operation) => operation.WithMetadata(new CalendarByAccept()).Add(endpoint =>
    {
        // Around everything else, so that a query that cannot be read is no exception.
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            // Last of all: what answers sets a Vary of its own.
            context.Response.OnStarting(static response =>
            {
                var headers = ((HttpResponse)response).Headers;
                headers.Vary = string.Join(", ", Varies.Union(headers.GetCommaSeparatedValues("Vary"), StringComparer.OrdinalIgnoreCase));
                return Task.CompletedTask;
            }, context.Response);
            return answer(context);
        };
    });

    /// <summary>
    /// Whether a calendar is taken more readily than the other media type. It has to be named, by <c>text/calendar</c> or <c>text/*</c>: who
    /// takes anything takes what the address is for.
    /// </summary>
    public static bool IsPreferred(HttpRequest request, MediaTypeHeaderValue other)
    {
        // Most say nothing of calendars, and need no closer look.
        var accept = request.Headers.Accept.ToString();
        if (!accept.Contains(ReadFeed.MediaType, StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/*", StringComparison.OrdinalIgnoreCase))
            return false;

        var accepted = request.GetTypedHeaders().Accept;
        return Quality(accepted, Calendar, named: true) > Quality(accepted, other, named: false);
    }

    // The most precise range decides. Parameters of a range are not looked at: each type is given in one form only.
    private static double Quality(IList<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue type, bool named)
    {
        var (best, precision) = (0.0, -1);
        foreach (var range in accepted)
        {
            var precise = range.MatchesAllTypes ? 0 : !range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase) ? -1
                : range.MatchesAllSubTypes ? 1 : range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase) ? 2 : -1;
            if (precise < (named ? 1 : 0) || precise < precision)
                continue;
            best = precise > precision ? range.Quality ?? 1 : Math.Max(best, range.Quality ?? 1);
            precision = precise;
        }

        return best;
    }
}
