using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tracks;

/// <summary>One track with its ETag.</summary>
internal static class ReadTrack
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/tracks/{trackId:guid}", HandleAsync).WithSummary("Read a track");

    private static async Task<Results<TaggedOk<TrackResponse>, ProblemHttpResult>> HandleAsync(Guid trackId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new TrackId(trackId);
        return await TrackResponse.From(db.Tracks.Where(t => t.ConferenceId == conference.Id && t.Id == id)).SingleOrDefaultAsync(cancellation) is { } track
            ? Tagged.Ok(track.Version, track)
            : Problems.Missing("track", trackId);
    }
}
