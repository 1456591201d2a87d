using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>From nothing to a published masterclass, by the pages alone; and what happens when two people save the same.</summary>
public sealed class OrganisingAConference(Chromium chromium, OrganisingService installation)
{
    [Fact]
    public async Task A_masterclass_with_two_chairs_is_entered_published_and_read()
    {
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        var console = await NewConferenceAsync(page, "icsei-2024");

        await page.GotoAsync($"{console}/rooms/new");
        await FillAsync(page, ("name", "Arbutus Room"), ("building", "St. Mary's Building"), ("capacity", "60"));
        await SaveAsync(page, "/rooms$");
        await AddTypeAsync(page, console);

        await page.GotoAsync($"{console}/sessions/new?type=MC");
        await FillAsync(page, ("code", "MC-C"), ("title", "Designing and Leading Professional Learning Networks"), ("abstract", "Networks that **last**."), ("start", "2024-01-08T14:00"));
        await page.Locator("[name=status]").SelectOptionAsync("confirmed");
        await page.Locator("[name=room]").SelectOptionAsync("arbutus-room");
        // The usual length of the type is there as soon as there is a start.
        await Assertions.Expect(page.Locator("[data-group=placement] [name=minutes]")).ToHaveValueAsync("150");
        await AddPersonAsync(page, "Andy Hargreaves");
        await AddPersonAsync(page, "Danette Parsley");
        await SaveAsync(page, "/sessions/[0-9a-f-]{36}$");
        await Assertions.Expect(page.Locator(".side .num")).ToHaveTextAsync("0");

        await page.GotoAsync($"{console}/publish");
        await Assertions.Expect(page.Locator(".changes h4")).ToHaveTextAsync("MC-C Designing and Leading Professional Learning Networks");
        await page.Locator("[name=note]").FillAsync("The first programme.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish release 1" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Release 1 is public.");

        await page.GotoAsync($"{installation.Address}/icsei-2024/sessions/MC-C");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Danette Parsley");
        (await page.Locator(".facts").First.InnerTextAsync()).ShouldContain("capacity 60");
        var feed = await page.APIRequest.GetAsync($"{installation.Address}/calendars/icsei-2024.ics");
        (await feed.TextAsync()).ShouldContain("DTSTART:20240108T140000Z\r\nDTEND:20240108T163000Z");

        await AddParallelSessionAsync(page, console);
        await SolveByKeysAsync(page, console);
        await page.GotoAsync($"{console}/publish");
        await Assertions.Expect(page.Locator(".changes h4")).ToHaveTextAsync("MC-D Leading from the middle");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish release 2" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Release 2 is public.");
        await page.GotoAsync($"{installation.Address}/icsei-2024/changes");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Added: Monday 8 January, 16:40 to 17:40, Birch Room.");
        organiser.Complaints.ShouldBeEmpty();
    }

