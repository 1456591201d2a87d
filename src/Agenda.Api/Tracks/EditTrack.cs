using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tracks;

/// <summary>Changes what is said of a track.</summary>
internal static class EditTrack
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/tracks/{trackId:guid}", HandleAsync).WithSummary("Edit a track");

    private static async Task<Results<TaggedOk<TrackResponse>, ProblemHttpResult>> HandleAsync(
        Guid trackId, TrackRequest request, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new TrackId(trackId);
        if (await db.Tracks.SingleOrDefaultAsync(t => t.ConferenceId == conference.Id && t.Id == id, cancellation) is not { } track)
            return Problems.Missing("track", trackId);

        if (ifMatch.Refuses(track.Version, () => TrackResponse.Of(track)) is { } stale)
            return stale;

        var slug = request.Slug ?? track.Slug;
        if (await db.Tracks.AnyAsync(t => t.ConferenceId == conference.Id && t.Slug == slug && t.Id != id, cancellation))
            return Problems.Refused(ConferenceRefusals.SlugTaken("track", slug));

        track.Revise(slug, request.Name, request.Colour);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Ok(track.Version, TrackResponse.Of(track));
    }
}
