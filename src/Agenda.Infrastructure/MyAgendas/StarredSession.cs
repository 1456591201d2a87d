using Agenda.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure.MyAgendas;

/// <summary>A star with what a feed needs of its session beside the release: where it is joined online, and when that last changed.</summary>
/// <param name="JoinUrl">Null where there is none, or where the conference keeps it out of feeds.</param>
/// <param name="JoinChangedAt">When any part of that changed last; null for never.</param>
public sealed record StarredSession(string Conference, SessionId Session, string? JoinUrl, Instant? JoinChangedAt)
{
    /// <summary>What somebody starred, by conference. The rooms' links are those of the rooms in which the sessions are now.</summary>
    public static async Task<IReadOnlyList<StarredSession>> ListAsync(AgendaDbContext db, MyAgendaId myAgenda, CancellationToken cancellation)
    {
        var rows = await (
            from star in db.Stars.AsNoTracking()
            where star.MyAgendaId == myAgenda
            join conference in db.Conferences on star.ConferenceId equals conference.Id
            join session in db.Sessions on star.SessionId equals session.Id into sessions
            from session in sessions.DefaultIfEmpty()
            join room in db.Rooms on session.RoomId equals room.Id into rooms
            from room in rooms.DefaultIfEmpty()
            orderby conference.Slug
            select new
            {
                conference.Slug,
                star.SessionId,
                conference.JoinLinksInFeeds,
                conference.JoinLinksChangedAt,
                SessionUrl = (string?)session.JoinUrl,
                SessionChangedAt = session == null ? null : session.JoinChangedAt,
                RoomUrl = (string?)room.JoinUrl,
                RoomChangedAt = room == null ? null : room.JoinChangedAt,
            }).ToListAsync(cancellation);
        return [.. rows.Select(r => new StarredSession(
            r.Slug,
            r.SessionId,
            r.JoinLinksInFeeds ? r.SessionUrl ?? r.RoomUrl : null,
            r.JoinLinksInFeeds || r.JoinLinksChangedAt is not null ? Latest(r.JoinLinksChangedAt, r.SessionChangedAt, r.RoomChangedAt) : null))];
    }

    private static Instant? Latest(params ReadOnlySpan<Instant?> moments)
    {
        Instant? latest = null;
        foreach (var moment in moments)
        {
            if (moment is { } at && (latest is null || at > latest))
                latest = at;
        }

        return latest;
    }
}
