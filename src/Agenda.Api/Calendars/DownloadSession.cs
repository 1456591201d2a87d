using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Calendars;

/// <summary>One session of the newest release, or of an older one, as a file for the calendar.</summary>
internal static class DownloadSession
{
    public static void Map(RouteGroupBuilder calendars) => calendars.MapMethods("/{slug}/sessions/{code}.ics", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Download a session for the calendar")
        .WithDescription("One event, as it stands in the newest release, or in the numbered one. It is a copy of this moment: only a feed follows the agenda.")
        .Produces<string>(StatusCodes.Status200OK, ReadFeed.MediaType)
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, string code, [AsParameters] FeedFormQuery form, [FromQuery] int? release, PublishedAgendas agendas, Renderings<ReleaseCalendar> calendars, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        if (agenda is null)
            return missing!;
        if (agenda.Session(code) is not { } session)
            return Problems.Missing("session", code);
        if (session.Times is null)
            return Problems.Of(StatusCodes.Status404NotFound, "session-without-time", $"Session \"{code}\" is to be announced: it has no time yet.");

        return new Representation(calendars.Of(agenda).Download(session, form.ToForm()), ReadFeed.ContentType, agenda.Document.ModifiedAt)
        {
            ContentDisposition = CalendarFileName.Attachment(session),
            Codings = false,
        };
    }
}
