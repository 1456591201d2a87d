using Agenda.Api.Http;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Releases;

/// <summary>Who is in the published programme, and where, by family name.</summary>
internal static class ListPublishedPeople
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/conferences/{slug}/agenda/people", HandleAsync).WithSummary("List the people of the agenda by family name");

    private static async Task<Results<Ok<PageOf<PersonInAgenda>>, ProblemHttpResult>> HandleAsync(
        string slug, [AsParameters] Page page, [FromQuery] int? release, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        if (agenda is null)
            return missing!;

        var begin = 0;
        if (page.After is { } after && (begin = 1 + agenda.People.ToList().FindIndex(p => $"{p.Id.Value}" == after)) == 0)
            return Problems.Invalid("after", "is not where a page of this list ended. Start again without it.");

        var people = agenda.People.Skip(begin).Take(page.Size + 1).Select(p => PersonInAgenda.Of(p, agenda)).ToList();
        return TypedResults.Ok(page.Of(people, p => $"{p.Id}"));
    }
}
