using System.Globalization;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Api.Tests.Web.Grid;

/// <summary>Where sessions are drawn: in true proportions, none behind another.</summary>
public sealed class DayGridTests
{
    private static readonly LocalDate Monday = new(2024, 1, 8);

    private static readonly Dictionary<string, (ReleasedSession[] Sessions, string[] Rooms, string[] Places)> Cases = new()
    {
        ["a plenary is across all rooms, and hours without sessions are folded"] = (
            [Talk("KN", "09:00", 30, Harbour.Hall, Harbour.Keynote), Talk("A", "14:00", 150), Talk("B", "14:00", 60, Harbour.Online)],
            ["Birch Room", "Online Room"],
            ["KN 0+6 c1-2", "A 10+30 c1", "B 10+12 c2"]),
        ["a plenary keeps to its room while something else goes on"] = (
            [Talk("KN", "09:00", 30, Harbour.Hall, Harbour.Keynote), Talk("A", "09:15", 60)],
            ["Great Hall", "Birch Room"],
            ["KN 0+6 c1", "A 3+12 c2"]),
        ["a day of plenaries alone"] = ([Talk("KN", "09:00", 30, Harbour.Hall, Harbour.Keynote)], ["Everybody"], ["KN 0+6 c1"]),
        ["exact, overlapping and touching in one room"] = (
            [Talk("A", "14:00", 150), Talk("B", "15:00", 60), Talk("C", "16:30", 30), Talk("D", "16:30", 30)],
            ["Birch Room"],
            ["A 0+30 c1 1/2", "B 12+12 c1 2/2", "C 30+6 c1 1/2", "D 30+6 c1 2/2"]),
        ["three in one room"] = (
            [Talk("A", "14:00", 60), Talk("B", "14:00", 60), Talk("C", "14:00", 30), Talk("D", "14:30", 30)],
            ["Birch Room"],
            ["A 0+12 c1 1/3", "B 0+12 c1 2/3", "C 0+6 c1 3/3", "D 6+6 c1 3/3"]),
        ["more than three in one room"] = (
            [Talk("A", "14:00", 45), Talk("B", "14:00", 45), Talk("C", "14:00", 45), Talk("D", "14:00", 60), Talk("E", "14:30", 60)],
            ["Birch Room"],
            ["A 0+9 c1 1/3", "B 0+9 c1 2/3", "3 more sessions in Birch Room 0+18 c1 3/3", "C stacked", "D stacked", "E stacked"]),
        ["over midnight"] = ([Talk("A", "23:00", 90), Talk("B", "23:55", 5, Harbour.Online)], ["Birch Room", "Online Room"], ["A 0+18 c1", "B 11+1 c2"]),
        ["for days"] = ([Talk("A", "09:00", 3 * 24 * 60, Harbour.Hall), Talk("B", "10:00", 60)], ["Great Hall", "Birch Room"], ["A 0+24 c1", "B 12+12 c2"]),
        ["at night"] = ([Talk("A", "00:05", 10), Talk("B", "03:00", 60)], ["Birch Room"], ["A 0+2 c1", "B 6+12 c1"]),
        ["times between the rows"] = ([Talk("A", "10:07", 25), Talk("B", "10:32", 28), Talk("C", "11:00", 1)], ["Birch Room"], ["A 0+5 c1", "B 5+6 c1", "C 11+1 c1"]),
        ["a session without a room"] = ([Talk("A", "10:00", 60) with { Room = null }, Talk("B", "10:00", 60)], ["Birch Room", "Room not set"], ["B 0+12 c1", "A 0+12 c2"]),
        ["a break without a room"] = (
            [Talk("A", "10:00", 60), Talk("B", "10:00", 60, Harbour.Online), Break("BR", "11:00", 30)],
            ["Birch Room", "Online Room"],
            ["A 0+12 c1", "B 0+12 c2", "BR 12+6 c1-2"]),
        ["lunch beside posters"] = (
            [Talk("A", "10:00", 60, Harbour.Hall), Talk("B", "10:00", 60), Break("BR", "11:00", 60), Talk("PO", "11:30", 30, Harbour.Online)],
            ["Great Hall", "Birch Room", "Online Room"],
            ["A 0+12 c1", "B 0+12 c2", "BR 12+12 c1-2", "PO 18+6 c3"]),
        ["a desk that is open all day beside a plenary"] = (
            [Break("BR", "08:00", 240), Talk("KN", "09:00", 60, Harbour.Hall, Harbour.Keynote), Talk("A", "10:00", 60), Talk("B", "10:00", 60, Harbour.Online)],
            ["Everybody", "Birch Room", "Online Room"],
            ["BR 0+48 c1", "KN 12+12 c2-3", "A 24+12 c2", "B 24+12 c3"]),
        ["a cancelled session and the one in its place"] = (
            [Talk("A", "10:00", 60) with { Status = SessionStatus.Cancelled }, Talk("B", "10:00", 60)],
            ["Birch Room"],
            ["A 0+12 c1 1/2", "B 0+12 c1 2/2"]),
        ["the hour that the zone has twice"] = (
            [
                Talk("A", "01:30", 60) with { LocalStart = new(2024, 10, 27, 1, 30), Offset = Offset.FromHours(1) },
                Talk("B", "01:30", 60) with { LocalStart = new(2024, 10, 27, 1, 30), Offset = Offset.Zero },
            ],
            ["Birch Room"],
            ["A 0+12 c1", "B 12+12 c1"]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Draws(string what)
    {
        var (sessions, rooms, places) = Cases[what];

        var page = await Html.AgendaAsync(Harbour.Published(sessions), asGrid: true);

        page.Rooms().ShouldBe(rooms);
        page.Places().ShouldBe(places);
    }

    [Fact]
    public async Task Thirty_rooms_are_thirty_columns_in_the_order_of_the_rooms_and_no_tile_is_behind_another()
    {
        var rooms = Enumerable.Range(1, 30).Select(i => Harbour.Birch with { Id = RoomId.New(), Slug = $"r{i}", Name = $"Room {i}", Order = i }).ToList();
        var sessions = Enumerable.Range(0, 600).Select(i => Talk(
            string.Create(CultureInfo.InvariantCulture, $"S{i}"), string.Create(CultureInfo.InvariantCulture, $"{9 + (i / 60)}:{i * 7 % 60:00}"), 20 + (i * 13 % 50), rooms[i % 30])).ToList();

        var page = await Html.AgendaAsync(new PublishedAgenda(Harbour.Document(sessions) with { Rooms = rooms }), asGrid: true);

        page.Rooms().ShouldBe(rooms.Select(room => room.Name));
        page.QuerySelectorAll(".tile:not(.stack) .code").Length.ShouldBe(600);
        var boxes = page.QuerySelectorAll(".tile:not(.stacked)").Select(tile => tile.Box()).ToList();
        foreach (var column in boxes.GroupBy(box => box.Column))
        {
            var cells = column.SelectMany(box => Enumerable.Range(box.Row, box.Rows).Select(row => (row, At: box.Lane * 6 / box.Lanes, To: (box.Lane + 1) * 6 / box.Lanes)));
            cells.SelectMany(cell => Enumerable.Range(cell.At, cell.To - cell.At).Select(part => (cell.row, part))).ShouldBeUnique();
        }
    }

    [Fact]
    public async Task A_day_with_more_rooms_than_can_be_placed_is_shown_as_tiles_by_time()
    {
        var rooms = Enumerable.Range(1, 97).Select(i => Harbour.Birch with { Id = RoomId.New(), Slug = $"r{i}", Name = $"Room {i}", Order = i }).ToList();

        var page = await Html.AgendaAsync(
            new PublishedAgenda(Harbour.Document([.. rooms.Select(room => Talk(room.Slug, "09:00", 60, room))]) with { Rooms = rooms }), asGrid: true);

        page.QuerySelectorAll(".grid").ShouldBeEmpty();
        page.QuerySelectorAll(".tile").Length.ShouldBe(97);
    }

    private static ReleasedSession Break(string code, string start, int minutes) => Talk(code, start, minutes, null, Harbour.Pause) with { Room = null };

    private static ReleasedSession Talk(string code, string start, int minutes, ReleasedRoom? room = null, ReleasedType? type = null) => Harbour.MasterclassC with
    {
        Id = SessionId.New(),
        Code = code,
        Type = (type ?? Harbour.Masterclass).Id,
        Room = (room ?? Harbour.Birch).Id,
        LocalStart = Monday.At(new LocalTime(int.Parse(start.Split(':')[0], CultureInfo.InvariantCulture), int.Parse(start.Split(':')[1], CultureInfo.InvariantCulture))),
        Minutes = minutes,
    };
}
