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
            yield return Sentence.Of($"Renamed from “{before.Title}” to “{after.Title}”.");
        if (before.Code != after.Code)
            yield return Sentence.Of($"Its code is now {after.Code} instead of {before.Code}.");
    }

    public static IEnumerable<Sentence> OfReclassified(PublishedSession before, PublishedSession after)
    {
        if (before.Type.Id != after.Type.Id)
            yield return Sentence.Of($"Now of the type {after.Type.Name} instead of {before.Type.Name}.");
        if (before.Track?.Id != after.Track?.Id)
            yield return Exchanged("in the track", before.Track?.Name, after.Track?.Name);
        if (before.Language != after.Language)
            yield return Exchanged("in", before.Language is { } was ? LanguageName.Of(was) : null, after.Language is { } now ? LanguageName.Of(now) : null);
    }

    public static IEnumerable<Sentence> OfResources(PublishedSession before, PublishedSession after)
    {
        List<Link> came = [.. after.Resources.Except(before.Resources)], left = [.. before.Resources.Except(after.Resources)];
        var changed = came.Select(l => l.Title).Intersect(left.Select(l => l.Title)).ToHashSet();
        if (Titles(came.Where(l => !changed.Contains(l.Title))) is { } added)
            yield return Sentence.Of($"New with it: {added}.");
        if (Titles(left.Where(l => !changed.Contains(l.Title))) is { } gone)
            yield return Sentence.Of($"No longer with it: {gone}.");
        if (Titles(came.Where(l => changed.Contains(l.Title))) is { } moved)
            yield return Sentence.Of($"At another address: {moved}.");
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
            yield return Sentence.Of($"The type {before.Type.Name} is now called {after.Type.Name}.");
        if (before.Track is { } wasTrack && after.Track is { } track && wasTrack.Id == track.Id && wasTrack.Name != track.Name)
            yield return Sentence.Of($"The track {wasTrack.Name} is now called {track.Name}.");
        foreach (var person in after.People)
        {
            foreach (var told in before.People.FirstOrDefault(p => p.Id == person.Id) is { } earlier ? OfPerson(earlier, person) : [])
                yield return told;
        }
    }

    private static IEnumerable<Sentence> OfRoom(ReleasedRoom was, ReleasedRoom now)
    {
        if (was.Name != now.Name)
            yield return Sentence.Of($"{was.Name} is now called {now.Name}.");
        if (was.Building != now.Building)
            yield return now.Building is { } building ? Sentence.Of($"{now.Name} is in the building {building}.") : Sentence.Of($"The building of {now.Name} is no longer said.");
        if (was.Capacity != now.Capacity)
            yield return now.Capacity is { } seats ? Sentence.Of($"{now.Name} has a capacity of {seats}.") : Sentence.Of($"The capacity of {now.Name} is no longer said.");
    }

    private static IEnumerable<Sentence> OfPerson(PublishedPerson was, PublishedPerson now)
    {
        if (was.Name != now.Name)
            yield return Sentence.Of($"{was.Name} is now called {now.Name}.");
        if (was.Affiliation != now.Affiliation)
            yield return now.Affiliation is { } affiliation ? Sentence.Of($"Affiliation of {now.Name}: {affiliation}.") : Sentence.Of($"The affiliation of {now.Name} is no longer said.");
    }

    private static Sentence Exchanged(string where, string? was, string? now)
    {
        var there = Sentence.Ours(where);
        return (was, now) switch
        {
            ({ } before, { } after) => Sentence.Of($"Now {there} {after} instead of {before}."),
            (null, { } after) => Sentence.Of($"Now {there} {after}."),
            _ => Sentence.Of($"No longer {there} {was!}."),
        };
    }

    private static Sentence? Titles(IEnumerable<Link> links) =>
        links.Select(l => Sentence.Of($"“{l.Title}”")).ToList() is { Count: > 0 } titles ? Sentence.List(titles) : null;
}
