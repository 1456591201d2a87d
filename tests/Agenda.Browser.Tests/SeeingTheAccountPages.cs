using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>What the pages of accounts look like, as far as it can be measured, and pictures for people to look at.</summary>
public sealed class SeeingTheAccountPages(Chromium chromium, InstallationWithAccounts installation) : IClassFixture<InstallationWithAccounts>
{
    [Theory]
    [MemberData(nameof(SeeingThePages.Looks), MemberType = typeof(SeeingThePages))]
    public async Task Every_page_is_readable_and_needs_no_scrolling_sideways(ColorScheme scheme, int width)
    {
        var window = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } };
        await using var stranger = await chromium.ReaderAsync(window);
        var service = installation.Service;
        await LookAsync(stranger.Page, "set-up", $"{service.Address}/account/set-up/x", scheme, width);
        await LookAsync(stranger.Page, "forgotten", $"{service.Address}/account/forgotten", scheme, width);
        await LookAsync(stranger.Page, "invitation", await installation.InvitationAsync(chromium), scheme, width);
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "Make an account and accept" }).EvaluateAsync("button => { button.form.noValidate = true; button.click() }");
        await Assertions.Expect(stranger.Page.Locator(".error").First).ToBeVisibleAsync();
        await LookAsync(stranger.Page, "mistakes", null, scheme, width);
        await LookAsync(stranger.Page, "sign-in", $"{service.Address}/sign-in", scheme, width);

        await installation.SignInAsync(stranger.Page);
        await LookAsync(stranger.Page, "account", $"{service.Address}/account?done=name", scheme, width);
        foreach (var fold in await stranger.Page.Locator(".fold > summary").AllAsync())
            await fold.ClickAsync();
        await LookAsync(stranger.Page, "account-open", null, scheme, width);
        await stranger.Page.Locator("#token [name=name]").FillAsync("Looked at");
        await stranger.Page.Locator("#token > button").ClickAsync();
        await Assertions.Expect(stranger.Page.Locator(".secret")).ToBeVisibleAsync();
        await LookAsync(stranger.Page, "secret", null, scheme, width);
        await LookAsync(stranger.Page, "administration", $"{service.Address}/account/administration", scheme, width);
        await stranger.Page.Locator("h3 a").Last.ClickAsync();
        await Assertions.Expect(stranger.Page.Locator(".facts")).ToBeVisibleAsync();
        await LookAsync(stranger.Page, "administered", null, scheme, width);
        await LookAsync(stranger.Page, "members", $"{service.Address}/account/conferences/{service.Conference}/members", scheme, width);
        await stranger.Page.Locator(".fold > summary").First.ClickAsync();
        await LookAsync(stranger.Page, "members-open", null, scheme, width);
        await stranger.Page.GotoAsync($"{service.Address}/account");
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "Set up the second factor" }).ClickAsync();
        await Assertions.Expect(stranger.Page.Locator(".qr")).ToBeVisibleAsync();
        await LookAsync(stranger.Page, "second-factor", null, scheme, width);
        TestContext.Current.TestOutputHelper!.WriteLine($"Pictures are in {RunningService.Pictures}");
    }

    private static async Task LookAsync(IPage page, string name, string? address, ColorScheme scheme, int width)
    {
        if (address is not null)
            await page.GotoAsync(address);
        var picture = Path.Combine(RunningService.Pictures, string.Create(CultureInfo.InvariantCulture, $"account-{name}-{scheme}-{width}.png"));
        await page.ScreenshotAsync(new() { Path = picture, FullPage = true });

        (await page.EvaluateAsync<string[]>(SeeingThePages.FaintTexts)).ShouldBeEmpty(name);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, name);
        // Nothing that is pressed is smaller than WCAG 2.2 asks for (2.5.8).
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('button, select, input:not([type=hidden]), summary')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)")).ShouldBeEmpty(name);
    }
}

/// <summary>An installation of its own with an administrator, a member or two, tokens and an open invitation.</summary>
public sealed class InstallationWithAccounts : IAsyncLifetime
{
    private const string Email = "nora@example.org", Password = "four unlikely words together";

    private readonly SemaphoreSlim gate = new(1);
    private string? invitation;

    public RunningService Service { get; } = new();

    public ValueTask InitializeAsync() => Service.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        await Service.DisposeAsync();
    }

    /// <summary>The address of an open invitation; made, with all the rest, when first asked for.</summary>
    public async Task<string> InvitationAsync(Chromium chromium)
    {
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return invitation ??= await FillAsync(chromium);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task SignInAsync(IPage page)
    {
        await page.GotoAsync($"{Service.Address}/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/account$"), new() { Timeout = 30_000 });
    }

    private async Task<string> FillAsync(Chromium chromium)
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await page.GotoAsync(await Service.SetUpLinkAsync());
        await FillInAsync(page, "set-up", ("name", "Nora Ó Sé"), ("email", Email), ("newPassword", Password), ("repeated", Password));
        foreach (var (name, days) in ((string, string)[])[("Nightly export to the archive", "30"), ("Badge printer", "366")])
        {
            await page.GotoAsync($"{Service.Address}/account");
            await FillInAsync(page, "token", ("name", name), ("days", days));
        }

        foreach (var (name, email) in ((string, string)[])[("Piet van der Meer-Hollandsworth", "piet@example.org"), ("ნინო ვარსკვლავაძე", "nino@example.org")])
        {
            await page.GotoAsync($"{Service.Address}/account/administration");
            await FillInAsync(page, "account", ("name", name), ("email", email));
        }

        await page.GotoAsync($"{Service.Address}/account/conferences/{Service.Conference}/members");
        await FillInAsync(page, "invite", ("email", "a.rather.long.address.of.somebody@department.university.example.org"));
        return await page.Locator(".secret").InnerTextAsync();
    }

    private static async Task FillInAsync(IPage page, string form, params (string Name, string Value)[] fields)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        foreach (var (name, value) in fields)
            await page.Locator($"#{form} [name={name}]").FillAsync(value);
        var before = page.Url;
        await page.Locator($"#{form} > button").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(before, new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".foot")).ToBeVisibleAsync();
    }
}
