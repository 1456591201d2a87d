using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>Stars with scripts: on every page, without network, in two tabs and on two devices.</summary>
public sealed class Starring(Chromium chromium, RunningService service)
{
    private const string Stars = ".row button.star";

    [Fact]
    public async Task A_star_is_put_by_the_keyboard_where_it_is_and_stands_on_every_page()
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await OpenAsync(page, $"/{service.Conference}?day=all");
        var star = page.Locator(Stars).Nth(2);
        var code = await page.Locator(".row:has(button.star) .code").Nth(2).InnerTextAsync();
        await Assertions.Expect(star).ToHaveAttributeAsync("aria-pressed", "false");
        (await star.GetAttributeAsync("aria-label")).ShouldBe($"My agenda: {code}");

        await star.FocusAsync();
        await SentAsync(page, () => page.Keyboard.PressAsync("Enter"));
        await Assertions.Expect(star).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(star).ToHaveTextAsync("★");
        await Assertions.Expect(page.Locator(".row.starred")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("p.hide[role=status]")).ToHaveTextAsync($"{code} is in your agenda.");
        page.Url.ShouldEndWith("?day=all");

        await page.Locator(".row.starred h4 a").ClickAsync();
        var own = page.Locator("form.acts button[name=session]");
        await Assertions.Expect(own).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(own).ToHaveTextAsync("★ My agenda");
        await OpenAsync(page, "/mine");
        await Assertions.Expect(page.Locator(".row .code")).ToHaveTextAsync(code);

