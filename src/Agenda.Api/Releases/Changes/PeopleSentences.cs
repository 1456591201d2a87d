using Agenda.Api.Web;
using Agenda.Domain.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>Who came to a role and who left it.</summary>
internal static class PeopleSentences
{
    private static readonly RoleWords
        Chairing = new(() => ChangeWords.ChairsNow, () => ChangeWords.NoLongerDoes, () => ChangeWords.ChairsNoLonger, () => ChangeWords.ChairsInOrder),
        Discussing = new(() => ChangeWords.DiscussantsNow, () => ChangeWords.NoLongerIs, () => ChangeWords.DiscussantsNoLonger, () => ChangeWords.DiscussantsInOrder),
        Speaking = new(() => ChangeWords.SpeakersNow, () => ChangeWords.NoLongerDoes, () => ChangeWords.SpeakersNoLonger, () => ChangeWords.SpeakersInOrder),
        Presenting = new(() => ChangeWords.PresentersNow, () => ChangeWords.NoLongerDoes, () => ChangeWords.PresentersNoLonger, null),
        Writing = new(() => ChangeWords.AuthorsNow, () => ChangeWords.NoLongerIs, () => ChangeWords.AuthorsNoLonger, () => ChangeWords.AuthorsInOrder);

    public static IEnumerable<Sentence> Of(PublishedSession before, PublishedSession after) =>
    [
        .. Whole(OfRole(Chairing, before.Chairs, after.Chairs)),
        .. Whole(OfRole(Discussing, before.Discussants, after.Discussants)),
    ];

    /// <summary>The authors of the one talk that a session is; readers know them as its speakers.</summary>
    public static IEnumerable<Sentence> OfSpeakers(IReadOnlyList<PublishedAuthor> before, IReadOnlyList<PublishedAuthor> after) =>
        Whole(OfRole(Speaking, [.. before.Select(a => a.Person)], [.. after.Select(a => a.Person)]));

    /// <summary>Authors of a contribution, without a name for it and without the full stop.</summary>
    public static IEnumerable<Sentence> OfAuthors(IReadOnlyList<PublishedAuthor> before, IReadOnlyList<PublishedAuthor> after)
    {
        PublishedPerson[] was = [.. before.Select(a => a.Person)], now = [.. after.Select(a => a.Person)];
        foreach (var told in OfRole(Writing, was, now))
            yield return told;

        // Who came or left altogether was told.
        var stayed = was.Select(p => p.Id).Intersect(now.Select(p => p.Id)).ToHashSet();
        foreach (var told in OfRole(Presenting, PresentingOf(before), PresentingOf(after)))
            yield return told;

        PublishedPerson[] PresentingOf(IEnumerable<PublishedAuthor> authors) => [.. authors.Where(a => a.Presenting && stayed.Contains(a.Person.Id)).Select(a => a.Person)];
    }

    // At most one, without its full stop.
    private static IEnumerable<Sentence> OfRole(RoleWords words, IReadOnlyList<PublishedPerson> before, IReadOnlyList<PublishedPerson> after)
    {
        var (was, isNow) = (before.Select(p => p.Id).ToHashSet(), after.Select(p => p.Id).ToHashSet());
        List<PublishedPerson> came = [.. after.Where(p => !was.Contains(p.Id))], left = [.. before.Where(p => !isNow.Contains(p.Id))];
        if (came.Count > 0 && left.Count > 0)
            yield return Sentence.Of(() => ChangeWords.ComeAndGone, OfThem(words.Now, came), OfThem(words.Left, left));
        else if (came.Count > 0)
            yield return OfThem(words.Now, came);
        else if (left.Count > 0)
            yield return OfThem(words.NoLonger, left);
        else if (words.InOrder is { } order && !before.Select(p => p.Id).SequenceEqual(after.Select(p => p.Id)))
            yield return Sentence.Of(order, Names(after));
    }

    private static IEnumerable<Sentence> Whole(IEnumerable<Sentence> told) => told.Select(sentence => Sentence.Of(() => ChangeWords.FullStop, sentence));

    private static Sentence OfThem(Func<string> forms, List<PublishedPerson> people) => Sentence.Of(forms, people.Count, Names(people));

    private static Sentence Names(IReadOnlyList<PublishedPerson> people) => Sentence.List(people.Select(p => (Sentence)p.Name));

    /// <param name="Now">Of who came.</param>
    /// <param name="Left">Of who left, after it was said who came.</param>
    /// <param name="NoLonger">Of who left, alone.</param>
    /// <param name="InOrder">Of all, where only their order changed.</param>
    private sealed record RoleWords(Func<string> Now, Func<string> Left, Func<string> NoLonger, Func<string>? InOrder);
}
