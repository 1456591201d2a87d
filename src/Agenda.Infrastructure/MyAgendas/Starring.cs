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
    public static async Task<Starred> PutAsync(AgendaDbContext db, MyAgenda mine, SessionId session, PublishedAgendas agendas, Instant now, CancellationToken cancellation)
    {
        if (await db.Stars.AnyAsync(s => s.MyAgendaId == mine.Id && s.SessionId == session, cancellation))
            return Starred.Already;

        var found = await db.Sessions.AsNoTracking().Where(s => s.Id == session)
            .Join(db.Conferences.AsNoTracking(), s => s.ConferenceId, c => c.Id, (_, c) => new { c.Id, c.Slug }).SingleOrDefaultAsync(cancellation);
        if (found is null || (await agendas.NewestAsync(found.Slug, cancellation))?.PlaceOf(session) is null)
            return Starred.Unknown;
        if (await db.Stars.CountAsync(s => s.MyAgendaId == mine.Id, cancellation) >= MyAgenda.MostStars)
            return Starred.TooMany;

        db.Stars.Add(new Star(mine.Id, found.Id, session, now));
        mine.Changed(now);
        await db.SaveChangesAsync(cancellation);
        return Starred.Done;
    }

    /// <summary>Takes the star from a session and saves; whether it had one.</summary>
    public static async Task<bool> RemoveAsync(AgendaDbContext db, MyAgenda mine, SessionId session, Instant now, CancellationToken cancellation)
    {
        if (await db.Stars.SingleOrDefaultAsync(s => s.MyAgendaId == mine.Id && s.SessionId == session, cancellation) is not { } star)
            return false;

        db.Stars.Remove(star);
        mine.Changed(now);
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
