using Agenda.Api.Web;
using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using AngleSharp.Html.Dom;
using NodaTime;

namespace Agenda.Api.Tests.Web;

/// <summary>What the page of a room says, and the display at its door.</summary>
public sealed class RoomPageTests
{
    private static readonly ReleasedSession Morning = Harbour.Opening with { Code = "OP-2", Title = "Second opening", LocalStart = new(2024, 1, 8, 10, 0), Chairs = [Harbour.Aoife.Id, Harbour.Nino.Id] };

    private static readonly ReleasedSession NextDay = Harbour.Opening with { Id = Domain.SessionId.New(), Code = "OP-3", Title = "The day after", LocalStart = new(2024, 1, 9, 9, 0) };

    [Fact]
    public async Task Tells_where_a_room_is_and_what_is_in_it_by_day()
    {
        var hall = Harbour.Hall with { Coordinates = new Coordinates(53.3498123, -6.2603) };
        var published = new PublishedAgenda(Harbour.Document([Harbour.Opening, Morning, NextDay, Harbour.Papers]) with { Rooms = [hall, Harbour.Birch, Harbour.Online] });

        var page = await Html.RoomAsync(published, "great-hall");

        page.Title.ShouldBe("Great Hall · Harbour 24");
        page.Text("h1").ShouldBe("Great Hall");
        page.Text(".lead").ShouldBe("Linen Hall");
        page.Texts(".title .meta > *").ShouldBe(["Capacity 420", "1 Quay Street", "Open in a map app"]);
        page.QuerySelector(".title .meta a")!.GetAttribute("href").ShouldBe("geo:53.349812,-6.2603");
        page.Text(".hits p").ShouldBe("3 sessions");
        page.Texts("main .day > h2, .slot > h3, .row .code").ShouldBe(["Monday 8 January 2024", "09:00", "OP-1", "10:00", "OP-2", "Tuesday 9 January 2024", "09:00", "OP-3"]);
        page.QuerySelectorAll(".hits a").Select(a => a.GetAttribute("href")).ShouldBe(["/harbour-24?room=great-hall", "/harbour-24/rooms/great-hall/door"]);
        page.Text(".subscribe summary").ShouldBe("Subscribe to this room's sessions");
        page.Text(".address").ShouldBe("https://agenda.example.org/calendars/harbour-24.ics?room=great-hall");
    }

    [Fact]
    public async Task A_room_without_sessions_says_so()
    {
        var page = await Html.RoomAsync(Harbour.Published(Harbour.Opening), "online");

        page.Text(".lead").ShouldBe("Online");
        page.Text(".hits p").ShouldBe("0 sessions");
        page.Text(".none").ShouldBe("The programme has no sessions in this room.");
    }

    [Fact]
    public async Task Rooms_are_listed_by_building()
    {
        var page = await Html.PageAsync<RoomsPage>(new() { [nameof(RoomsPage.Shown)] = ShownRelease.TheNewest(Harbour.Published(Harbour.Opening, Morning)) });

        page.Texts(".part > h2, .part > p, .rooms li").ShouldBe(
            ["Linen Hall", "1 Quay Street", "Great Hall capacity 420 2 sessions", "Birch Room capacity 60 0 sessions", "Online", "Online Room 0 sessions"]);
        page.QuerySelectorAll(".rooms a").Select(a => a.GetAttribute("href")).ShouldBe(["/harbour-24/rooms/great-hall", "/harbour-24/rooms/birch-room", "/harbour-24/rooms/online"]);
    }

