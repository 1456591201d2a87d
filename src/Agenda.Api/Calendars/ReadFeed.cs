using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Calendars;

/// <summary>The newest release as a calendar to subscribe to, under any filter of the agenda.</summary>
internal static class ReadFeed
{
    public const string MediaType = "text/calendar";
    public const string ContentType = $"{MediaType}; charset=utf-8";

    public static void Map(RouteGroupBuilder calendars) => calendars.MapMethods("/{slug}.ics", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Subscribe to the agenda")
        .WithDescription(
            "The sessions of the newest release that have a time, as iCalendar (RFC 5545, RFC 7986). The filters are those of the agenda. Cancelled sessions stay, marked; "
            + "the feed without a filter also says which sessions were withdrawn. Never compressed, because some calendar apps cannot read that.")
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, [AsParameters] AgendaFilterQuery query, PublishedAgendas agendas, Renderings<ReleaseCalendar> calendars, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } agenda)
            return Problems.Missing("conference", slug);

        var filter = query.ToFilter();
        var selection = agenda.Select(filter);
        if (selection.Unknown is { } unknown)
            return Problems.UnknownValue(unknown.Parameter, unknown.Value);

        return new Representation(calendars.Of(agenda).Feed(new FeedFilter(filter), selection.Sessions), ContentType, agenda.Document.ModifiedAt)
        {
            ContentDisposition = "inline",
            Codings = false,
        };
    }
}
