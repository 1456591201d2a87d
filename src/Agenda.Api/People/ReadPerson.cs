using Agenda.Api.Http;
using Agenda.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.People;

/// <summary>One person with its ETag.</summary>
internal static class ReadPerson
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/people/{personId:guid}", HandleAsync).WithSummary("Read a person");

    private static async Task<Results<TaggedOk<PersonResponse>, ProblemHttpResult>> HandleAsync(Guid personId, EditedConference conference, CancellationToken cancellation)
    {
        var id = new PersonId(personId);
        return await conference.SeenPeople.SingleOrDefaultAsync(p => p.Id == id, cancellation) is { } person
            ? Tagged.Ok(person.Version, PersonResponse.Of(person, conference.ShowsPrivate))
            : Problems.Missing("person", personId);
    }
}
