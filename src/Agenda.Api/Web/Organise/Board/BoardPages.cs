using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Api.SessionTypes;
using Agenda.Api.Tracks;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Web.Organise.Board;

/// <summary>The board: a day with its rooms as columns and the time as rows, what has no place yet beside it, and what is wrong.</summary>
internal static class BoardPages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/board", HandleAsync);

    private static async Task<IResult> HandleAsync(
        [FromQuery(Name = "day")] string? asked, HttpContext http, EditedConference conference, ConflictWatch watch, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var desk = await Desk.OfAsync(http, conference, db, cancellation);
        var entered = await Entered.ReadAsync(conference, db, cancellation);
        // What was placed before the conference's days were changed has to be found somewhere.
        List<LocalDate> days = [.. desk.Days.Concat(entered.Sessions.Select(s => s.Placement?.Day).OfType<LocalDate>()).Distinct().Order()];
        var today = conference.Zone.At(clock.Now()).Date;
        var usual = days.Contains(today) ? today : desk.FirstDay;
        if (LocalDatePattern.Iso.Parse(asked ?? LocalDatePattern.Iso.Format(usual)) is not { Success: true, Value: var day } || !days.Contains(day))
            return Accounts.Missing.Page(http);

        var (id, found) = (conference.Id, ConflictCheck.All(await watch.ReadAsync(cancellation)).Items);
        var conflicts = (await ConflictTelling.OfAsync(db, conference, found, cancellation)).Tell(found, conference);
        var types = await SessionTypeResponse.From(db.SessionTypes.Where(t => t.ConferenceId == id)).ToDictionaryAsync(t => t.Code, cancellation);
        var tracks = await TrackResponse.From(db.Tracks.Where(t => t.ConferenceId == id)).ToDictionaryAsync(t => t.Slug, cancellation);
        var rooms = await RoomPages.AllAsync(conference, db, cancellation);
        return OrganisePages.Show<BoardPage>(new()
        {
            [nameof(BoardPage.Desk)] = desk,
            [nameof(BoardPage.Day)] = day,
            [nameof(BoardPage.Days)] = days,
            [nameof(BoardPage.Layout)] = BoardLayout.Of([.. entered.Sessions.Where(s => s.Placement?.Day == day)], rooms, types),
            [nameof(BoardPage.Unplaced)] = entered.Sessions.Where(s => s.Placement is null && s.Status != Domain.Sessions.SessionStatus.Cancelled).ToList(),
            [nameof(BoardPage.Markup)] = new BoardMarkup(desk, entered, rooms.ToDictionary(r => r.Slug, r => r.Name), types, tracks, conflicts),
            [nameof(BoardPage.Conflicts)] = conflicts,
        });
    }
}
