using Agenda.Api.Http;
using Agenda.Domain.Conferences;
using Agenda.Domain.Text;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tracks;

/// <summary>Adds a track.</summary>
internal static class AddTrack
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/tracks", HandleAsync).WithSummary("Add a track");

    private static async Task<Results<TaggedCreated<TrackResponse>, ProblemHttpResult>> HandleAsync(
        TrackRequest request, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var taken = (await db.Tracks.Where(t => t.ConferenceId == conference.Id).Select(t => t.Slug).ToListAsync(cancellation)).ToHashSet();
        if (request.Slug is { } asked && taken.Contains(asked))
            return Problems.Refused(ConferenceRefusals.SlugTaken("track", asked));

        var track = new Track(conference.Conference, request.Slug ?? Slug.Free(request.Name, "track", taken.Contains), request.Name, request.Colour);
        db.Tracks.Add(track);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}/tracks/{track.Id.Value}", track.Version, TrackResponse.Of(track));
    }
}
