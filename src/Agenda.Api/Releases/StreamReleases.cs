using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure.Releases;
using NodaTime;

namespace Agenda.Api.Releases;

/// <summary>A release that a conference has now; <paramref name="Revision"/> rises when somebody was erased from any of its releases.</summary>
public sealed record ReleaseEvent(string Conference, int Release, Instant PublishedAt, int Revision);

/// <summary>Tells whoever listens that a release came, within two seconds and from whichever process.</summary>
internal static class StreamReleases
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/conferences/{slug}/releases/stream", HandleAsync)
        .WithSummary("Hear of new releases as they come")
        .WithDescription(
            "Server-sent events: `release` with the newest release, at once and whenever there is a newer one or somebody was erased from one; its id is the number "
            + "and the revision, such as `3.0`. `ping` only keeps the connection. The stream ends when the conference is gone or the service stops: connect again.")
        .Produces<ReleaseEvent>(StatusCodes.Status200OK, "text/event-stream");

    private static async Task<IResult> HandleAsync(string slug, HttpContext http, PublishedAgendas agendas, StreamLimits limits, ReleaseNews news, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is null)
            return Problems.Missing("conference", slug);

        if (limits.Refuses(http) is { } full)
            return full;

        // Proxies of the nginx kind would collect what is meant to be told at once.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(news.FollowAsync(slug, cancellation));
    }
}
