using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Audit;

/// <summary>Tells those who prepare a programme of each other's edits, within two seconds and from whichever process.</summary>
internal static class StreamEdits
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/edits/stream", HandleAsync)
        .WithSummary("Hear of edits as they are made")
        .WithDescription(
            "Server-sent events: `ready` at once, then `edit` for each thing of the programme that anybody adds, changes or removes. Who did it and what it is called is told to those who may read who changed what; to others both are null. "
            + "`many` stands for more edits than are told one by one, such as an import: read the programme anew. `ping` only keeps the connection. The stream ends after five minutes and when the role is taken away: connect again, "
            + "with `Last-Event-ID` to hear what was missed.")
        .Produces<EditEvent>(StatusCodes.Status200OK, "text/event-stream");

    private static async Task<IResult> HandleAsync(
        string slug, [FromHeader(Name = "Last-Event-ID"), Description("The id of the event that was heard last.")] string? after,
        HttpContext http, EditedConference conference, StreamLimits limits, EditNews news, EditStream stream, CancellationToken cancellation)
    {
        if (limits.Refuses(http) is { } full)
            return full;

        var listener = await news.ListenAsync(conference.Id);
        http.Response.RegisterForDispose(listener);
        // After listening has begun, so that nothing falls in between; what comes twice is told once.
        var missed = IsKey(after) ? await stream.MissedAsync(conference, after!, cancellation) : null;

        // Proxies of the nginx kind would collect what is meant to be told at once.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.FollowAsync(listener, missed, (slug, Caller.Of(http.User)!), cancellation));
    }

    private static bool IsKey(string? text) => text is { Length: > 0 and <= Limits.AuditKey } && text.All(char.IsAsciiHexDigitLower);
}
