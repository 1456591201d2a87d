using Agenda.Api.Web;
using Agenda.Domain.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>What became of the contributions of a session.</summary>
internal static class ContributionSentences
{
    public static IEnumerable<Sentence> Of(PublishedSession before, PublishedSession after)
    {
        if (SingleTalk.Is(before) && SingleTalk.Is(after))
            return OfTalk(before.Contributions[0], after.Contributions[0]);

        var (was, now) = (before.Contributions.ToDictionary(c => c.Released.Id), after.Contributions.ToDictionary(c => c.Released.Id));
        List<PublishedContribution> came = [.. after.Contributions.Where(c => !was.ContainsKey(c.Released.Id))], left = [.. before.Contributions.Where(c => !now.ContainsKey(c.Released.Id))];
        var stayed = before.Contributions.Where(c => now.ContainsKey(c.Released.Id)).ToList();
        return
        [
            .. ComeAndGone(came, left),
            .. stayed.SelectMany(c => OfOne(c, now[c.Released.Id])),
            .. InOrder(stayed, after) ? Array.Empty<Sentence>() : [Sentence.Of(() => ChangeWords.ContributionsInOrder)],
        ];
    }

    private static IEnumerable<Sentence> ComeAndGone(List<PublishedContribution> came, List<PublishedContribution> left)
    {
        if (came.Count > 0)
            yield return Sentence.Of(() => ChangeWords.ContributionsAdded, came.Count, Titles(came));
        if (left.Count > 0)
            yield return Sentence.Of(() => ChangeWords.ContributionsGone, left.Count, Titles(left));
    }

    // The session is told of already: its title, and when it is.
    private static IEnumerable<Sentence> OfTalk(PublishedContribution before, PublishedContribution after) =>
    [
        .. PeopleSentences.OfSpeakers(before.Authors, after.Authors),
        .. before.Released.Abstract != after.Released.Abstract ? [Sentence.Of(() => ChangeWords.AbstractChanged)] : Array.Empty<Sentence>(),
    ];

    private static IEnumerable<Sentence> OfOne(PublishedContribution before, PublishedContribution after)
    {
        var (was, now) = (before.Released, after.Released);
        if (was.Title != now.Title)
            yield return Sentence.Of(() => ChangeWords.ContributionRetitled, was.Title, now.Title);
        if (was.Code != now.Code)
            yield return now.Code.Length == 0 ? Sentence.Of(() => ChangeWords.ContributionWithoutNumber, now.Title) : Sentence.Of(() => ChangeWords.ContributionNumber, now.Title, now.Code);
        if (was.Minutes != now.Minutes)
            yield return Minutes(was, now);
        foreach (var told in PeopleSentences.OfAuthors(before.Authors, after.Authors))
            yield return Sentence.Of(() => ChangeWords.ContributionPeople, now.Title, told);
        if (was.Abstract != now.Abstract)
            yield return Sentence.Of(() => ChangeWords.ContributionAbstract, now.Title);
    }

    private static Sentence Minutes(ReleasedContribution was, ReleasedContribution now) => (was.Minutes, now.Minutes) switch
    {
        ({ } before, { } after) => Sentence.Of(() => ChangeWords.ContributionMinutesInstead, now.Title, after, before),
        (_, { } after) => Sentence.Of(() => ChangeWords.ContributionMinutes, now.Title, after),
        _ => Sentence.Of(() => ChangeWords.ContributionLengthOpen, now.Title),
    };

    private static Sentence Titles(List<PublishedContribution> contributions) => Sentence.List(contributions.Select(c => Sentence.Of(() => ChangeWords.Quoted, c.Released.Title)));

    private static bool InOrder(List<PublishedContribution> stayed, PublishedSession after)
    {
        var ids = stayed.Select(c => c.Released.Id).ToList();
        return after.Contributions.Select(c => c.Released.Id).Where(ids.ToHashSet().Contains).SequenceEqual(ids);
    }
}
