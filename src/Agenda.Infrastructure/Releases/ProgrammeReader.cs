using Agenda.Domain;
using Agenda.Domain.Releases;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Releases;

/// <summary>Reads a whole programme in a fixed number of queries, whatever its size.</summary>
public static class ProgrammeReader
{
    /// <summary>The programme at one moment; the caller's transaction makes it one.</summary>
    public static async Task<Programme> ReadAsync(AgendaDbContext db, ConferenceId id, CancellationToken cancellation)
    {
        var conference = await db.Conferences.AsNoTracking().SingleAsync(c => c.Id == id, cancellation);
        return new Programme(
            conference,
            await db.Buildings.AsNoTracking().Where(b => b.ConferenceId == id).ToListAsync(cancellation),
            await db.Rooms.AsNoTracking().Where(r => r.ConferenceId == id).ToListAsync(cancellation),
            await db.SessionTypes.AsNoTracking().Where(t => t.ConferenceId == id).ToListAsync(cancellation),
            await db.Tracks.AsNoTracking().Where(t => t.ConferenceId == id).ToListAsync(cancellation),
            await db.People.AsNoTracking().Where(p => p.ConferenceId == id).ToListAsync(cancellation),
            await db.Sessions.AsNoTracking().Where(s => s.ConferenceId == id)
                .Include(s => s.People).Include(s => s.Contributions).ThenInclude(c => c.Authors)
                .AsSplitQuery().ToListAsync(cancellation));
    }
}
