using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Releases;

/// <summary>The agenda of the newest release, or of an older one, under any filter.</summary>
internal static class ReadAgenda
{
    public static void Map(RouteGroupBuilder api) => CalendarByAccept.Offer(api.MapMethods("/conferences/{slug}/agenda", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Read the agenda")
        .WithDescription(
            "The sessions of the newest release in order of time, then room, then code. A repeated filter means or, different ones mean and. "
            + "A client whose `Accept` prefers `text/calendar` to `application/json` gets the feed with the same filter.")
        .Produces<AgendaResponse>()
        .WithMetadata(new AnswersConditionally()));

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, [AsParameters] AgendaFilterQuery query, [FromQuery] int? release, HttpRequest request, PublishedAgendas agendas,
        Renderings<AgendaJson> json, Renderings<ReleaseCalendar> calendars, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        if (agenda is null)
            return missing!;

        var filter = query.ToFilter();
        var selection = agenda.Select(filter);
        if (selection.Unknown is { } unknown)
            return Problems.UnknownValue(unknown.Parameter, unknown.Value);

        if (CalendarByAccept.IsPreferred(request, CalendarByAccept.Json))
            return FeedAnswer.Of(agenda, filter, selection.Sessions, calendars);

        var rendered = json.Of(agenda);
        return filter.IsEmpty
            ? new Representation(rendered.Whole, "application/json; charset=utf-8", agenda.Document.ModifiedAt) { Kept = rendered.WholeCoded }
            : new Representation(rendered.Of(selection.Sessions), "application/json; charset=utf-8", agenda.Document.ModifiedAt);
    }
}
