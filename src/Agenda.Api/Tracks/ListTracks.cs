using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tracks;

/// <summary>The tracks of the programme, by slug.</summary>
internal static class ListTracks
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/tracks", HandleAsync).WithSummary("List tracks");

    private static async Task<Results<Ok<PageOf<TrackResponse>>, ProblemHttpResult>> HandleAsync([AsParameters] Page page, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var tracks = db.Tracks.Where(t => t.ConferenceId == conference.Id && (page.After == null || string.Compare(t.Slug, page.After) > 0))
            .OrderBy(t => t.Slug).Take(page.Size + 1);
        return TypedResults.Ok(page.Of(await TrackResponse.From(tracks).ToListAsync(cancellation), t => t.Slug));
    }
}
