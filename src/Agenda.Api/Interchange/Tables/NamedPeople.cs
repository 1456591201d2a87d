using Agenda.Api.Http;
using Agenda.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Interchange.Tables;

/// <summary>The people that the caller may see, as tables name them.</summary>
internal static class NamedPeople
{
    public static async Task<PeopleCells> ReadAsync(EditedConference conference, CancellationToken cancellation)
    {
        var people = await conference.SeenPeople.Select(p => new { p.Id, p.GivenName, p.FamilyName, p.ErasedAt }).ToListAsync(cancellation);
        return new PeopleCells(people.Select(p => new NamedPerson(p.Id.Value, Person.NameOf(p.GivenName, p.FamilyName), p.ErasedAt is not null)));
    }
}
