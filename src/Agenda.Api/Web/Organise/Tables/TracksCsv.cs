using Agenda.Api.Http;
using Agenda.Api.Tracks;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Organise.Tables;

/// <summary>The tracks.</summary>
internal static class TracksCsv
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/tracks.csv", HandleAsync);

    private static async Task<PushStreamHttpResult> HandleAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var tracks = await TrackResponse.From(db.Tracks.Where(t => t.ConferenceId == conference.Id).OrderBy(t => t.Slug)).ToListAsync(cancellation);
        var used = await KindPages.OfTrackAsync(conference, db, cancellation);
        return CsvTable.Download(
            $"tracks-{conference.Slug}.csv",
            [OrganiseWords.Name, OrganiseWords.Slug, OrganiseWords.Colour, OrganiseWords.Sessions],
            [.. tracks.Select(t => (string?[])[t.Name, t.Slug, t.Colour, Cell.Of(used.GetValueOrDefault(t.Id))])]);
    }
}
