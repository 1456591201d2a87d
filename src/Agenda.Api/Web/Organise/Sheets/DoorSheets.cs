using Agenda.Api.Http;
using Agenda.Api.Rooms;
using Agenda.Api.Sessions;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Agenda.Api.Web.Organise.Sheets;

/// <summary>What hangs at the doors: a sheet of paper for each room and day.</summary>
internal static class DoorSheets
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/door-sheets", HandleAsync);

    private static async Task<IResult> HandleAsync(
        [FromQuery] string? day, [FromQuery] string? room, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var entered = await Entered.ReadAsync(conference, db, cancellation);
        var rooms = await RoomPages.AllAsync(conference, db, cancellation);
        return OrganisePages.Show<DoorSheetsPage>(new()
        {
            [nameof(DoorSheetsPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(DoorSheetsPage.Entered)] = entered,
            [nameof(DoorSheetsPage.Day)] = day,
            [nameof(DoorSheetsPage.Room)] = room,
            [nameof(DoorSheetsPage.Sheets)] = Of(entered, rooms).Where(s => Is(day, s.Day.ToString("uuuu-MM-dd", null)) && Is(room, s.Room.Slug)).ToList(),
        });
    }

    // Drafts are nobody's business at a door; what is cancelled is: people come for it.
    private static IEnumerable<DoorSheet> Of(Entered entered, List<RoomResponse> rooms)
    {
        var placed = entered.Sessions.Where(s => s.Placement?.Room is not null && s.Status != SessionStatus.Draft).ToList();
        var names = rooms.ToDictionary(r => r.Slug, r => r.Name);
        foreach (var day in placed.Select(s => s.Placement!.Day).Distinct().Order())
        {
            foreach (var room in rooms)
            {
                // A room with its folding wall open has one door on each side.
                var around = rooms.Where(r => r.Slug == room.Slug || r.Parts.Contains(room.Slug)).Select(r => r.Slug).ToHashSet();
                var lines = placed.Where(s => s.Placement!.Day == day && around.Contains(s.Placement.Room!)).OrderBy(s => s.Placement!.Start).ThenBy(s => s.Code, StringComparer.Ordinal)
                    .Select(s => new DoorLine(s, s.Placement!.Room == room.Slug ? null : names[s.Placement.Room!])).ToList();
                if (lines.Count > 0)
                    yield return new(room, day, lines);
            }
        }
    }

    private static bool Is(string? asked, string value) => string.IsNullOrEmpty(asked) || asked == value;
}

/// <summary>What is in a room on a day.</summary>
public sealed record DoorSheet(RoomResponse Room, LocalDate Day, IReadOnlyList<DoorLine> Lines);

/// <summary>A session at a door.</summary>
/// <param name="Combined">The combined room that it is in, of which this one is a part; null where it is in the room itself.</param>
public sealed record DoorLine(SessionResponse Session, string? Combined);
