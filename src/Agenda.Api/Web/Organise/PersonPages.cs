using Agenda.Api.Http;
using Agenda.Api.People;
using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Organise;

/// <summary>The people of the programme, and the form for one of them.</summary>
internal static class PersonPages
{
    /// <summary>How many are listed at once; a search finds the rest.</summary>
    private const int Listed = 500;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/people", ListAsync);
        pages.MapGet("/people/new", (HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) => EditAsync(null, http, conference, db, cancellation));
        pages.MapGet("/people/{personId:guid}", (Guid personId, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) => EditAsync(personId, http, conference, db, cancellation));
    }

    private static async Task<IResult> ListAsync([FromQuery] string? q, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var asked = Asked(q);
        var people = await AllAsync(asked, Listed + 1, conference, cancellation);
        return OrganisePages.Show<PersonListPage>(new()
        {
            [nameof(PersonListPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(PersonListPage.Query)] = asked,
            [nameof(PersonListPage.IsCut)] = people.Count > Listed,
            [nameof(PersonListPage.All)] = people.Take(Listed).ToList(),
        });
    }

    public static string? Asked(string? q) => q?[..Math.Min(q.Length, Limits.Name)];

    /// <summary>Those with such a name, in the order of lists.</summary>
    public static async Task<List<ListedPerson>> AllAsync(string? asked, int most, EditedConference conference, CancellationToken cancellation)
    {
        var people = await PeopleNamed.Find(conference.SeenPeople, asked).OrderBy(p => p.SortKey).Take(most).ToListAsync(cancellation);
        var sessions = conference.SeenSessions;
        var inSessions = await sessions.SelectMany(s => s.People).GroupBy(p => p.PersonId).Select(g => new { g.Key, Count = g.Select(p => p.SessionId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var asAuthors = await sessions.SelectMany(s => s.Contributions).SelectMany(c => c.Authors).GroupBy(a => a.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. people.Select(p => new ListedPerson(PersonResponse.Of(p, conference.ShowsPrivate), inSessions.GetValueOrDefault(p.Id), asAuthors.GetValueOrDefault(p.Id)))];
    }

    private static async Task<IResult> EditAsync(Guid? personId, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        Person? person = null;
        List<NamedSession> sessions = [];
        if (personId is { } said)
        {
            var id = new PersonId(said);
            if ((person = await conference.SeenPeople.SingleOrDefaultAsync(p => p.Id == id, cancellation)) is null)
                return Accounts.Missing.Page(http);

            sessions = await conference.SeenSessions.Where(s => s.People.Any(p => p.PersonId == id) || s.Contributions.Any(c => c.Authors.Any(a => a.PersonId == id)))
                .OrderBy(s => s.Code).Select(s => new NamedSession(s.Id.Value, s.Code, s.Title)).ToListAsync(cancellation);
        }

        return OrganisePages.Show<PersonEditorPage>(new()
        {
            [nameof(PersonEditorPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(PersonEditorPage.Person)] = person is null ? null : PersonResponse.Of(person, conference.ShowsPrivate),
            [nameof(PersonEditorPage.Sessions)] = sessions,
        });
    }
}

/// <summary>Somebody in a list, and how much they have to do.</summary>
public sealed record ListedPerson(PersonResponse Person, int Sessions, int Contributions)
{
    /// <summary>As lists are ordered: family name first.</summary>
    public string Name => Person.GivenName.Length == 0 || Person.FamilyName.Length == 0 ? Domain.People.Person.NameOf(Person.GivenName, Person.FamilyName) : $"{Person.FamilyName}, {Person.GivenName}";
}
