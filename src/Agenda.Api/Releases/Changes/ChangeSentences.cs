using Agenda.Api.Web;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>A change in plain words: the one place in which pages, feeds and the API say what happened to a session.</summary>
internal static class ChangeSentences
{
    private static readonly Dictionary<ChangeKind, Sentence> InGeneral = new()
    {
        [ChangeKind.Moved] = Sentence.Of(() => ChangeWords.TimeChanged),
        [ChangeKind.PeopleChanged] = Sentence.Of(() => ChangeWords.PeopleNamedOtherwise),
        [ChangeKind.ContributionsChanged] = Sentence.Of(() => ChangeWords.DetailsChanged),
        [ChangeKind.ResourceChanged] = Sentence.Of(() => ChangeWords.OtherOrder),
        [ChangeKind.Relabelled] = Sentence.Of(() => ChangeWords.MarkedOtherwise),
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

        // Whoever asks first, all readers are told the same.
        return Locale.English.Make(() => told.DistinctBy(sentence => sentence.Text, StringComparer.Ordinal).ToArray());
    }

    private static List<Sentence> Of(ChangeKind kind, IReadOnlyList<ChangeKind> kinds, PublishedSession before, PublishedSession after)
    {
        IEnumerable<Sentence> told = kind switch
        {
            ChangeKind.Cancelled => [Sentence.Of(() => ChangeWords.Cancelled)],
            ChangeKind.Reinstated => [Sentence.Of(() => ChangeWords.Reinstated)],
            ChangeKind.Moved => PlanSentences.OfMoved(before, after, true, kinds.Contains(ChangeKind.RoomChanged)),
            ChangeKind.RoomChanged => kinds.Contains(ChangeKind.Moved) ? [] : PlanSentences.OfMoved(before, after, false, true),
            ChangeKind.Retitled => NameSentences.OfRetitled(before, after),
            ChangeKind.PeopleChanged => PeopleSentences.Of(before, after),
            ChangeKind.AbstractChanged => [OfAbstract(before, after)],
            ChangeKind.ContributionsChanged => ContributionSentences.Of(before, after),
            ChangeKind.ResourceChanged => NameSentences.OfResources(before, after),
            ChangeKind.Reclassified => NameSentences.OfReclassified(before, after),
            ChangeKind.Relabelled => NameSentences.OfRelabelled(before, after),
            _ => [],
        };
        var sentences = told.ToList();
        return sentences.Count == 0 && InGeneral.TryGetValue(kind, out var general) ? [general] : sentences;
    }

    private static Sentence OfAbstract(PublishedSession before, PublishedSession after) =>
        before.Abstract is null ? Sentence.Of(() => ChangeWords.AbstractIsNew)
        : after.Abstract is null ? Sentence.Of(() => ChangeWords.AbstractIsGone)
        : Sentence.Of(() => ChangeWords.AbstractChanged);
}
