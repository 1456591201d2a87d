using Agenda.Api.Http;
using Agenda.Domain.Releases;

namespace Agenda.Api.Releases;

/// <summary>Somebody in the published programme, and where.</summary>
public sealed record PersonInAgenda(Guid Id, string Name, string GivenName, string FamilyName, string? Affiliation, string? Country, IReadOnlyList<RoleInSession> Sessions)
{
    internal static PersonInAgenda Of(PublishedPerson person, PublishedAgenda agenda) => new(
        person.Id.Value, person.Name, person.Released.GivenName, person.Released.FamilyName, person.Affiliation, person.Released.Country, RoleInSession.AllOf(person, agenda));
}

/// <summary>Somebody in the published programme with what they say of themselves.</summary>
public sealed record PersonInAgendaDetails(
    Guid Id, string Name, string GivenName, string FamilyName, string? Affiliation, string? Country, IReadOnlyList<RoleInSession> Sessions,
    string? Biography, string? BiographyHtml, IReadOnlyList<LinkEntry> Links)
{
    internal static PersonInAgendaDetails Of(PublishedPerson person, PublishedAgenda agenda) => new(
        person.Id.Value, person.Name, person.Released.GivenName, person.Released.FamilyName, person.Affiliation, person.Released.Country, RoleInSession.AllOf(person, agenda),
        person.Released.Biography, person.Released.Biography is { } text ? AbstractHtml.Render(text) : null, LinkEntry.Of(person.Released.Links));
}

/// <summary>What somebody does in a session: the roles are of <c>chair</c>, <c>discussant</c>, <c>presenter</c> and <c>author</c>.</summary>
public sealed record RoleInSession(string Code, string Title, IReadOnlyList<string> Roles)
{
    internal static IReadOnlyList<RoleInSession> AllOf(PublishedPerson person, PublishedAgenda agenda) =>
        [.. agenda.SessionsOf(person).Select(s => new RoleInSession(s.Code, s.Title, [.. RolesOf(person, s)]))];

    private static IEnumerable<string> RolesOf(PublishedPerson person, PublishedSession session)
    {
        if (session.Chairs.Contains(person))
            yield return "chair";
        if (session.Discussants.Contains(person))
            yield return "discussant";
        var authored = session.Contributions.SelectMany(c => c.Authors).Where(a => a.Person == person).ToList();
        if (authored.Any(a => a.Presenting))
            yield return "presenter";
        if (authored.Any(a => !a.Presenting))
            yield return "author";
    }
}
