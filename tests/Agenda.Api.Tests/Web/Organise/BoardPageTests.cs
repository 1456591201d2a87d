using System.Net;
using Agenda.Api.Tests.Security;
using Agenda.Api.Tests.Web.Accounts;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Web.Organise;

/// <summary>The board as it is sent: complete without scripts.</summary>
public sealed class BoardPageTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Shows_the_day_that_is_asked_for_and_today_while_the_conference_runs()
    {
        var given = await ConferenceAsync("2024-01-06", "2024-01-09");
        var early = await given.Session("MC-9", "Before it begins");
        await given.Placed(early, "hazel", "2024-01-04T10:00:00", 60);
        using var browser = await MemberAsync(given, ConferenceRole.Editor);

        var page = await browser.GetAsync(Of(given));
        page.Html.Text("#the-day").ShouldBe("Monday 8 January 2024 Europe/Dublin");
        // What stands outside the conference's days is found all the same.
        page.Html.QuerySelectorAll(".days a").Select(a => a.GetAttribute("data-day")).ShouldBe(["2024-01-04", "2024-01-06", "2024-01-07", "2024-01-08", "2024-01-09"]);
        page.Html.QuerySelectorAll(".days [aria-current]").Select(a => a.GetAttribute("data-day")).ShouldBe(["2024-01-08"]);

        (await browser.GetAsync(Of(given, "2024-01-04"))).Html.Texts(".tile .code").ShouldBe(["MC-9"]);
        foreach (var day in (string[])["2024-01-05", "2025-01-08", "monday", ""])
            (await browser.GetAsync(Of(given, day))).Status.ShouldBe(HttpStatusCode.NotFound, day);

        var later = await ConferenceAsync("2024-02-05", "2024-02-06");
        using var other = await MemberAsync(later, ConferenceRole.Editor);
        (await other.GetAsync(Of(later))).Html.Text("#the-day").ShouldBe("Monday 5 February 2024 Europe/Dublin");
    }

    [Fact]
    public async Task Tiles_stand_in_their_rooms_and_as_long_as_they_take()
    {
        var given = await ConferenceAsync();
        var chair = await given.Person("Ada", "Ember");
        await given.Placed(await given.Session("MC-2", "Second"), "hazel", "2024-01-08T10:30:00", 75);
        await given.Placed(await given.Session("MC-1", "First", more: new { chairs = new[] { chair.Id } }), "alder", "2024-01-08T09:00:00", 90);
        await given.Placed(await given.Session("MC-3", "A draft", status: "draft"), "hazel", "2024-01-08T09:00:00", 45);
        await given.Placed(await given.Session("MC-4", "Called off", status: "cancelled"), "alder", "2024-01-08T15:00:00", 60);
        await given.Placed(await given.Session("MC-5", "Another day"), "alder", "2024-01-09T15:00:00", 60);
        using var browser = await MemberAsync(given, ConferenceRole.Editor);

        var page = await browser.GetAsync(Of(given));

        page.Html.Texts(".heads p").ShouldBe(["Alder 80 seats", "Hazel"]);
        // By time, then by room.
        page.Html.QuerySelectorAll(".tile").Select(t => (t.GetAttribute("data-code"), t.ClassName)).ShouldBe(
        [
            ("MC-1", "tile h1 m0 dh1 dm30 x0 w1"), ("MC-3", "tile h1 m0 dh0 dm45 x1 w1 short draft"), ("MC-2", "tile h2 m30 dh1 dm15 x1 w1"), ("MC-4", "tile h7 m0 dh1 dm0 x0 w1 off"),
        ]);
        page.Html.QuerySelectorAll(".tile h3 a").Select(a => a.TextContent).ShouldBe(
        [
            "MC-1 First, 09:00 to 10:30, Alder", "MC-3 Draft A draft, 09:00 to 09:45, Hazel", "MC-2 Second, 10:30 to 11:45, Hazel", "MC-4 Cancelled Called off, 15:00 to 16:00, Alder",
        ]);
        page.Html.Texts(".tile .who").ShouldBe(["Ada Ember"]);
        page.Html.QuerySelector("[data-code=MC-1]")!.Attributes.Where(a => a.Name.StartsWith("data-", StringComparison.Ordinal)).ToDictionary(a => a.Name, a => a.Value).ShouldContainKeyAndValue("data-at", "540");
        page.Html.QuerySelector("[data-code=MC-1] h3 a")!.GetAttribute("href").ShouldBe($"/organise/{given.Slug}/sessions/{page.Html.QuerySelector("[data-code=MC-1]")!.GetAttribute("data-session")}");
    }

    [Fact]
    public async Task What_is_for_everybody_goes_across_unless_something_else_goes_on()
    {
        var given = await ConferenceAsync();
        (await given.Organiser.Add($"{given.Path}/session-types", new { code = "BR", name = "Break", @break = true })).ShouldBe(HttpStatusCode.Created);
        (await given.Organiser.Add($"{given.Path}/session-types", new { code = "KN", name = "Keynote", plenary = true })).ShouldBe(HttpStatusCode.Created);
        await given.Placed(await given.Session("KN-1", "Alone", "KN"), "alder", "2024-01-08T09:00:00", 60);
        await given.Placed(await given.Session("BR-1", "Coffee", "BR"), null, "2024-01-08T10:00:00", 30);
        await given.Placed(await given.Session("KN-2", "Beside another", "KN"), "alder", "2024-01-08T14:00:00", 60);
        await given.Placed(await given.Session("MC-1", "Meanwhile"), "hazel", "2024-01-08T14:30:00", 60);
        using var browser = await MemberAsync(given, ConferenceRole.Reader);

        var page = await browser.GetAsync(Of(given));

        page.Html.QuerySelectorAll(".tile").Select(t => (t.GetAttribute("data-code"), t.ClassName)).ShouldBe(
        [
            ("KN-1", "tile h1 m0 dh1 dm0 across plenary"), ("BR-1", "tile h2 m0 dh0 dm30 across short break"), ("KN-2", "tile h6 m0 dh1 dm0 x0 w1 plenary"), ("MC-1", "tile h6 m30 dh1 dm0 x1 w1"),
        ]);

        await given.Placed(await given.Session("MC-2", "Through the break"), "hazel", "2024-01-08T10:15:00", 60);
        page = await browser.GetAsync(Of(given));
        page.Html.Texts(".heads p b").ShouldBe(["For everybody", "Alder", "Hazel"]);
        page.Html.QuerySelector("[data-code=BR-1]")!.ClassName.ShouldBe("tile h2 m0 dh0 dm30 x0 w1 short break");
    }

    [Fact]
    public async Task Sessions_at_one_time_in_one_room_stand_beside_each_other_and_say_what_is_wrong()
    {
        var given = await ConferenceAsync();
        var chair = await given.Person("Ada", "Ember");
        await given.Placed(await given.Session("MC-1", "One", more: new { chairs = new[] { chair.Id } }), "alder", "2024-01-08T09:00:00", 60);
        await given.Placed(await given.Session("MC-2", "Two"), "alder", "2024-01-08T09:30:00", 60);
        await given.Placed(await given.Session("MC-3", "Three", more: new { chairs = new[] { chair.Id } }), "hazel", "2024-01-08T09:00:00", 60);
        await given.Placed(await given.Session("MC-4", "Four"), "hazel", "2024-01-09T09:00:00", 60);
        await given.Placed(await given.Session("MC-5", "Five"), "hazel", "2024-01-09T09:00:00", 60);
        using var browser = await MemberAsync(given, ConferenceRole.Editor);

        var page = await browser.GetAsync(Of(given));

        page.Html.QuerySelectorAll(".tile").Select(t => (t.GetAttribute("data-code"), t.ClassName)).ShouldBe(
            [("MC-1", "tile h1 m0 dh1 dm0 x0 w1 i0 k2 bad"), ("MC-3", "tile h1 m0 dh1 dm0 x1 w1 bad"), ("MC-2", "tile h1 m30 dh1 dm0 x0 w1 i1 k2 bad")]);
        page.Html.Texts("[data-code=MC-1] .why").ShouldBe(["✕ Error: Two sessions in one room: MC-2", "✕ Error: Somebody is in two places: MC-3"], ignoreOrder: true);
        page.Html.Text("#day-conflicts .num").ShouldBe("2");
        page.Html.Texts("aside .issue h3").ShouldBe(["✕ Two sessions in one room", "✕ Somebody is in two places"], ignoreOrder: true);
        page.Html.Text("aside > p a").ShouldBe("1 more conflict, or on other days");
    }

    [Fact]
    public async Task What_has_no_place_is_beside_it()
    {
        var given = await ConferenceAsync();
        await given.Session("MC-1", "Waits", status: "draft", more: new { seats = 64 });
        await given.Session("MC-2", "Called off", status: "cancelled");
        using var browser = await MemberAsync(given, ConferenceRole.Editor);

        var page = await browser.GetAsync(Of(given));

        page.Html.Text("#unplaced").ShouldBe("Unplaced 1");
        page.Html.Texts(".card").ShouldBe(["MC-1 Draft Waits , not placed yet 64 wanted"]);
        page.Html.QuerySelectorAll(".tile").ShouldBeEmpty();
        page.Html.Text("aside > p").ShouldBe("No conflicts.");
    }

    [Theory]
    [InlineData(ConferenceRole.Reader, false)]
    [InlineData(ConferenceRole.Editor, true)]
    public async Task Only_who_edits_has_the_means_to_move(ConferenceRole role, bool moves)
    {
        var given = await ConferenceAsync();
        await given.Placed(await given.Session("MC-1", "One"), "alder", "2024-01-08T09:00:00", 60);
        using var browser = await MemberAsync(given, role);

        var page = (await browser.GetAsync(Of(given))).ShouldBe(HttpStatusCode.OK);

        (page.Html.QuerySelector("[data-tools]") is not null, page.Html.QuerySelector("[data-chosen]") is not null, page.Html.QuerySelector("[data-may-edit]") is not null).ShouldBe((moves, moves, moves));
        page.Html.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.Html.Texts("nav[aria-label=Organise] a").ShouldContain("Board");
    }

    [Fact]
    public async Task German_readers_read_German()
    {
        var given = await ConferenceAsync();
        await given.Placed(await given.Session("MC-1", "Eins"), "alder", "2024-01-08T09:00:00", 60);
        using var browser = await MemberAsync(given, ConferenceRole.Editor, "de");

        var page = await browser.GetAsync(Of(given));

        page.Title.ShouldBe("Tafel");
        page.Html.QuerySelector(".tile h3 a")!.TextContent.ShouldBe("MC-1 Eins, 09:00 bis 10:00, Alder");
        page.Html.Text("#unplaced").ShouldBe("Ohne Platz 0");
    }

    private static string Of(Given given, string? day = null) => $"/organise/{given.Slug}/board{(day is null ? "" : $"?day={day}")}";

    private async Task<Browser> MemberAsync(Given given, ConferenceRole role, string? language = null)
    {
        var account = await Somebody.WithPasswordAsync(host, $"board.{Interlocked.Increment(ref unique)}@example.org", "Somebody Signed In");
        await new AccountsOf(host).MemberAsync(account, given.Slug, role);
        return await Browser.SignedInAsync(host, account.Email!, language: language);
    }

    private async Task<Given> ConferenceAsync(string firstDay = "2024-01-08", string lastDay = "2024-01-09")
    {
        var given = await Given.Conference(host, $"board-{Interlocked.Increment(ref unique)}", firstDay: firstDay, lastDay: lastDay);
        await given.Type("MC", "Masterclass");
        await given.Room("Alder", 80);
        await given.Room("Hazel");
        return given;
    }
}
