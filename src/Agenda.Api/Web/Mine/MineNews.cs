using Agenda.Api.Releases.Changes;
using Agenda.Domain.MyAgendas;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Mine;

/// <summary>What a release changed of a session, after somebody starred it.</summary>
/// <param name="Conference">Where it is read.</param>
/// <param name="Address">The session's page; null where it has none any more.</param>
/// <param name="Clashes">Whether it was moved, and is at the same time as something else that they starred.</param>
public sealed record MineNews(ShownRelease Conference, int Release, ZonedDateTime PublishedAt, string Code, string Title, string? Address, IReadOnlyList<Sentence> Sentences, bool Clashes)
{
    private const int Most = 50;

    /// <summary>The latest first.</summary>
    internal static async Task<IReadOnlyList<MineNews>> ReadAsync(MyAgenda mine, MineView view, AgendaDbContext db, ReleaseHistories histories, CancellationToken cancellation)
    {
        var news = new List<(Instant At, MineNews News)>();
        var starred = view.Count == 0 ? [] : await db.Stars.AsNoTracking().Where(s => s.MyAgendaId == mine.Id).ToDictionaryAsync(s => s.SessionId, s => s.StarredAt, cancellation);
        foreach (var conference in view.Conferences)
        {
            if (await histories.OfAsync(conference.Shown.Slug, cancellation) is not var (_, history))
                continue;

            news.AddRange(
                from release in history.Releases
                from change in release.Changes ?? []
                where starred.TryGetValue(change.Id, out var since) && since < release.PublishedAt && !change.Kinds.Contains(ChangeKind.Added)
                select (release.PublishedAt, Of(release, change, conference.Shown, view)));
        }

        return [.. news.OrderByDescending(n => n.At).Take(Most).Select(n => n.News)];
    }

    private static MineNews Of(ToldRelease release, ToldChange change, ShownRelease shown, MineView view)
    {
        var now = shown.Published.PlaceOf(change.Id) is { } place ? shown.Published.Sessions[place] : null;
        return new(
            shown, release.Number, shown.Published.Zone.At(release.PublishedAt), now?.Code ?? change.Code, now?.Title ?? change.Title, now is null ? null : shown.Of(now), change.Sentences,
            now is not null && change.Kinds.Contains(ChangeKind.Moved) && view.Clashing(now));
    }
}
