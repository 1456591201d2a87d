using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure.MyAgendas;

/// <summary>A star with what a feed needs beside the release: whether and since when its conference lets feeds tell where sessions are joined online, and the session's own link.</summary>
public sealed record StarredSession(string Conference, SessionId Session, bool ShowsLinks, Instant? ChosenAt, JoinLink? Link)
{
    /// <summary>What somebody starred, by conference.</summary>
    public static async Task<IReadOnlyList<StarredSession>> ListAsync(AgendaDbContext db, MyAgendaId myAgenda, CancellationToken cancellation)
    {
        var rows = await (
            from star in db.Stars.AsNoTracking()
            where star.MyAgendaId == myAgenda
            join conference in db.Conferences on star.ConferenceId equals conference.Id
            join session in db.Sessions on star.SessionId equals session.Id into sessions
            from session in sessions.DefaultIfEmpty()
            orderby conference.Slug
            select new
            {
                conference.Slug,
                star.SessionId,
                conference.JoinLinksInFeeds,
                conference.JoinLinksChangedAt,
                Url = (string?)session.JoinUrl,
                ChangedAt = session == null ? null : session.JoinChangedAt,
            }).ToListAsync(cancellation);
        return [.. rows.Select(r => new StarredSession(r.Slug, r.SessionId, r.JoinLinksInFeeds, r.JoinLinksChangedAt, r.ChangedAt is { } at ? new JoinLink(r.Url, at) : null))];
    }

    /// <summary>The links of rooms that have one or had one, in all conferences in which something is starred. In which room a session is, the release says.</summary>
    public static async Task<IReadOnlyDictionary<RoomId, JoinLink>> RoomLinksAsync(AgendaDbContext db, MyAgendaId myAgenda, CancellationToken cancellation)
    {
        var rooms = await db.Rooms.AsNoTracking()
            .Where(r => r.JoinChangedAt != null && db.Stars.Any(s => s.MyAgendaId == myAgenda && s.ConferenceId == r.ConferenceId))
            .Select(r => new { r.Id, r.JoinUrl, r.JoinChangedAt }).ToListAsync(cancellation);
        return rooms.ToDictionary(r => r.Id, r => new JoinLink(r.JoinUrl, r.JoinChangedAt!.Value));
    }
}
