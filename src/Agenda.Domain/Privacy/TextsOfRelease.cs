using Agenda.Domain.Releases;

namespace Agenda.Domain.Privacy;

/// <summary>Every text of a release in which somebody may be named.</summary>
internal static class TextsOfRelease
{
    public static IEnumerable<PlacedText> Of(ReleaseDocument release) => TextsOfProgramme.Said(
    [
        (new("note"), release.Note), (new("publisher"), release.PublishedBy),
        (new("conference"), release.Conference.Name), (new("contact"), release.Conference.Contact), .. TextsOfProgramme.Of(new("links"), release.Conference.Links),
        .. release.Rooms.SelectMany(r => (IEnumerable<(TextPlace, string?)>)[(new("room"), r.Name), (new("building"), r.Building), (new("building"), r.Address)]),
        .. release.Types.Select(t => (new TextPlace("session type"), (string?)t.Name)),
        .. release.Tracks.Select(t => (new TextPlace("track"), (string?)t.Name)),
        .. release.People.Where(p => !p.IsErased).SelectMany(Of),
        .. release.Sessions.SelectMany(Of),
        .. release.Withdrawn.SelectMany(s => (IEnumerable<(TextPlace, string?)>)[(new("title", s.Code), s.Title), (new("location", s.Code), s.Location)]),
    ]);

    private static IEnumerable<(TextPlace Place, string? Text)> Of(ReleasedPerson person) =>
    [
        (new("affiliation", Person: person.Id), person.Affiliation), (new("biography", Person: person.Id), person.Biography),
        .. TextsOfProgramme.Of(new("links", Person: person.Id), person.Links),
    ];

    private static IEnumerable<(TextPlace Place, string? Text)> Of(ReleasedSession session) =>
    [
        (new("title", session.Code), session.Title), (new("abstract", session.Code), session.Abstract),
        .. TextsOfProgramme.Of(new("resources", session.Code), session.Resources),
        .. session.Contributions.SelectMany(c => (IEnumerable<(TextPlace, string?)>)
            [(new("title", session.Code, c.Code), c.Title), (new("abstract", session.Code, c.Code), c.Abstract)]),
    ];
}
