using System.Net;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Web.Organise;

/// <summary>Sheets of paper for doors and for chairs.</summary>
public sealed class SheetsTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task A_door_has_a_sheet_for_each_day_with_what_is_in_its_room()
    {
        var given = await Given.Conference(host, "doors");
        await given.Room("Arbutus Room", 60, "St. Mary's Building");
        await given.Room("Oak Room");
        await given.Type("MC", "Masterclass");
        var ada = await given.Person("Ada", "Byrne");
        var late = await given.Session("MC-2", "Late");
        await given.Placed(late, "arbutus-room", "2024-01-08T16:00:00", 60);
        await given.Placed(await given.Session("MC-1", "Early", more: new { chairs = new[] { ada.Id } }), "arbutus-room", "2024-01-08T09:00:00", 90);
        await given.Placed(await given.Session("MC-3", "The day after"), "arbutus-room", "2024-01-09T09:00:00", 90);
        await given.Placed(await given.Session("MC-4", "Elsewhere"), "oak-room", "2024-01-08T09:00:00", 90);
        await given.Placed(await given.Session("MC-5", "Not yet known", status: "draft"), "oak-room", "2024-01-08T11:00:00", 90);
        using var browser = await ConsoleReader.SignedInAsync(host, "doors", ConferenceRole.Reader);

        var all = await browser.GetAsync("/organise/doors/door-sheets");

        all.Html.Texts(".sheet h2").ShouldBe(["Arbutus Room", "Oak Room", "Arbutus Room"]);
        all.Html.Texts(".sheet header time").ShouldBe(["Monday 8 January 2024", "Monday 8 January 2024", "Tuesday 9 January 2024"]);
        all.Html.Texts(".sheet:first-child .at").ShouldBe(["09:00–10:30", "16:00–17:00"]);
        all.Html.Texts(".sheet:first-child h3").ShouldBe(["Early", "Late"]);
        all.Html.Text(".sheet:first-child").ShouldContain("Ada Byrne");
        all.Text.ShouldNotContain("Not yet known");
        (await browser.GetAsync("/organise/doors/door-sheets?day=2024-01-08&room=oak-room")).Html.Texts(".sheet h3").ShouldBe(["Elsewhere"]);
        (await browser.GetAsync("/organise/doors/door-sheets?day=x")).Html.Texts(".sheet").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_of_a_combined_room_tells_what_is_in_the_whole()
    {
        var given = await Given.Conference(host, "walls");
        await given.Room("North");
        await given.Room("South");
        (await given.Organiser.Add($"{given.Path}/rooms", new { name = "North and South", parts = (string[])["north", "south"] })).ShouldBe(HttpStatusCode.Created);
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("MC-1", "Opening"), "north-and-south", "2024-01-08T09:00:00", 60);
        await given.Placed(await given.Session("MC-2", "In the north"), "north", "2024-01-08T11:00:00", 60);
        using var browser = await ConsoleReader.SignedInAsync(host, "walls", ConferenceRole.Reader);

        (await browser.GetAsync("/organise/walls/door-sheets?room=north")).Html.Texts(".sheet h3").ShouldBe(["Opening", "In the north"]);
        (await browser.GetAsync("/organise/walls/door-sheets?room=south")).Html.Text(".sheet li").ShouldContain("North and South");
    }

    [Fact]
    public async Task A_chairs_sheet_has_the_order_with_times_the_people_and_what_is_around()
    {
        var given = await ChairedAsync("sheet");
        using var browser = await ConsoleReader.SignedInAsync(host, "sheet", ConferenceRole.Editor);

        var page = await browser.GetAsync($"/organise/sheet/chair-sheets?session={given.Session}");

        page.Html.Texts(".sheet h2").ShouldBe(["Networks"]);
        page.Html.Text(".sheet header").ShouldContain("Monday 8 January 2024, 14:00–16:30");
        page.Html.Text(".sheet header").ShouldContain("capacity 60");
        page.Html.Texts("tbody td:first-child").ShouldBe(["14:00", "14:30", "14:50"]);
        page.Html.Texts("tbody td.num").ShouldBe(["30", "20", ""]);
        page.Html.Texts("tbody .person").ShouldBe(["Bo Reed [boh REED] (presents), Leeds"]);
        page.Html.Text(".roles").ShouldContain("Ada Byrne, Cork, secret.of.ada@example.org");
        page.Html.Text(".notes").ShouldBe("Bring the microphone");
        page.Html.Texts(".around dd").Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ShouldBe(["10:00–11:00 MC-2 Before it", "17:00–18:00 MC-3 After it"]);
    }

    [Fact]
    public async Task Notes_and_addresses_are_for_those_who_see_them()
    {
        var given = await ChairedAsync("sheet-private");
        using var reader = await ConsoleReader.SignedInAsync(host, "sheet-private", ConferenceRole.Reader);
        using var chair = await ConsoleReader.SignedInAsync(host, "sheet-private", ConferenceRole.Chair, given.Ada);

        var toReader = await reader.GetAsync($"/organise/sheet-private/chair-sheets?session={given.Session}");
        toReader.Text.ShouldNotContain("Bring the microphone");
        toReader.Text.ShouldNotContain("secret.of.ada@example.org");
        var toChair = await chair.GetAsync($"/organise/sheet-private/chair-sheets?session={given.Session}");
        toChair.Html.Text(".notes").ShouldBe("Bring the microphone");
        toChair.Text.ShouldNotContain("secret.of.ada@example.org");
    }

    [Fact]
    public async Task A_chair_gets_their_own_sheets_and_of_the_others_only_what_everybody_can_read()
    {
        var given = await ChairedAsync("sheet-own");
        using var chair = await ConsoleReader.SignedInAsync(host, "sheet-own", ConferenceRole.Chair, given.Ada);

        var before = await chair.GetAsync("/organise/sheet-own/chair-sheets");
        before.Html.Texts(".sheet h2").ShouldBe(["Networks"]);
        before.Text.ShouldNotContain("Before it");
        before.Text.ShouldNotContain("After it");
        before.Html.Texts(".around dd").ShouldBe(["nothing that day", "nothing that day"]);
        (await chair.GetAsync($"/organise/sheet-own/chair-sheets?session={given.Other}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await given.Given.PublishedAsItIs();

        var after = await chair.GetAsync("/organise/sheet-own/chair-sheets");
        after.Html.Texts(".sheet h2").ShouldBe(["Networks"]);
        after.Html.Texts(".around dd")[0].ShouldContain("Before it");
        after.Text.ShouldNotContain("After it", Case.Sensitive, "a draft");
    }

    [Fact]
    public async Task Of_what_is_no_session_there_is_no_sheet()
    {
        var given = await ChairedAsync("sheet-none");
        using var browser = await ConsoleReader.SignedInAsync(host, "sheet-none", ConferenceRole.Editor);

        (await browser.GetAsync("/organise/sheet-none/chair-sheets?session=x")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/organise/sheet-none/chair-sheets?day=2024-01-09")).Html.Texts(".sheet").ShouldBeEmpty();
        (await browser.GetAsync("/organise/sheet-none/chair-sheets?day=2024-01-08&session=")).Html.Texts(".sheet h2").ShouldBe(["Before it", "Networks", "After it"]);
        given.Session.ShouldNotBe(Guid.Empty);
    }

    // One session with notes that Ada chairs; before it one of somebody else, after it a draft.
    private async Task<Chaired> ChairedAsync(string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Room("Arbutus Room", 60);
        await given.Type("MC", "Masterclass");
        var ada = await given.Person("Ada", "Byrne", "Cork", "secret.of.ada@example.org");
        var bo = await given.Person("Bo", "Reed", "Leeds");
        (await given.Organiser.Put($"{given.Path}/people/{bo.Id}", bo.Tag, new { givenName = "Bo", familyName = "Reed", affiliation = "Leeds", pronunciation = "boh REED" })).ShouldBe(HttpStatusCode.OK);
        var session = await given.Session("MC-1", "Networks", more: new
        {
            notes = "Bring the microphone",
            chairs = new[] { ada.Id },
            contributions = new object[]
            {
                new { title = "First", minutes = 30, authors = new[] { new { person = bo.Id, presenting = true } } },
                new { title = "Second", minutes = 20 },
                new { title = "Third" },
            },
        });
        await given.Placed(session, "arbutus-room", "2024-01-08T14:00:00", 150);
        var other = await given.Session("MC-2", "Before it", more: new { chairs = new[] { bo.Id } });
        await given.Placed(other, "arbutus-room", "2024-01-08T10:00:00", 60);
        await given.Placed(await given.Session("MC-3", "After it", status: "draft"), "arbutus-room", "2024-01-08T17:00:00", 60);
        return new(given, session.Id, other.Id, ada.Id);
    }

    private sealed record Chaired(Given Given, Guid Session, Guid Other, Guid Ada);
}
