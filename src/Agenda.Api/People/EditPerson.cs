using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.People;

/// <summary>Changes what is said of a person.</summary>
internal static class EditPerson
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/people/{personId:guid}", HandleAsync).WithSummary("Edit a person").WithMetadata(BodyLimit.Texts);

    private static async Task<Results<TaggedOk<PersonResponse>, ProblemHttpResult>> HandleAsync(
        Guid personId, PersonRequest request, IfMatch ifMatch, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new PersonId(personId);
        if (await db.People.SingleOrDefaultAsync(p => p.ConferenceId == conference.Id && p.Id == id, cancellation) is not { } person)
            return Problems.Missing("person", personId);

        if (person.IsErased)
            return Problems.Refused(PeopleRefusals.Erased());
        if (ifMatch.Refuses(person.Version, () => PersonResponse.Of(person)) is { } stale)
            return stale;

        var before = person.Absences;
        person.Revise(request.Facts);
        var changes = await conflicts.AroundAsync(!ReferenceEquals(before, person.Absences), () => db.SaveChangesAsync(cancellation), cancellation);
        return Tagged.Ok(person.Version, PersonResponse.Of(person) with { Conflicts = changes });
    }
}
