using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Calendars;

/// <summary>The newest release as a calendar to subscribe to, or an older one, under any filter of the agenda.</summary>
internal static class ReadFeed
{
    public const string MediaType = "text/calendar";
    public const string ContentType = $"{MediaType}; charset=utf-8";

    public static void Map(RouteGroupBuilder calendars) => calendars.MapMethods("/{slug}.ics", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Subscribe to the agenda")
        .WithDescription(
            "The sessions of the newest release that have a time, as iCalendar (RFC 5545, RFC 7986). The filters are those of the agenda; another filter is another calendar, and so is another form of times. Cancelled sessions stay, marked; "
            + "the feed without a filter also says which sessions were withdrawn. Never compressed, because some calendar apps cannot read that. "
            + "`release` gives the feed as it was then; to subscribe, leave it out.")
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, [AsParameters] AgendaFilterQuery query, [AsParameters] FeedFormQuery form, [FromQuery] int? release, PublishedAgendas agendas, Renderings<ReleaseCalendar> calendars, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        if (agenda is null)
            return missing!;

        var filter = query.ToFilter();
        var selection = agenda.Select(filter);
        if (selection.Unknown is { } unknown)
            return Problems.UnknownValue(unknown.Parameter, unknown.Value);

        return FeedAnswer.Of(agenda, filter, selection.Sessions, calendars, form.ToForm());
    }
}
