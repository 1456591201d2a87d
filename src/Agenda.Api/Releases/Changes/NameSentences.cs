using Agenda.Api.Web;
using Agenda.Domain.Releases;
using Agenda.Domain.Text;

namespace Agenda.Api.Releases.Changes;

/// <summary>Titles, types, tracks, languages and resources, and what is merely called otherwise.</summary>
internal static class NameSentences
{
    public static IEnumerable<Sentence> OfRetitled(PublishedSession before, PublishedSession after)
    {
        if (before.Title != after.Title)
            yield return Sentence.Of(() => ChangeWords.Renamed, before.Title, after.Title);
        if (before.Code != after.Code)
            yield return Sentence.Of(() => ChangeWords.CodeChanged, after.Code, before.Code);
    }

    public static IEnumerable<Sentence> OfReclassified(PublishedSession before, PublishedSession after)
    {
        if (before.Type.Id != after.Type.Id)
            yield return Sentence.Of(() => ChangeWords.TypeInstead, after.Type.Name, before.Type.Name);
        if (before.Track?.Id != after.Track?.Id)
            yield return OfTrack(before, after);
        if (before.Language != after.Language)
            yield return OfLanguage(before, after);
    }

    public static IEnumerable<Sentence> OfResources(PublishedSession before, PublishedSession after)
    {
        List<Link> came = [.. after.Resources.Except(before.Resources)], left = [.. before.Resources.Except(after.Resources)];
        var changed = came.Select(l => l.Title).Intersect(left.Select(l => l.Title)).ToHashSet();
        if (Titles(came.Where(l => !changed.Contains(l.Title))) is { } added)
            yield return Sentence.Of(() => ChangeWords.ResourcesAdded, added);
        if (Titles(left.Where(l => !changed.Contains(l.Title))) is { } gone)
            yield return Sentence.Of(() => ChangeWords.ResourcesGone, gone);
        if (Titles(came.Where(l => changed.Contains(l.Title))) is { } moved)
            yield return Sentence.Of(() => ChangeWords.ResourcesMoved, moved);
    }

    /// <summary>What both show and only call otherwise.</summary>
    public static IEnumerable<Sentence> OfRelabelled(PublishedSession before, PublishedSession after)
    {
        if (before.Room is { } was && after.Room is { } now && was.Id == now.Id)
        {
            foreach (var told in OfRoom(was, now))
                yield return told;
        }

        if (before.Type.Id == after.Type.Id && before.Type.Name != after.Type.Name)
            yield return Sentence.Of(() => ChangeWords.TypeCalled, before.Type.Name, after.Type.Name);
        if (before.Track is { } wasTrack && after.Track is { } track && wasTrack.Id == track.Id && wasTrack.Name != track.Name)
            yield return Sentence.Of(() => ChangeWords.TrackCalled, wasTrack.Name, track.Name);
        foreach (var person in after.People)
        {
            foreach (var told in before.People.FirstOrDefault(p => p.Id == person.Id) is { } earlier ? OfPerson(earlier, person) : [])
                yield return told;
        }
    }

    private static IEnumerable<Sentence> OfRoom(ReleasedRoom was, ReleasedRoom now)
    {
        if (was.Name != now.Name)
            yield return Sentence.Of(() => ChangeWords.NowCalled, was.Name, now.Name);
        if (was.Building != now.Building)
            yield return now.Building is { } building ? Sentence.Of(() => ChangeWords.BuildingNow, now.Name, building) : Sentence.Of(() => ChangeWords.BuildingUnsaid, now.Name);
        if (was.Capacity != now.Capacity)
            yield return now.Capacity is { } seats ? Sentence.Of(() => ChangeWords.CapacityNow, now.Name, seats) : Sentence.Of(() => ChangeWords.CapacityUnsaid, now.Name);
    }

    private static IEnumerable<Sentence> OfPerson(PublishedPerson was, PublishedPerson now)
    {
        if (was.Name != now.Name)
            yield return Sentence.Of(() => ChangeWords.NowCalled, was.Name, now.Name);
        if (was.Affiliation != now.Affiliation)
            yield return now.Affiliation is { } affiliation ? Sentence.Of(() => ChangeWords.AffiliationNow, now.Name, affiliation) : Sentence.Of(() => ChangeWords.AffiliationUnsaid, now.Name);
    }

    private static Sentence OfTrack(PublishedSession before, PublishedSession after) => (before.Track?.Name, after.Track?.Name) switch
    {
        ({ } was, { } now) => Sentence.Of(() => ChangeWords.TrackInstead, now, was),
        (null, { } now) => Sentence.Of(() => ChangeWords.TrackNow, now),
        var (was, _) => Sentence.Of(() => ChangeWords.TrackGone, was!),
    };

    private static Sentence OfLanguage(PublishedSession before, PublishedSession after) => (before.Language, after.Language) switch
    {
        ({ } was, { } now) => Sentence.Of(() => ChangeWords.LanguageInstead, Language(now), Language(was)),
        (null, { } now) => Sentence.Of(() => ChangeWords.LanguageNow, Language(now)),
        var (was, _) => Sentence.Of(() => ChangeWords.LanguageGone, Language(was!)),
    };

    private static Sentence Language(string tag) => Sentence.Of(tag, LanguageName.Of);

    private static Sentence? Titles(IEnumerable<Link> links) =>
        links.Select(l => Sentence.Of(() => ChangeWords.Quoted, l.Title)).ToList() is { Count: > 0 } titles ? Sentence.List(titles) : null;
}
