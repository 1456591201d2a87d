using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Schedules;

/// <summary>The newest release, or an older one, as frab <c>schedule.xml</c>.</summary>
internal static class ReadScheduleXml
{
    public static void Map(RouteGroupBuilder schedules) => schedules.MapMethods("/{slug}/schedule.xml", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Read the agenda as schedule.xml")
        .WithDescription(
            "The newest release for conference apps such as Giggity, EventFahrplan and ConfClerk, in the format of frab and c3voc. "
            + "Sessions that are cancelled or have no time are not in it: apps take what is missing from a newer file for cancelled. `release` gives the file as it was then.")
        .Produces<string>(StatusCodes.Status200OK, "application/xml")
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, [FromQuery] int? release, PublishedAgendas agendas, Renderings<ScheduleFiles> files, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        return agenda is null ? missing! : files.Of(agenda).Xml;
    }
}
