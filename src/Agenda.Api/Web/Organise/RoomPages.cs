using Agenda.Api.Http;
using Agenda.Api.Rooms;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Organise;

/// <summary>The rooms with what they are used for, and the form for one of them.</summary>
internal static class RoomPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/rooms", ListAsync);
        pages.MapGet("/rooms/new", (HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) => EditAsync(null, http, conference, db, cancellation));
        pages.MapGet("/rooms/{roomId:guid}", (Guid roomId, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) => EditAsync(roomId, http, conference, db, cancellation));
    }

    private static async Task<IResult> ListAsync(HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        return OrganisePages.Show<RoomListPage>(new()
        {
            [nameof(RoomListPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(RoomListPage.Rooms)] = await AllAsync(conference, db, cancellation),
            [nameof(RoomListPage.Used)] = await UsedAsync(conference, db, cancellation),
        });
    }

    private static async Task<IResult> EditAsync(Guid? roomId, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var rooms = await AllAsync(conference, db, cancellation);
        var room = rooms.Find(r => r.Id == roomId);
        if (roomId is not null && room is null)
            return Accounts.Missing.Page(http);

        var id = room is null ? default : new RoomId(room.Id);
        var sessions = room is null ? [] : await db.Sessions.AsNoTracking().Where(s => s.ConferenceId == conference.Id && s.RoomId == id).OrderBy(s => s.Code)
            .Select(s => new NamedSession(s.Id.Value, s.Code, s.Title)).ToListAsync(cancellation);
        return OrganisePages.Show<RoomEditorPage>(new()
        {
            [nameof(RoomEditorPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(RoomEditorPage.Room)] = room,
            [nameof(RoomEditorPage.Others)] = rooms.Where(r => r.Id != roomId).ToList(),
            [nameof(RoomEditorPage.Sessions)] = sessions,
        });
    }

    /// <summary>How many sessions are placed in each, by the room's id.</summary>
    public static Task<Dictionary<Guid, int>> UsedAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation) =>
        db.Sessions.AsNoTracking().Where(s => s.ConferenceId == conference.Id && s.RoomId != null).GroupBy(s => s.RoomId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.Value, g => g.Count, cancellation);

    /// <summary>What is special about a room: online, combined of others, with opening hours.</summary>
    public static string KindOf(RoomResponse room, IReadOnlyList<RoomResponse> rooms) => room.Virtual ? OrganiseWords.VirtualRoom
        : room.Parts.Count > 0 ? Phrases.Fill(OrganiseWords.CombinedOf, string.Join(", ", rooms.Where(r => room.Parts.Contains(r.Slug)).Select(r => r.Name)))
        : room.OpeningHours.Count > 0 ? OrganiseWords.HasHours : "";

    /// <summary>In the order in which they stand in the programme.</summary>
    public static async Task<List<RoomResponse>> AllAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var rooms = await RoomResponse.ListAsync(db, conference, db.Rooms.Where(r => r.ConferenceId == conference.Id), cancellation);
        return [.. rooms.OrderBy(r => r.Order).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Slug, StringComparer.Ordinal)];
    }
}

/// <summary>A session by its code and title.</summary>
public sealed record NamedSession(Guid Id, string Code, string Title);
