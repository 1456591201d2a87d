using Agenda.Api.Http;
using Agenda.Api.Rooms;
using Agenda.Api.Sessions;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Organise.Sheets;

/// <summary>What a chair has on the table: a sheet of paper for each session.</summary>
internal static class ChairSheets
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/chair-sheets", HandleAsync);

    private static async Task<IResult> HandleAsync(
        [FromQuery] string? session, [FromQuery] string? day, HttpContext http, EditedConference conference, PublishedAgendas published, AgendaDbContext db, CancellationToken cancellation)
    {
        var entered = await Entered.ReadAsync(conference, db, cancellation);
        var one = string.IsNullOrEmpty(session) ? null : entered.Sessions.FirstOrDefault(s => s.Id.ToString() == session);
        if (one is null && !string.IsNullOrEmpty(session))
            return Accounts.Missing.Page(http);

        var rooms = await RoomPages.AllAsync(conference, db, cancellation);
        var inRooms = InRooms.Of(entered, conference.OnlyChairedBy is null ? null : await published.NewestAsync(conference.Slug, cancellation), rooms);
        var all = entered.Sessions.Where(s => s.Status != SessionStatus.Cancelled && !entered.Breaks.Contains(s.Type)).OrderBy(s => s.Placement?.Start is null).ThenBy(s => s.Placement?.Start).ThenBy(s => s.Code, StringComparer.Ordinal).ToList();
        var asked = one is not null ? [one] : all.Where(s => string.IsNullOrEmpty(day) || s.Placement is { } placed && SheetTimes.Iso(placed.Day) == day);
        return OrganisePages.Show<ChairSheetsPage>(new()
        {
            [nameof(ChairSheetsPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(ChairSheetsPage.Entered)] = entered,
            [nameof(ChairSheetsPage.Session)] = session,
            [nameof(ChairSheetsPage.Day)] = day,
            [nameof(ChairSheetsPage.All)] = all,
            [nameof(ChairSheetsPage.About)] = await AboutAsync(conference, cancellation),
            [nameof(ChairSheetsPage.Sheets)] = asked.Select(s => SheetOf(s, rooms, inRooms)).ToList(),
        });
    }

    private static ChairSheet SheetOf(SessionResponse session, List<RoomResponse> rooms, InRooms inRooms)
    {
        var (before, after) = inRooms.Around(session);
        return new(session, rooms.Find(r => r.Slug == session.Placement?.Room), before, after);
    }

    private static async Task<Dictionary<Guid, ForTheChair>> AboutAsync(EditedConference conference, CancellationToken cancellation)
    {
        var withEmail = conference.ShowsPrivate;
        return await conference.SeenPeople.Where(p => p.Email != null || p.Pronunciation != null).Select(p => new { p.Id, p.Email, p.Pronunciation })
            .ToDictionaryAsync(p => p.Id.Value, p => new ForTheChair(p.Pronunciation, withEmail ? p.Email : null), cancellation);
    }
}

/// <summary>What a chair wants to know of somebody.</summary>
/// <param name="Pronunciation">How the name is spoken; null where nobody has said.</param>
/// <param name="Email">Null for whoever may not see it.</param>
public sealed record ForTheChair(string? Pronunciation, string? Email);

/// <summary>A session as its chair has it on the table.</summary>
/// <param name="Before">What is in the room before; null for nothing.</param>
/// <param name="After">What is in the room afterwards; null for nothing.</param>
public sealed record ChairSheet(SessionResponse Session, RoomResponse? Room, RoomUse? Before, RoomUse? After);
