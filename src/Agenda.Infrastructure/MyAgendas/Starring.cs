using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure.MyAgendas;

/// <summary>Putting stars and taking them away, whoever asks for it: what is so already stays so.</summary>
public static class Starring
{
    /// <summary>Stars a session that the newest release of its conference shows, and saves. A draft is no more there than a session that never was.</summary>
    public static async Task<Starred> PutAsync(
        AgendaDbContext db, MyAgenda mine, SessionId session, PublishedAgendas agendas, Instant now, Instant? pressedAt, CancellationToken cancellation)
    {
        if (await db.Stars.AnyAsync(s => s.MyAgendaId == mine.Id && s.SessionId == session, cancellation))
            return Starred.Already;

        if (await ConferenceOfAsync(db, session, agendas, cancellation) is not { } conference)
            return Starred.Unknown;
        if (await db.Stars.CountAsync(s => s.MyAgendaId == mine.Id, cancellation) >= MyAgenda.MostStars)
            return Starred.TooMany;

        db.Stars.Add(new Star(mine.Id, conference, session, pressedAt ?? now));
        mine.Changed(now);
        await db.SaveChangesAsync(cancellation);
        return Starred.Done;
    }

    // What is published counts, as everywhere: a draft is no more there than a session that never was, and one that is only taken out of the
    // programme so far is there still.
    private static async Task<ConferenceId?> ConferenceOfAsync(AgendaDbContext db, SessionId session, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var slug = await db.Sessions.AsNoTracking().Where(s => s.Id == session)
            .Join(db.Conferences.AsNoTracking(), s => s.ConferenceId, c => c.Id, (_, c) => c.Slug).SingleOrDefaultAsync(cancellation);
        await agendas.EnsureKnownAsync(cancellation);
        foreach (var candidate in slug is null ? agendas.Slugs : [slug])
        {
            if (await agendas.NewestAsync(candidate, cancellation) is { } agenda && agenda.PlaceOf(session) is not null)
                return agenda.Conference.Id;
        }

        return null;
    }

    /// <summary>
    /// Takes the star from a session and saves; whether it had one. Where somebody pressed some time ago, on a device without network, a star that was put
    /// since on another stays.
    /// </summary>
    public static async Task<bool> RemoveAsync(AgendaDbContext db, MyAgenda mine, SessionId session, Instant now, Instant? pressedAt, CancellationToken cancellation)
    {
        if (await db.Stars.SingleOrDefaultAsync(s => s.MyAgendaId == mine.Id && s.SessionId == session, cancellation) is not { } star || star.StarredAt > pressedAt)
            return false;

        db.Stars.Remove(star);
        mine.Changed(now);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Puts the stars of one agenda into another as well, and saves; false where they would be too many, and nothing is done.</summary>
    public static async Task<bool> MergeAsync(AgendaDbContext db, MyAgenda from, MyAgenda into, Instant now, CancellationToken cancellation)
    {
        var there = await db.Stars.CountAsync(s => s.MyAgendaId == into.Id, cancellation);
        var brought = await db.Stars.AsNoTracking().Where(s => s.MyAgendaId == from.Id && !db.Stars.Any(o => o.MyAgendaId == into.Id && o.SessionId == s.SessionId)).ToListAsync(cancellation);
        if (there + brought.Count > MyAgenda.MostStars)
            return false;

        db.Stars.AddRange(brought.Select(s => new Star(into.Id, s.ConferenceId, s.SessionId, s.StarredAt)));
        into.Changed(now);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}

/// <summary>What became of a wish to star a session.</summary>
public enum Starred
{
    Done,
    Already,
    Unknown,
    TooMany,
}
