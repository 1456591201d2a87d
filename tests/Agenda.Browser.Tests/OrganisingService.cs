using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>An installation of its own for those who organise, with accounts that sign in as people do.</summary>
public sealed class OrganisingService : IAsyncLifetime
{
    private const string Password = "four unlikely words together";

    public RunningService Service { get; } = new();

    public string Address => Service.Address;

    public ValueTask InitializeAsync() => Service.InitializeAsync();

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    /// <summary>A client with the organisers' key.</summary>
    public HttpClient Key()
    {
        var client = new HttpClient { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningService.Key);
        return client;
    }

    /// <summary>A window in which somebody new is signed in who administers the installation.</summary>
    internal async Task<Reader> AdministratorAsync(Chromium chromium, BrowserNewContextOptions? window = null) => (await SignedInAsync(chromium, administrator: true, window)).Reader;

    /// <summary>A window in which somebody new is signed in, and the id of their account.</summary>
    internal async Task<(Reader Reader, Guid Account)> SignedInAsync(Chromium chromium, bool administrator, BrowserNewContextOptions? window = null)
    {
        using var key = Key();
        var email = $"{Guid.CreateVersion7():N}@example.org";
        var answer = await key.PostAsJsonAsync("/api/v1/accounts", new { name = "Olive Ó Sé", email, administrator });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        var added = await answer.Content.ReadFromJsonAsync<JsonElement>();

        var reader = await chromium.ReaderAsync(window ?? new() { Locale = "en-GB", ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = reader.Page;
        await page.GotoAsync(added.GetProperty("passwordLink").GetString()!);
        foreach (var field in await page.Locator("input[type=password]").AllAsync())
            await field.FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/(account|sign-in)"), new() { Timeout = 30_000 });
        if (page.Url.Contains("/sign-in", StringComparison.Ordinal))
            await SignInAsync(page, email);
        return (reader, added.GetProperty("account").GetProperty("id").GetGuid());
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.Locator("input[name=email]").FillAsync(email);
        await page.Locator("input[name=password]").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/account"), new() { Timeout = 30_000 });
    }
}
