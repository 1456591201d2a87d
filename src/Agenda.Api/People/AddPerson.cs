using Agenda.Api.Http;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.People;

/// <summary>Adds a person.</summary>
internal static class AddPerson
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/people", HandleAsync).WithSummary("Add a person").WithMetadata(BodyLimit.Texts);

    private static async Task<Results<TaggedCreated<PersonResponse>, ProblemHttpResult>> HandleAsync(
        PersonRequest request, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var person = new Person(conference.Conference, request.Facts);
        db.People.Add(person);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}/people/{person.Id.Value}", person.Version, PersonResponse.Of(person));
    }
}
