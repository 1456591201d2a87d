using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.People;

/// <summary>Removes a person who has no role in any session.</summary>
internal static class RemovePerson
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/people/{personId:guid}", HandleAsync).WithSummary("Remove a person");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid personId, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new PersonId(personId);
        if (await db.People.SingleOrDefaultAsync(p => p.ConferenceId == conference.Id && p.Id == id, cancellation) is not { } person)
            return Problems.Missing("person", personId);

        if (ifMatch.Refuses(person.Version, () => PersonResponse.Of(person)) is { } stale)
            return stale;

        var sessions = await db.Sessions.CountAsync(
            s => s.ConferenceId == conference.Id && (s.People.Any(p => p.PersonId == id) || s.Contributions.Any(c => c.Authors.Any(a => a.PersonId == id))), cancellation);
        if (sessions > 0)
            return Problems.Refused(PeopleRefusals.InUse(person.Name, sessions));

        if (await db.Memberships.AnyAsync(m => m.PersonId == id, cancellation) || await db.Invitations.AnyAsync(i => i.PersonId == id, cancellation))
            return Problems.Refused(PeopleRefusals.HasAccess(person.Name));

        db.People.Remove(person);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
