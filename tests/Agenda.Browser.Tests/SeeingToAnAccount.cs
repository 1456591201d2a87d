using System.Text.RegularExpressions;
using Agenda.Api.Security;
using Microsoft.Playwright;
using NodaTime;

namespace Agenda.Browser.Tests;

/// <summary>From the printed link to an account with a second factor, in a browser without scripts.</summary>
public sealed class SeeingToAnAccount(Chromium chromium, RunningService service)
{
    private const string Email = "nora@example.org", Password = "four unlikely words together";

    [Fact]
    public async Task The_first_administrator_signs_in_and_out_and_turns_the_second_factor_on()
    {
        await using var reader = await chromium.ReaderAsync(new() { JavaScriptEnabled = false });
        var page = reader.Page;

        await page.GotoAsync(await service.SetUpLinkAsync());
        await page.GetByLabel("Name").FillAsync("Nora Ó Sé");
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same again").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await IsAtAsync(page, "/account$", "Your account");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await IsAtAsync(page, @"/sign-in\?done=signed-out$", "Sign in");
        await page.GotoAsync($"{service.Address}/account/administration");
        await IsAtAsync(page, "/sign-in.returnTo=", "Sign in");
        await SignInAsync(page);
        await IsAtAsync(page, "/account/administration$", "Administration");

        await page.GetByRole(AriaRole.Link, new() { Name = "Nora Ó Sé" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up the second factor" }).ClickAsync();
        await IsAtAsync(page, "/account/second-factor$", "Set up the second factor");
        await Assertions.Expect(page.Locator("img.qr")).ToHaveJSPropertyAsync("complete", true);
        (await page.Locator("img.qr").EvaluateAsync<int>("image => image.naturalWidth")).ShouldBeGreaterThan(0);
        var key = OneTimeCodes.Bytes((await page.Locator(".secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        await page.GetByLabel("Code").FillAsync(OneTimeCodes.Code(key, OneTimeCodes.StepAt(SystemClock.Instance.GetCurrentInstant())));
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Your recovery codes");
        var codes = await page.Locator(".codes code").AllInnerTextsAsync();
        codes.Count.ShouldBe(10);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await IsAtAsync(page, @"/sign-in\?done=signed-out$", "Sign in");
        await SignInAsync(page);
        await IsAtAsync(page, "/sign-in/code$", "One more step");
        await page.GetByLabel("Code").FillAsync(codes[0]);
        await page.Keyboard.PressAsync("Enter");
        await IsAtAsync(page, "/account$", "Your account");
        reader.Complaints.ShouldBeEmpty();

        await page.GotoAsync(await service.SetUpLinkAsync());
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("This link does not work");
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task IsAtAsync(IPage page, string address, string title)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
    }
}
