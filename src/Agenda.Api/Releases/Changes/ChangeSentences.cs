using Agenda.Domain.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>A change in plain English: the one place in which pages, feeds and the API say what happened to a session.</summary>
internal static class ChangeSentences
{
    private static readonly Dictionary<ChangeKind, Sentence> InGeneral = new()
    {
        [ChangeKind.Moved] = Sentence.Ours("Its time changed."),
        [ChangeKind.PeopleChanged] = Sentence.Ours("Its people are named otherwise."),
        [ChangeKind.ContributionsChanged] = Sentence.Ours("Details of its contributions changed."),
        [ChangeKind.ResourceChanged] = Sentence.Ours("What belongs to it comes in another order."),
        [ChangeKind.Relabelled] = Sentence.Ours("What it belongs to is marked otherwise."),
    };

    /// <summary>What happened, the most important first; at least one sentence.</summary>
    public static IReadOnlyList<Sentence> Of(IReadOnlyList<ChangeKind> kinds, PublishedSession? before, PublishedSession? after)
    {
        var told = (before, after) switch
        {
            (null, { }) => PlanSentences.OfAdded(after),
            ({ }, null) => [PlanSentences.OfRemoved(before)],
            ({ }, { }) => kinds.SelectMany(kind => Of(kind, kinds, before, after)),
            _ => [],
        };
        return [.. told.DistinctBy(sentence => sentence.Text, StringComparer.Ordinal)];
    }

    private static List<Sentence> Of(ChangeKind kind, IReadOnlyList<ChangeKind> kinds, PublishedSession before, PublishedSession after)
    {
        IEnumerable<Sentence> told = kind switch
        {
            ChangeKind.Cancelled => [Sentence.Ours("Cancelled.")],
            ChangeKind.Reinstated => [Sentence.Ours("Takes place after all.")],
            ChangeKind.Moved => PlanSentences.OfMoved(before, after, true, kinds.Contains(ChangeKind.RoomChanged)),
            ChangeKind.RoomChanged => kinds.Contains(ChangeKind.Moved) ? [] : PlanSentences.OfMoved(before, after, false, true),
            ChangeKind.Retitled => NameSentences.OfRetitled(before, after),
            ChangeKind.PeopleChanged => PeopleSentences.Of(before, after),
            ChangeKind.AbstractChanged => [Sentence.Ours(before.Abstract is null ? "Has an abstract now." : after.Abstract is null ? "Has no abstract any more." : "The abstract changed.")],
            ChangeKind.ContributionsChanged => ContributionSentences.Of(before, after),
            ChangeKind.ResourceChanged => NameSentences.OfResources(before, after),
            ChangeKind.Reclassified => NameSentences.OfReclassified(before, after),
            ChangeKind.Relabelled => NameSentences.OfRelabelled(before, after),
            _ => [],
        };
        var sentences = told.ToList();
        return sentences.Count == 0 && InGeneral.TryGetValue(kind, out var general) ? [general] : sentences;
    }
}
