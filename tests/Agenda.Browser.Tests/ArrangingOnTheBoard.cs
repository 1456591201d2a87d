using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>The board with scripts: by keys alone, by pointer, taken back, and by two at once.</summary>
public sealed class ArrangingOnTheBoard(Chromium chromium, OrganisingService installation)
{
    [Fact]
    public async Task A_chair_in_two_places_is_helped_by_keys_alone()
    {
        var board = await ConferenceAsync("keys-2024");
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        await OpenAsync(page, board);
        await Assertions.Expect(page.Locator("aside .issue h3").First).ToContainTextAsync("Somebody is in two places");
        await Assertions.Expect(Tile(page, "MC-2").Locator(".why")).ToContainTextAsync("MC-1");

        // From the top of the page to the tile by Tab, as somebody without a mouse goes.
        await page.Locator(".skip").FocusAsync();
        for (var presses = 0; presses < 80 && await FocusedAsync(page) != "MC-2"; presses++)
            await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("MC-2");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-tell]")).ToContainTextAsync("Placing MC-2. MC-2: 09:30 to 10:30, Hazel.");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[data-tell]")).ToContainTextAsync("It causes");
        await page.Keyboard.PressAsync("PageDown");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(page.Locator(".target b")).ToHaveTextAsync("10:35 to 11:40, Hazel");
        await Assertions.Expect(page.Locator("[data-tell]")).ToContainTextAsync("It solves 1 conflict.");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Tile(page, "MC-2")).ToHaveAttributeAsync("data-at", "635");
        await Assertions.Expect(Tile(page, "MC-2")).ToHaveAttributeAsync("data-minutes", "65");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("MC-2 is now at 10:35 to 11:40, Hazel.");
        await Assertions.Expect(page.Locator("aside .issue")).ToHaveCountAsync(0);
        (await FocusedAsync(page)).ShouldBe("MC-2");

        // Off the board, and back by undo; Escape changes nothing.
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-tell]")).ToHaveTextAsync("MC-2 is back where it was.");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator(".card[data-code='MC-2']")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Tile(page, "MC-2")).ToHaveAttributeAsync("data-at", "635");
        organiser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dragging_moves_places_and_changes_the_length_and_all_of_it_is_taken_back_and_done_again()
    {
        var board = await ConferenceAsync("drag-2024");
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        await OpenAsync(page, board);
        var hour = (await page.Locator(".hours p").Nth(1).BoundingBoxAsync())!.Y - (await page.Locator(".hours p").Nth(0).BoundingBoxAsync())!.Y;
        var column = (await page.Locator(".heads p").Nth(1).BoundingBoxAsync())!.X - (await page.Locator(".heads p").Nth(0).BoundingBoxAsync())!.X;

        await DragAsync(page, Tile(page, "MC-1"), (40, 15), (column, hour * 2), async () =>
        {
            await Assertions.Expect(page.Locator(".target b")).ToHaveTextAsync("11:00 to 12:00, Hazel");
            await Assertions.Expect(page.Locator(".trial")).ToContainTextAsync("It solves 1 conflict.");
        });
        await Assertions.Expect(Tile(page, "MC-1")).ToHaveAttributeAsync("data-at", "660");
        await Assertions.Expect(Tile(page, "MC-1")).ToHaveAttributeAsync("data-room", "hazel");

        var box = (await Tile(page, "MC-1").BoundingBoxAsync())!;
        await DragAsync(page, Tile(page, "MC-1"), (40, box.Height - 3), (0, hour / 2), () => Task.CompletedTask);
        await Assertions.Expect(Tile(page, "MC-1")).ToHaveAttributeAsync("data-minutes", "90");

        var card = page.Locator(".card[data-code='MC-3']");
        var (from, canvas) = ((await card.BoundingBoxAsync())!, (await page.Locator(".canvas").BoundingBoxAsync())!);
        await DragAsync(page, card, (20, 10), (canvas.X + (column / 2) - from.X - 20, canvas.Y + (hour * 6) - from.Y), () => Task.CompletedTask);
        await Assertions.Expect(Tile(page, "MC-3")).ToHaveAttributeAsync("data-room", "alder");
        await Assertions.Expect(Tile(page, "MC-3")).ToHaveAttributeAsync("data-minutes", "45");

        foreach (var _ in Enumerable.Range(0, 3))
        {
            await page.Locator("[data-undo]").ClickAsync();
            await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Taken back");
            await Assertions.Expect(page.Locator("body")).Not.ToHaveAttributeAsync("aria-busy", "true");
        }

        await Assertions.Expect(card).ToBeVisibleAsync();
        await Assertions.Expect(Tile(page, "MC-1")).ToHaveAttributeAsync("data-at", "540");
        await Assertions.Expect(page.Locator("[data-undo]")).ToBeDisabledAsync();
        await page.Locator("[data-redo]").ClickAsync();
        await Assertions.Expect(Tile(page, "MC-1")).ToHaveAttributeAsync("data-room", "hazel");
        organiser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_change_places_several_move_together_and_the_best_place_is_a_press_away()
    {
        var board = await ConferenceAsync("several-2024");
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        await OpenAsync(page, board);

        await page.Locator("[data-swap]").ClickAsync();
        await Tile(page, "MC-1").ClickAsync();
        await Tile(page, "MC-2").ClickAsync();
        await Assertions.Expect(Tile(page, "MC-1")).ToHaveAttributeAsync("data-room", "hazel");
        await Assertions.Expect(Tile(page, "MC-1")).ToHaveAttributeAsync("data-at", "570");
        await Assertions.Expect(Tile(page, "MC-2")).ToHaveAttributeAsync("data-at", "540");
        await page.Keyboard.PressAsync("Escape");

        await Tile(page, "MC-1").ClickAsync();
        await Tile(page, "MC-2").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await Assertions.Expect(page.Locator("[data-what]")).ToHaveTextAsync("2 chosen");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("PageDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Tile(page, "MC-1")).ToHaveAttributeAsync("data-at", "630");
        await Assertions.Expect(Tile(page, "MC-2")).ToHaveAttributeAsync("data-at", "600");
        await page.Keyboard.PressAsync("Escape");

        await page.Locator(".card[data-code='MC-3']").ClickAsync();
        await page.Locator("[data-places]").ClickAsync();
        await Assertions.Expect(page.Locator(".best").First).ToContainTextAsync("Best place");
        await page.Locator(".card[data-code='MC-3'] h3 a").FocusAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(Tile(page, "MC-3")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".best")).ToHaveCountAsync(0);
        organiser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_who_arrange_at_once_see_each_others_moves_and_nothing_is_overwritten()
    {
        var board = await ConferenceAsync("two-2024");
        await using var one = await installation.AdministratorAsync(chromium);
        await using var other = await installation.AdministratorAsync(chromium);
        await OpenAsync(one.Page, board);
        await OpenAsync(other.Page, board);

        await MoveByKeysAsync(one.Page, "MC-1", "PageDown");
        await Assertions.Expect(Tile(other.Page, "MC-1")).ToHaveAttributeAsync("data-at", "600");

        // Picked up by one, moved by the other meanwhile: it is not pulled away, and not overwritten.
        await Tile(one.Page, "MC-2").Locator("h3 a").FocusAsync();
        await one.Page.Keyboard.PressAsync("Enter");
        await one.Page.Keyboard.PressAsync("ArrowDown");
        await MoveByKeysAsync(other.Page, "MC-2", "ArrowLeft");
        await Assertions.Expect(Tile(other.Page, "MC-2")).ToHaveAttributeAsync("data-room", "alder");
        await Assertions.Expect(one.Page.Locator(".target")).ToHaveCountAsync(1);
        await one.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(one.Page.Locator("#said")).ToContainTextAsync("Somebody changed this meanwhile, so nothing was moved.");
        await Assertions.Expect(one.Page.Locator("#said")).ToContainTextAsync("MC-2: 09:30 to 10:30, Alder");
        await Assertions.Expect(Tile(one.Page, "MC-2")).ToHaveAttributeAsync("data-room", "alder");

        // What somebody else touched since is not taken back.
        await MoveByKeysAsync(other.Page, "MC-1", "PageDown");
        await Assertions.Expect(Tile(one.Page, "MC-1")).ToHaveAttributeAsync("data-at", "660");
        await one.Page.Locator("[data-undo]").ClickAsync();
        await Assertions.Expect(one.Page.Locator("#said")).ToContainTextAsync("This cannot be taken back, because somebody changed it since");
        await Assertions.Expect(Tile(one.Page, "MC-1")).ToHaveAttributeAsync("data-at", "660");
        one.Complaints.ShouldAllBe(complaint => complaint.Contains("412", StringComparison.Ordinal) || complaint.Contains("409", StringComparison.Ordinal));
        other.Complaints.ShouldBeEmpty();
    }

    private static ILocator Tile(IPage page, string code) => page.Locator($".tile[data-code='{code}']");

    private static Task<string?> FocusedAsync(IPage page) => page.EvaluateAsync<string?>("document.activeElement.closest('.tile, .card')?.dataset.code ?? null");

    private static async Task OpenAsync(IPage page, string board)
    {
        await page.GotoAsync(board);
        await Assertions.Expect(page.Locator(".desk.live")).ToBeVisibleAsync();
    }

    private static async Task MoveByKeysAsync(IPage page, string code, string key)
    {
        await Tile(page, code).Locator("h3 a").FocusAsync();
        foreach (var press in (string[])["Enter", key, "Enter"])
            await page.Keyboard.PressAsync(press);
    }

    private static async Task DragAsync(IPage page, ILocator what, (float X, float Y) at, (float X, float Y) by, Func<Task> meanwhile)
    {
        var box = (await what.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + at.X, box.Y + at.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + at.X + by.X, box.Y + at.Y + by.Y, new() { Steps = 8 });
        await meanwhile();
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator(".target")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("body")).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    // One person chairs two sessions that meet; a third has no place yet.
    private async Task<string> ConferenceAsync(string slug)
    {
        using var key = installation.Key();
        var path = $"/api/v1/conferences/{slug}";
        await Json.SendAsync(key, HttpMethod.Post, "/api/v1/conferences", new { slug, name = "On the board", timeZone = "Europe/Dublin", firstDay = "2024-01-08", lastDay = "2024-01-09" });
        foreach (var (name, capacity) in ((string, int)[])[("Alder", 80), ("Hazel", 60), ("Rowan", 40)])
            await Json.SendAsync(key, HttpMethod.Post, $"{path}/rooms", new { name, capacity });
        await Json.SendAsync(key, HttpMethod.Post, $"{path}/session-types", new { code = "MC", name = "Masterclass", defaultMinutes = 45 });
        var chair = await Json.AddAsync(key, $"{path}/people", new { givenName = "Perpetua", familyName = "Wren" });
        foreach (var (code, room, start) in ((string, string, string)[])[("MC-1", "alder", "2024-01-08T09:00:00"), ("MC-2", "hazel", "2024-01-08T09:30:00"), ("MC-3", "", "")])
        {
            var id = await Json.AddAsync(key, $"{path}/sessions", new { code, title = $"Of {code}", type = "MC", status = "confirmed", chairs = code == "MC-3" ? [] : new[] { chair } });
            if (room.Length > 0)
                await Json.SendAsync(key, HttpMethod.Put, $"{path}/sessions/{id}/placement", new { room, start, minutes = 60 });
        }

        return $"{installation.Address}/organise/{slug}/board?day=2024-01-08";
    }
}
