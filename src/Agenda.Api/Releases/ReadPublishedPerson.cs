using Agenda.Api.Http;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Releases;

/// <summary>One person of the published programme.</summary>
internal static class ReadPublishedPerson
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/conferences/{slug}/agenda/people/{personId:guid}", HandleAsync).WithSummary("Read one person of the agenda");

    private static async Task<Results<Ok<PersonInAgendaDetails>, ProblemHttpResult>> HandleAsync(
        string slug, Guid personId, [FromQuery] int? release, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        if (agenda is null)
            return missing!;

        return agenda.People.FirstOrDefault(p => p.Id.Value == personId) is { } person
            ? TypedResults.Ok(PersonInAgendaDetails.Of(person, agenda))
            : Problems.Missing("person", personId);
    }
}
