using Agenda.Api.Releases.Changes;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Web;

/// <summary>What a release changed of one session.</summary>
public sealed record SessionNews(int Release, ZonedDateTime PublishedAt, IReadOnlyList<Sentence> Sentences, bool IsMove)
{
    /// <summary>The latest first, up to the release that is shown; that the session came into the programme is no change of it.</summary>
    internal static IReadOnlyList<SessionNews> Of(ShownRelease shown, PublishedSession session, ReleaseHistory history) =>
    [
        .. from release in history.Releases
           where release.Number <= shown.Number
           from change in release.Changes ?? []
           where change.Id == session.Id && !change.IsRemoved && !change.Kinds.Contains(ChangeKind.Added)
           select new SessionNews(
               release.Number, shown.Published.Zone.At(release.PublishedAt), change.Sentences,
               change.Kinds.Contains(ChangeKind.Moved) || change.Kinds.Contains(ChangeKind.RoomChanged)),
    ];
}
