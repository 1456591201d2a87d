using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Releases;
using Agenda.Domain.Resources;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;

namespace Agenda.Domain.Privacy;

/// <summary>Every text of a programme in which somebody may be named. Codes and slugs are not looked at: they are addresses.</summary>
internal static class TextsOfProgramme
{
    public static IEnumerable<PlacedText> Of(Programme programme) => Said(
    [
        .. Of(programme.Conference),
        .. programme.Buildings.SelectMany(b => (IEnumerable<(TextPlace, string?)>)[(new("building"), b.Name), (new("building"), b.Address)]),
        .. programme.Rooms.Select(r => (new TextPlace("room"), (string?)r.Name)),
        .. programme.Types.Select(t => (new TextPlace("session type"), (string?)t.Name)),
        .. programme.Tracks.Select(t => (new TextPlace("track"), (string?)t.Name)),
        .. programme.People.Where(p => !p.IsErased).SelectMany(Of),
        .. programme.Sessions.SelectMany(Of),
    ]);

    public static IEnumerable<PlacedText> Of(ILookup<SessionId, SessionLink> links, Programme programme) => Said(
        from session in programme.Sessions
        from link in links[session.Id]
        let contribution = session.Contributions.FirstOrDefault(c => c.Id == link.ContributionId)?.Code
        from text in Of(new("links", session.Code, contribution), [new(link.Title, link.Url)])
        select text);

    internal static IEnumerable<PlacedText> Said(IEnumerable<(TextPlace Place, string? Text)> texts) =>
        texts.Where(text => !string.IsNullOrEmpty(text.Text)).Select(text => new PlacedText(text.Place, text.Text!));

    internal static IEnumerable<(TextPlace Place, string? Text)> Of(TextPlace place, IReadOnlyList<Link> links) =>
        links.SelectMany(link => (IEnumerable<(TextPlace, string?)>)[(place, link.Title), (place, link.Url)]);

    private static IEnumerable<(TextPlace Place, string? Text)> Of(Conference conference) =>
        [(new("conference"), conference.Name), (new("contact"), conference.Contact), .. Of(new("links"), conference.Links)];

    private static IEnumerable<(TextPlace Place, string? Text)> Of(Person person) =>
    [
        (new("affiliation", Person: person.Id), person.Affiliation), (new("biography", Person: person.Id), person.Biography),
        .. Of(new("links", Person: person.Id), person.Links),
    ];

    private static IEnumerable<(TextPlace Place, string? Text)> Of(Session session) =>
    [
        (new("title", session.Code), session.Title), (new("abstract", session.Code), session.Abstract), (new("notes", session.Code), session.Notes),
        .. Of(new("resources", session.Code), session.Resources),
        .. session.Contributions.OrderBy(c => c.Position).SelectMany(c => (IEnumerable<(TextPlace, string?)>)
            [(new("title", session.Code, c.Code), c.Title), (new("abstract", session.Code, c.Code), c.Abstract)]),
    ];
}
