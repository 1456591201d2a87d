using Agenda.Api.Releases.Changes;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Web;

/// <summary>What one release changed, or what is different between two, as a part of a page.</summary>
/// <param name="Release">The release that it leads to.</param>
/// <param name="PublishedAt">When that came out, on the clocks of the conference.</param>
/// <param name="Note">With which words.</param>
/// <param name="Summary">What is said in place of a list.</param>
/// <param name="Changes">Each with the address of its session.</param>
/// <param name="More">How many there are besides.</param>
public sealed record ReleaseSection(int Release, ZonedDateTime PublishedAt, string? Note, string? Summary, IReadOnlyList<(ToldChange Change, string Address)> Changes, int More)
{
    // A page that tells of one release may be long, one that tells of many may not.
    private const int MostOfMany = 50, MostOfOne = 1_000;

    internal static ReleaseSection Of(ToldRelease told, PeopleAskedFor people, ShownRelease shown)
    {
        var (summary, changes) = (ChangesHtml.Summary(told, people), told.ChangesOf(people));
        return new(
            told.Number, shown.Published.Zone.At(told.PublishedAt), told.Note, summary,
            summary is null ? Addressed(changes.Take(MostOfMany), shown, told.Number - 1, told.Number) : [], summary is null ? Math.Max(0, changes.Count - MostOfMany) : told.Count ?? 0);
    }

    internal static ReleaseSection Of(PublishedAgenda? older, PublishedAgenda newer, PeopleAskedFor people, ShownRelease shown)
    {
        var changes = ToldChange.Between(older, newer).Where(c => people.Concern(c.People)).ToList();
        return new(
            newer.Document.Number, newer.Zone.At(newer.Document.PublishedAt), newer.Document.Note, changes.Count == 0 ? Words.NoSessionIsDifferent : null,
            Addressed(changes.Take(MostOfOne), shown, older?.Document.Number ?? 0, newer.Document.Number), Math.Max(0, changes.Count - MostOfOne));
    }

    private static List<(ToldChange, string)> Addressed(IEnumerable<ToldChange> changes, ShownRelease shown, int before, int after) =>
        [.. changes.Select(c => (c, shown.Session(c.Code, c.ReadIn(shown.Newest, before, after))))];
}
