using Agenda.Domain;
using Agenda.Domain.Releases;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Releases;

/// <summary>Reads a whole programme in a fixed number of queries, whatever its size.</summary>
public static class ProgrammeReader
{
    /// <summary>The programme at one moment; the caller's transaction makes it one.</summary>
    public static Task<Programme> ReadAsync(AgendaDbContext db, ConferenceId id, CancellationToken cancellation) => ReadAsync(db, id, QueryTrackingBehavior.NoTracking, cancellation);

    /// <summary>The programme as <see cref="ReadAsync(AgendaDbContext, ConferenceId, CancellationToken)"/>, to be changed and saved.</summary>
    public static Task<Programme> ReadToEditAsync(AgendaDbContext db, ConferenceId id, CancellationToken cancellation) => ReadAsync(db, id, QueryTrackingBehavior.TrackAll, cancellation);

    private static async Task<Programme> ReadAsync(AgendaDbContext db, ConferenceId id, QueryTrackingBehavior tracking, CancellationToken cancellation)
    {
        var conference = await db.Conferences.AsTracking(tracking).SingleAsync(c => c.Id == id, cancellation);
        return new Programme(
            conference,
            await db.Buildings.AsTracking(tracking).Where(b => b.ConferenceId == id).ToListAsync(cancellation),
            await db.Rooms.AsTracking(tracking).Where(r => r.ConferenceId == id).ToListAsync(cancellation),
            await db.SessionTypes.AsTracking(tracking).Where(t => t.ConferenceId == id).ToListAsync(cancellation),
            await db.Tracks.AsTracking(tracking).Where(t => t.ConferenceId == id).ToListAsync(cancellation),
            await db.People.AsTracking(tracking).Where(p => p.ConferenceId == id).ToListAsync(cancellation),
            await db.Sessions.AsTracking(tracking).Where(s => s.ConferenceId == id)
                .Include(s => s.People).Include(s => s.Contributions).ThenInclude(c => c.Authors)
                .AsSplitQuery().ToListAsync(cancellation));
    }
}
