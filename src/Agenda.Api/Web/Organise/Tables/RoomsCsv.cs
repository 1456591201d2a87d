using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Web.Organise.Tables;

/// <summary>The rooms, in the order of the programme.</summary>
internal static class RoomsCsv
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/rooms.csv", HandleAsync);

    private static async Task<PushStreamHttpResult> HandleAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var rooms = await RoomPages.AllAsync(conference, db, cancellation);
        var used = await RoomPages.UsedAsync(conference, db, cancellation);
        return CsvTable.Download(
            $"rooms-{conference.Slug}.csv",
            [OrganiseWords.Name, OrganiseWords.Slug, OrganiseWords.Building, OrganiseWords.Capacity, OrganiseWords.RoomKind, OrganiseWords.Sessions],
            [.. rooms.Select(r => (string?[])[r.Name, r.Slug, r.Building, Cell.Of(r.Capacity), RoomPages.KindOf(r, rooms), Cell.Of(used.GetValueOrDefault(r.Id))])]);
    }
}
