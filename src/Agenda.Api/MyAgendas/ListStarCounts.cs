using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.MyAgendas;

/// <summary>How many attendees have starred each session, beside how many its room seats.</summary>
internal static class ListStarCounts
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/star-counts", HandleAsync)
        .WithSummary("Count the stars of sessions")
        .WithDescription("How many attendees have starred each session, by code, with the seats of its room: a hint where a larger room is wanted. Who they are is known to nobody.");

    private static async Task<Ok<PageOf<StarCountResponse>>> HandleAsync([AsParameters] Page page, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var sessions = conference.SeenSessions.AsNoTracking().Where(s => page.After == null || string.Compare(s.Code, page.After) > 0).OrderBy(s => s.Code).Take(page.Size + 1);
        var counts = await sessions.Select(s => new
        {
            s.Id,
            s.Code,
            s.Title,
            Stars = db.Stars.Count(star => star.SessionId == s.Id),
            Room = db.Rooms.Where(r => r.Id == s.RoomId).Select(r => new { r.Slug, r.Capacity }).FirstOrDefault(),
        }).ToListAsync(cancellation);
        return TypedResults.Ok(page.Of([.. counts.Select(c => new StarCountResponse(c.Id.Value, c.Code, c.Title, c.Stars, c.Room?.Slug, c.Room?.Capacity))], c => c.Code));
    }
}

/// <summary>How many attendees have starred a session.</summary>
/// <param name="Session">Its id.</param>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Stars">How many.</param>
/// <param name="Room">The slug of the room in which it is now; null for none.</param>
/// <param name="Capacity">The seats of that room; null when not known.</param>
public sealed record StarCountResponse(Guid Session, string Code, string Title, int Stars, string? Room, int? Capacity);
