using Agenda.Api.Http;
using Agenda.Api.MyAgendas;
using Agenda.Infrastructure.MyAgendas;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Calendars;

/// <summary>What somebody starred, as a private calendar to subscribe to.</summary>
internal static class ReadMyFeed
{
    /// <summary>Whoever has the address may read it, so it is kept out of shared caches, search engines and other pages' sight.</summary>
    private const string CacheControl = "private, no-cache";

    public static void Map(RouteGroupBuilder calendars) => calendars.MapMethods("/mine/{token}.ics", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Subscribe to your own agenda")
        .WithDescription(
            "The sessions that were starred, of all conferences, as the newest releases have them; withdrawn ones as cancelled until the conference is over. Where the organisers allow it, "
            + "events say where they are joined online. An address that opens nothing is a 404, whether it ever did or not.")
        .Produces<string>(StatusCodes.Status200OK, ReadFeed.MediaType)
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        HttpContext http, [AsParameters] FeedFormQuery form, MyFeeds feeds, PublishedAgendas agendas, Renderings<ReleaseCalendar> calendars, FetchLog fetches, TimeProvider clock,
        CancellationToken cancellation)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await feeds.FindAsync(SecretPath.TokenOf(http), cancellation) is not { } feed)
        {
            http.Response.Headers.CacheControl = "no-store";
            return Problems.Of(StatusCodes.Status404NotFound, "unknown-feed", "There is no calendar at this address.");
        }

        fetches.Note(feed.Id, CalendarClients.Of(http.Request.Headers.UserAgent.ToString()), clock.Now());
        var (found, asked) = (await MyCalendar.AgendasAsync(feed, agendas, cancellation), form.ToForm());
        var rendered = found.Select(calendars.Of).ToList();
        var content = MyCalendar.Of(feed, rendered, asked);
        var plain = asked == default ? content : MyCalendar.Of(feed, rendered, default);
        return new Representation(content, ReadFeed.ContentType, await feeds.ModifiedAtAsync(feed, MyCalendar.StateOf(plain, rendered), cancellation))
        {
            CacheControl = CacheControl,
            ContentDisposition = "inline; filename=my-agenda.ics",
            Codings = false,
        };
    }
}