    // The second chair is put into a session at the same time: that is told at once, and keeps from publishing.
    private static async Task AddParallelSessionAsync(IPage page, string console)
    {
        await page.GotoAsync($"{console}/rooms/new");
        await FillAsync(page, ("name", "Birch Room"), ("capacity", "40"));
        await SaveAsync(page, "/rooms$");
        await page.GotoAsync($"{console}/sessions/new?type=MC");
        await FillAsync(page, ("code", "MC-D"), ("title", "Leading from the middle"), ("start", "2024-01-08T15:00"), ("minutes", "60"));
        await page.Locator("[name=status]").SelectOptionAsync("confirmed");
        await page.Locator("[name=room]").SelectOptionAsync("birch-room");
        var chairs = page.Locator("[data-list=chairs]");
        await chairs.GetByRole(AriaRole.Combobox).FillAsync("danette");
        await chairs.GetByRole(AriaRole.Option, new() { Name = "Danette Parsley", Exact = true }).ClickAsync();
        await SaveAsync(page, "/sessions/[0-9a-f-]{36}$");
        await Assertions.Expect(page.Locator(".side .issue h3")).ToHaveTextAsync("✕ Somebody is in two places");
        await page.GotoAsync($"{console}/publish");
        await Assertions.Expect(page.Locator(".note b")).ToHaveTextAsync("1 error stands in the way.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publish release 2" })).ToBeDisabledAsync();
    }

    private static async Task SolveByKeysAsync(IPage page, string console)
    {
        await page.GotoAsync($"{console}/board?day=2024-01-08");
        // Before its script is there, a title is a link.
        await Assertions.Expect(page.Locator(".desk.live")).ToBeVisibleAsync();
        var tile = page.Locator(".tile[data-code='MC-D']");
        await Assertions.Expect(tile.Locator(".why")).ToContainTextAsync("MC-C");
        await tile.Locator("a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-tell]")).ToContainTextAsync("Placing MC-D.");
        // An hour and forty minutes later.
        await page.Keyboard.PressAsync("PageDown");
        for (var steps = 0; steps < 8; steps++)
            await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[data-tell]")).ToContainTextAsync("It solves 1 conflict.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("MC-D is now at 16:40 to 17:40, Birch Room.");
    }

    [Fact]
    public async Task Two_who_save_the_same_session_lose_nothing_and_choose_where_they_differ()
    {
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        var console = await NewConferenceAsync(page, "merged-2024");
        await AddTypeAsync(page, console);
        await page.GotoAsync($"{console}/sessions/new");
        await FillAsync(page, ("code", "MC-1"), ("title", "As it was"));
        await AddPersonAsync(page, "Bo Reed");
        await SaveAsync(page, "/sessions/[0-9a-f-]{36}$");

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await FillAsync(other, ("title", "The title of the other"), ("seats", "55"));
        await other.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(other.Locator("#said")).ToContainTextAsync("Saved");

        await FillAsync(page, ("title", "The title of mine"), ("abstract", "Mine alone."));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator(".merge td .pick")).ToHaveTextAsync(["The title of mine", "The title of the other"]);
        await Assertions.Expect(page.Locator(".merge > p").First).ToHaveTextAsync("Nothing is lost. 1 field differs in both versions; choose. Taken over, as they changed it alone: Wanted seats.");
        await page.GetByLabel("The title of the other").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the merged version" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Saved");

        await other.ReloadAsync();
        await Assertions.Expect(other.Locator("[name=title]").First).ToHaveValueAsync("The title of the other");
        await Assertions.Expect(other.Locator("[name=seats]")).ToHaveValueAsync("55");
        await Assertions.Expect(other.Locator("[data-list] + * [name=abstract], form > .field > [name=abstract]").First).ToHaveValueAsync("Mine alone.");
        await Assertions.Expect(other.Locator("[data-list=chairs] [data-name]")).ToHaveTextAsync(["Bo Reed"]);
        // The refusal is how it was noticed.
        organiser.Complaints.ShouldAllBe(complaint => complaint.Contains("412", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_is_there_after_a_reload_without_network_and_when_the_session_has_ended()
    {
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        var console = await NewConferenceAsync(page, "typed-2024");
        await AddTypeAsync(page, console);
        await page.GotoAsync($"{console}/sessions/new");
        await FillAsync(page, ("code", "MC-1"), ("title", "Typed with care"));
        await AddPersonAsync(page, "Ada Ember");
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("What you typed before and did not save is here again.");
        await Assertions.Expect(page.Locator("[name=title]").First).ToHaveValueAsync("Typed with care");
        await Assertions.Expect(page.Locator("[data-list=chairs] [data-name]")).ToHaveTextAsync(["Ada Ember"]);

        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("The server cannot be reached. What you typed is still here");
        await page.Context.SetOfflineAsync(false);

        var cookies = await page.Context.CookiesAsync();
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("You are not signed in any more. What you typed is still here");
        await Assertions.Expect(page.Locator("[name=title]").First).ToHaveValueAsync("Typed with care");
        await page.Context.AddCookiesAsync(cookies.Select(c => new Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Domain = c.Domain,
            Path = c.Path,
        }));
        await SaveAsync(page, "/sessions/[0-9a-f-]{36}$");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("MC-1: Typed with care");
    }

    [Fact]
    public async Task A_session_that_was_added_but_for_its_place_is_not_added_twice()
    {
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        var console = await NewConferenceAsync(page, "placeless-2024");
        await AddTypeAsync(page, console);
        await page.GotoAsync($"{console}/sessions/new");
        await FillAsync(page, ("code", "MC-1"), ("title", "Added once"), ("start", "2024-01-08T14:00"), ("minutes", "0"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name=minutes][aria-invalid=true]")).ToBeVisibleAsync();
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("What you typed before");

        await FillAsync(page, ("minutes", "60"));
        await SaveAsync(page, "/sessions/[0-9a-f-]{36}$");

        await page.GotoAsync($"{console}/sessions");
        await Assertions.Expect(page.Locator("tbody .code")).ToHaveTextAsync(["MC-1"]);
        await Assertions.Expect(page.Locator("tbody .c-when")).ToContainTextAsync("14:00");
    }

    [Fact]
    public async Task A_server_that_is_started_anew_while_somebody_types_costs_nothing()
    {
        // Its own, since others would miss it.
        await using var own = new OrganisingService();
        await own.InitializeAsync();
        await using var organiser = await own.AdministratorAsync(chromium);
        var page = organiser.Page;
        await page.GotoAsync($"{own.Address}/organise/{own.Service.Conference}/rooms/new");
        await FillAsync(page, ("name", "A room that outlives the server"));

        await own.Service.KillAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("The server cannot be reached. What you typed is still here");
        await own.Service.StartAsync();

        await SaveAsync(page, "/rooms$");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("A room that outlives the server");
    }

    [Fact]
    public async Task Rights_that_are_withdrawn_while_somebody_types_are_told_and_nothing_is_lost()
    {
        var (typist, account) = await installation.SignedInAsync(chromium, administrator: false);
        await using var window = typist;
        using var key = installation.Key();
        var members = $"/api/v1/conferences/{installation.Service.Conference}/members";
        await Json.SendAsync(key, HttpMethod.Post, members, new { account, role = "editor" });
        var page = typist.Page;
        await page.GotoAsync($"{installation.Address}/organise");
        await page.Locator(".lines h2 a").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Rooms" }).ClickAsync();
        await page.Locator("tbody a").First.ClickAsync();
        await FillAsync(page, ("name", "A room with another name"));

        await Json.SendAsync(key, HttpMethod.Put, $"{members}/{account}", new { role = "reader" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("You may not do that any more.");
        await Assertions.Expect(page.Locator("[name=name]")).ToHaveValueAsync("A room with another name");
    }

    private static async Task<string> NewConferenceAsync(IPage page, string slug)
    {
        var start = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        await page.GotoAsync($"{start}/organise");
        await page.GetByRole(AriaRole.Link, new() { Name = "New conference" }).ClickAsync();
        await FillAsync(page, ("name", "Congress of Congresses"), ("slug", slug), ("timeZone", "Europe/Dublin"), ("firstDay", "2024-01-08"), ("lastDay", "2024-01-12"));
        await page.GetByRole(AriaRole.Button, new() { Name = "New conference" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{start}/organise/{slug}", new() { Timeout = 30_000 });
        return page.Url;
    }

    private static async Task AddTypeAsync(IPage page, string console)
    {
        await page.GotoAsync($"{console}/kinds/types/new");
        await FillAsync(page, ("name", "Masterclass"), ("code", "MC"), ("defaultMinutes", "150"));
        await SaveAsync(page, "/kinds$");
    }

    private static async Task AddPersonAsync(IPage page, string name)
    {
        var chairs = page.Locator("[data-list=chairs]");
        await chairs.GetByRole(AriaRole.Combobox).FillAsync(name);
        await chairs.GetByRole(AriaRole.Option, new() { Name = $"Add “{name}” as a new person" }).ClickAsync();
        await chairs.GetByRole(AriaRole.Button, new() { Name = "Add this person" }).ClickAsync();
        await Assertions.Expect(chairs.Locator("[data-name]").Last).ToHaveTextAsync(name);
    }

    private static async Task FillAsync(IPage page, params (string Name, string Value)[] fields)
    {
        // It can be sent as soon as its script is there, which is when it answers to what is typed.
        await Assertions.Expect(page.Locator(".desk-form .go").First).ToBeEnabledAsync();
        foreach (var (name, value) in fields)
            await page.Locator($"form [name={name}]:not([data-item] *)").FillAsync(value);
    }

    private static async Task SaveAsync(IPage page, string leadsTo)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(leadsTo), new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".foot")).ToBeVisibleAsync();
    }
}