        // Taken out there, it stays to be put back until the page is left.
        await SentAsync(page, () => page.Locator(Stars).ClickAsync());
        await Assertions.Expect(page.Locator(Stars)).ToHaveAttributeAsync("aria-pressed", "false");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main > .none")).ToBeVisibleAsync();
        reader.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?view=grid", ".tile button.star >> visible=true")]
    [InlineData("/rooms", Stars)]
    [InlineData("/people", Stars)]
    public async Task Grid_rooms_and_people_have_stars(string pages, string stars)
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await OpenAsync(page, $"/{service.Conference}{pages}");
        if (pages[0] == '/')
            await page.Locator("main h3 a").First.ClickAsync();
        var star = page.Locator(stars).First;
        await Assertions.Expect(star).ToHaveAttributeAsync("aria-pressed", "false");
        await SentAsync(page, () => star.ClickAsync());
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(stars).First).ToHaveAttributeAsync("aria-pressed", "true");
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Presses_without_network_are_sent_when_it_is_back_and_tabs_agree()
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        var other = await page.Context.NewPageAsync();
        await OpenAsync(page, $"/{service.Conference}?day=all");
        await OpenAsync(other, $"/{service.Conference}?day=all");
        await SentAsync(page, () => page.Locator(Stars).Nth(0).ClickAsync());

        await page.Context.SetOfflineAsync(true);
        await page.Locator(Stars).Nth(0).ClickAsync();
        await page.Locator(Stars).Nth(1).ClickAsync();
        await other.Locator(Stars).Nth(2).ClickAsync();
        await page.Locator(Stars).Nth(3).ClickAsync();
        await page.Locator(Stars).Nth(3).ClickAsync();
        await Assertions.Expect(page.Locator("p.hide[role=status]")).ToContainTextAsync("sent when there is network");
        foreach (var tab in (IPage[])[page, other])
            await PressedAsync(tab, false, true, true, false);

        await page.Context.SetOfflineAsync(false);
        await UntilAsync(page, "async ids => { const { stars } = await (await fetch('/mine/stars')).json(); return stars.length === 2 && !stars.includes(ids[0]) }", await IdsAsync(page));
        foreach (var tab in (IPage[])[page, other])
        {
            await tab.ReloadAsync();
            await PressedAsync(tab, false, true, true, false);
        }

        await OpenAsync(page, "/mine");
        await Assertions.Expect(page.Locator(".row")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_private_link_brings_the_agenda_to_another_device(bool scripts)
    {
        await using var laptop = await chromium.ReaderAsync();
        await using var phone = await chromium.ReaderAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = 390, Height = 844 } });
        await OpenAsync(laptop.Page, $"/{service.Conference}?day=all");
        await SentAsync(laptop.Page, () => laptop.Page.Locator(Stars).Nth(0).ClickAsync());
        await OpenAsync(phone.Page, $"/{service.Conference}?day=all");
        if (scripts)
            await SentAsync(phone.Page, () => phone.Page.Locator(Stars).Nth(1).ClickAsync());
        else
            await phone.Page.Locator(Stars).Nth(1).ClickAsync();

        await OpenAsync(laptop.Page, "/mine");
        await laptop.Page.GetByRole(AriaRole.Link, new() { Name = "Link for another device" }).ClickAsync();
        await Assertions.Expect(laptop.Page.Locator("img.qr")).ToBeVisibleAsync();
        (await laptop.Page.Locator("img.qr").EvaluateAsync<int>("image => image.naturalWidth")).ShouldBeGreaterThan(0);
        var link = await laptop.Page.Locator("#link").InputValueAsync();
        link.ShouldStartWith($"{service.Address}/mine/join#myagenda_");

        await phone.Page.GotoAsync(link);
        if (scripts)
        {
            await Assertions.Expect(phone.Page.Locator(".note.good")).ToHaveTextAsync("You opened the link of another device.");
            phone.Page.Url.ShouldBe($"{service.Address}/mine/join");
            (await phone.Page.Locator("#link").IsVisibleAsync()).ShouldBeFalse();
        }
        else
        {
            await phone.Page.Locator("#link").FillAsync(link);
        }

        await Assertions.Expect(phone.Page.GetByText("1 session is starred on this device already")).ToBeVisibleAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Use this agenda here" }).ClickAsync();
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex("/mine$"));
        await Assertions.Expect(phone.Page.Locator(".row")).ToHaveCountAsync(2);
        await OpenAsync(laptop.Page, $"/{service.Conference}?day=all");
        await PressedAsync(laptop.Page, true, true, false);
        laptop.Complaints.ShouldBeEmpty();
        phone.Complaints.Where(complaint => scripts || !complaint.Contains(".js", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Forget me")]
    [InlineData("Take this device off")]
    public async Task Who_is_forgotten_sees_no_stars(string button)
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await OpenAsync(page, $"/{service.Conference}?day=all");
        await SentAsync(page, () => page.Locator(Stars).Nth(0).ClickAsync());
        await OpenAsync(page, "/mine");
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(page.Locator("main > .none")).ToBeVisibleAsync();
        await OpenAsync(page, $"/{service.Conference}?day=all");
        await PressedAsync(page, false, false);
        reader.Complaints.ShouldBeEmpty();
    }

    private async Task OpenAsync(IPage page, string path) => await page.GotoAsync(service.Address + path);

    private static Task<IResponse> SentAsync(IPage page, Func<Task> press) =>
        page.RunAndWaitForResponseAsync(press, response => response.Url.EndsWith("/mine/stars", StringComparison.Ordinal) && response.Request.Method == "POST" && response.Status == 204);

    private static async Task PressedAsync(IPage page, params bool[] first)
    {
        for (var i = 0; i < first.Length; i++)
            await Assertions.Expect(page.Locator(Stars).Nth(i)).ToHaveAttributeAsync("aria-pressed", first[i] ? "true" : "false");
    }

    private static Task<string[]> IdsAsync(IPage page) => page.Locator(Stars).EvaluateAllAsync<string[]>("stars => stars.map(s => s.value)");

    internal static async Task UntilAsync(IPage page, string holds, object? argument = null)
    {
        for (var patience = 0; patience < 150; patience++)
        {
            if (await page.EvaluateAsync<bool>(holds, argument))
                return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"It never came to be so: {holds}");
    }
}
