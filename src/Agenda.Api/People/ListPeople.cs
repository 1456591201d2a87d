using Agenda.Api.Http;
using Agenda.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.People;

/// <summary>The people of the programme by family name; <c>q</c> finds beginnings of their names.</summary>
internal static class ListPeople
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/people", HandleAsync).WithSummary("List people by family name");

    private static async Task<Results<Ok<PageOf<PersonResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] Page page, [FromQuery(Name = "q")] string? query, EditedConference conference, CancellationToken cancellation)
    {
        if (query?.Length > Limits.Name)
            return Problems.Invalid("q", $"must have {Limits.Name} characters at the most.");

        var people = await PeopleNamed.Find(conference.SeenPeople, query)
            .Where(p => page.After == null || string.Compare(p.SortKey, page.After) > 0)
            .OrderBy(p => p.SortKey).Take(page.Size + 1).ToListAsync(cancellation);
        var (found, next) = page.Of(people, p => p.SortKey);
        return TypedResults.Ok(new PageOf<PersonResponse>([.. found.Select(p => PersonResponse.Of(p, conference.ShowsPrivate))], next));
    }
}