    [Fact]
    public async Task A_door_tells_what_is_inside_and_what_comes()
    {
        var page = await DoorAsync(new(2024, 1, 8, 9, 10), Harbour.Opening with { Chairs = [Harbour.Layla.Id] }, Morning, NextDay);

        page.Title.ShouldBe("Great Hall · Harbour 24");
        page.Text("h1").ShouldBe("Great Hall Linen Hall, capacity 420");
        page.Text("header time").ShouldBe("09:10");
        page.Text("main .meta").ShouldBe("Now OP-1 Keynote");
        page.Text("main h2").ShouldBe("Opening");
        page.Text(".names").ShouldBe("ليلى نجمة");
        page.Text(".till p").ShouldBe("09:00 20 min left 09:30");
        (page.QuerySelector("progress")!.GetAttribute("value"), page.QuerySelector("progress")!.GetAttribute("max")).ShouldBe(("10", "30"));
        page.Texts("footer li").ShouldBe(["Next 10:00 OP-2 Second opening", "Then Tue 09:00 OP-3 The day after"]);
        page.Text("footer p").ShouldBe("Harbour 24 · Monday 8 January · Europe/Dublin · release 3, looked at 09:10");
        page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content").ShouldBe("60");
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        page.QuerySelectorAll("script").Select(s => s.TextContent).ShouldBe([""]);
        page.QuerySelectorAll("[style], style").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2024-01-07T12:00", "No more sessions here today", "Next Mon 09:00 OP-1 Opening | Then Mon 10:00 OP-2 Second opening")]
    [InlineData("2024-01-08T08:59", "Nothing until 09:00", "Next 09:00 OP-1 Opening | Then 10:00 OP-2 Second opening")]
    [InlineData("2024-01-08T09:00", "Opening", "Next 10:00 OP-2 Second opening | Then Tue 09:00 OP-3 The day after")]
    [InlineData("2024-01-08T09:30", "Nothing until 10:00", "Next 10:00 OP-2 Second opening | Then Tue 09:00 OP-3 The day after")]
    [InlineData("2024-01-08T10:29", "Second opening", "Next Tue 09:00 OP-3 The day after")]
    [InlineData("2024-01-08T10:30", "No more sessions here today", "Next Tue 09:00 OP-3 The day after")]
    [InlineData("2024-01-09T09:30", "No more sessions here", "")]
    public async Task Between_sessions_and_after_them_a_door_says_what_comes_next_and_when(string at, string now, string coming)
    {
        var page = await DoorAsync(NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(at).Value, Harbour.Opening, Morning, NextDay, Harbour.Unplaced);

        page.Text("main h2").ShouldBe(now);
        string.Join(" | ", page.Texts("footer li")).ShouldBe(coming);
    }

    [Fact]
    public async Task A_door_says_of_what_is_cancelled_that_it_is_and_names_all_that_share_the_room()
    {
        var poster = Harbour.Opening with { Id = Domain.SessionId.New(), Code = "PO-1", Title = "Poster" };
        var page = await DoorAsync(new(2024, 1, 8, 9, 5), Harbour.Opening with { Id = Domain.SessionId.New(), Code = "A-X", Title = "Gone", Status = SessionStatus.Cancelled }, Harbour.Opening, poster);

        page.Texts("main section").ShouldBe(["Now OP-1 Keynote until 09:30 Opening", "Also now PO-1 Keynote until 09:30 Poster", "Also now Cancelled A-X Keynote until 09:30 Gone"]);
        page.QuerySelector("main section:last-of-type")!.ClassName.ShouldBe("off");
        page.QuerySelectorAll(".till").ShouldBeEmpty();

        page = await DoorAsync(new(2024, 1, 8, 9, 5), [.. Enumerable.Range(1, 6).Select(i => poster with { Id = Domain.SessionId.New(), Code = $"PO-{i}" })]);
        page.Texts("main .code").ShouldBe(["PO-1", "PO-2", "PO-3", "PO-4"]);
        page.Text("main > p").ShouldBe("And 2 more");

        page = await DoorAsync(new(2024, 1, 8, 9, 5), Harbour.Cancelled);
        page.Text("main section").ShouldBe("Now Cancelled MC-X Masterclass Mentoring ნინო ვარსკვლავაძე");
        page.QuerySelector("main")!.ClassName.ShouldBeNullOrEmpty();
        page.QuerySelectorAll(".till").ShouldBeEmpty();
    }

    private static Task<IHtmlDocument> DoorAsync(LocalDateTime at, params IReadOnlyList<ReleasedSession> sessions) => Html.DoorAsync(Harbour.Published(sessions), "great-hall", at);
}
