using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tracks;

/// <summary>Removes a track that nothing uses.</summary>
internal static class RemoveTrack
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/tracks/{trackId:guid}", HandleAsync).WithSummary("Remove a track");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid trackId, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new TrackId(trackId);
        if (await db.Tracks.SingleOrDefaultAsync(t => t.ConferenceId == conference.Id && t.Id == id, cancellation) is not { } track)
            return Problems.Missing("track", trackId);

        if (ifMatch.Refuses(track.Version, () => TrackResponse.Of(track)) is { } stale)
            return stale;

        if (await db.Sessions.CountAsync(s => s.ConferenceId == conference.Id && s.TrackId == id, cancellation) is > 0 and var sessions)
            return Problems.Refused(ConferenceRefusals.InUse("track", track.Name, sessions));

        db.Tracks.Remove(track);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
