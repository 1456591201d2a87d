using Agenda.Domain.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>Who came to a role and who left it.</summary>
internal static class PeopleSentences
{
    private static readonly RoleWords
        Chairing = new("now chairs", "now chair", "no longer does", "no longer do", "no longer chairs", "no longer chair"),
        Discussing = new("is now a discussant", "are now discussants", "no longer is", "no longer are", "is no longer a discussant", "are no longer discussants"),
        Speaking = new("now speaks", "now speak", "no longer does", "no longer do", "no longer speaks", "no longer speak"),
        Presenting = new("now presents", "now present", "no longer does", "no longer do", "no longer presents", "no longer present"),
        Writing = new("is now an author", "are now authors", "no longer is", "no longer are", "is no longer an author", "are no longer authors");

    public static IEnumerable<Sentence> Of(PublishedSession before, PublishedSession after) =>
    [
        .. OfRole(Chairing, before.Chairs, after.Chairs, "The chairs are now named in the order"),
        .. OfRole(Discussing, before.Discussants, after.Discussants, "The discussants are now named in the order"),
    ];

    /// <summary>The authors of the one talk that a session is; readers know them as its speakers.</summary>
    public static IEnumerable<Sentence> OfSpeakers(IReadOnlyList<PublishedAuthor> before, IReadOnlyList<PublishedAuthor> after) =>
        OfRole(Speaking, [.. before.Select(a => a.Person)], [.. after.Select(a => a.Person)], "The speakers are now named in the order");

    /// <summary>Authors of a contribution, without a name for it and without the full stop.</summary>
    public static IEnumerable<Sentence> OfAuthors(IReadOnlyList<PublishedAuthor> before, IReadOnlyList<PublishedAuthor> after)
    {
        PublishedPerson[] was = [.. before.Select(a => a.Person)], now = [.. after.Select(a => a.Person)];
        foreach (var told in OfRole(Writing, was, now, "the authors are now named in the order", stop: ""))
            yield return told;

        // Who came or left altogether was told.
        var stayed = was.Select(p => p.Id).Intersect(now.Select(p => p.Id)).ToHashSet();
        foreach (var told in OfRole(Presenting, PresentingOf(before), PresentingOf(after), null, stop: ""))
            yield return told;

        PublishedPerson[] PresentingOf(IEnumerable<PublishedAuthor> authors) => [.. authors.Where(a => a.Presenting && stayed.Contains(a.Person.Id)).Select(a => a.Person)];
    }

    private static IEnumerable<Sentence> OfRole(RoleWords words, IReadOnlyList<PublishedPerson> before, IReadOnlyList<PublishedPerson> after, string? order, string stop = ".")
    {
        var (was, isNow) = (before.Select(p => p.Id).ToHashSet(), after.Select(p => p.Id).ToHashSet());
        List<PublishedPerson> came = [.. after.Where(p => !was.Contains(p.Id))], left = [.. before.Where(p => !isNow.Contains(p.Id))];
        var end = Sentence.Ours(stop);
        if (came.Count > 0 && left.Count > 0)
            yield return Sentence.Of($"{Names(came)} {words.Now(came)}; {Names(left)} {words.Left(left)}{end}");
        else if (came.Count > 0)
            yield return Sentence.Of($"{Names(came)} {words.Now(came)}{end}");
        else if (left.Count > 0)
            yield return Sentence.Of($"{Names(left)} {words.NoLonger(left)}{end}");
        else if (order is not null && !before.Select(p => p.Id).SequenceEqual(after.Select(p => p.Id)))
            yield return Sentence.Of($"{Sentence.Ours(order)} {Names(after)}{end}");
    }

    private static Sentence Names(IReadOnlyList<PublishedPerson> people) => Sentence.List([.. people.Select(p => Sentence.Of($"{p.Name}"))]);

    private sealed record RoleWords(string NowOne, string NowMany, string LeftOne, string LeftMany, string NoLongerOne, string NoLongerMany)
    {
        public Sentence Now(List<PublishedPerson> people) => Sentence.Ours(people.Count == 1 ? NowOne : NowMany);

        public Sentence Left(List<PublishedPerson> people) => Sentence.Ours(people.Count == 1 ? LeftOne : LeftMany);

        public Sentence NoLonger(List<PublishedPerson> people) => Sentence.Ours(people.Count == 1 ? NoLongerOne : NoLongerMany);
    }
}
