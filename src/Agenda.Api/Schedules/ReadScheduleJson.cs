using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Schedules;

/// <summary>The newest release, or an older one, as c3voc's <c>schedule.json</c>, version 1.</summary>
internal static class ReadScheduleJson
{
    public static void Map(RouteGroupBuilder schedules) => schedules.MapMethods("/{slug}/schedule.json", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Read the agenda as schedule.json, version 1")
        .WithDescription(
            "The newest release for conference apps and displays, in c3voc's format: days have rooms have events. "
            + "Sessions that are cancelled or have no time are not in it: apps take what is missing from a newer file for cancelled. `release` gives the file as it was then.")
        .Produces<JsonElement>()
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, [FromQuery] int? release, PublishedAgendas agendas, Renderings<ScheduleFiles> files, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        return agenda is null ? missing! : files.Of(agenda).Json;
    }
}
