using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>The search: while one types, by the keyboard alone, and by its form where there are no scripts.</summary>
public sealed class SearchingAsOneTypes(Chromium chromium, RunningService service)
{
    private const string Slug = "searched-2027";

    private static readonly Programme Searched = new(Slug, "Europe/Dublin",
        new(1, new(2027, 5, 3, 9, 0), 60, "Hall", "Młyn nad Łódką", "Zoë Ægirsdóttir", "Of mills."),
        new(2, new(2027, 5, 3, 10, 0), 60, "Hall", "Boats & <locks>", "Łucja Źdźbło", "At the end of a long text, which says many things about rivers and weirs before it comes to that, there is a heron on the bank, and then it goes on about other things for a while, and for a while longer, until nobody listens."),
        new(3, new(2027, 5, 4, 9, 0), 60, "Loft", "Boats again", "Bo Reed"));

    [Fact]
    public async Task Results_come_while_one_types_and_the_keyboard_leads_through_them_and_back()
    {
        await service.PublishAsync(Searched);
        await using var reader = await chromium.ReaderAsync(new() { Locale = "en-GB" });
        var page = reader.Page;
        var status = page.Locator(".hits [role=status]");
        await page.GotoAsync($"{service.Address}/{Slug}");
        (await status.InnerTextAsync()).ShouldBe("2 sessions on this day, 3 on all days");
        await status.EvaluateAsync("line => line.kept = true");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("boats");
        await Assertions.Expect(status).ToHaveTextAsync("2 sessions");
        await IsAtAsync(page, @"\?q=boats$");
        (await page.Locator(":focus").GetAttributeAsync("name")).ShouldBe("q");
        (await page.Locator(":focus").EvaluateAsync<int>("box => box.selectionStart")).ShouldBe(5);
        (await page.Locator("mark").AllInnerTextsAsync()).ShouldBe(["Boats", "Boats"]);
        (await status.EvaluateAsync<bool>("line => line.kept")).ShouldBeTrue("what is read out has to stay in place");

        await page.Keyboard.PressAsync("ArrowDown");
        (await page.Locator(":focus").InnerTextAsync()).ShouldBe("Boats & <locks>");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        (await page.Locator(":focus").InnerTextAsync()).ShouldBe("Boats again");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        (await page.Locator(":focus").GetAttributeAsync("name")).ShouldBe("q");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator(":focus").GetAttributeAsync("name")).ShouldBe("q");

        // Enter keeps it as a step to which, and from which, one goes back.
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" again");
        await Assertions.Expect(status).ToHaveTextAsync("1 session");
        await page.Keyboard.PressAsync("Enter");
        await IsAtAsync(page, @"\?q=boats\+again$");
        await page.GoBackAsync();
        await Assertions.Expect(status).ToHaveTextAsync("2 sessions");
        (await page.GetByRole(AriaRole.Searchbox).InputValueAsync()).ShouldBe("boats");
        await page.GoBackAsync();
        await Assertions.Expect(status).ToHaveTextAsync("2 sessions on this day, 3 on all days");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("heron");
        await Assertions.Expect(status).ToHaveTextAsync("1 session");
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Escape");
        await Assertions.Expect(status).ToHaveTextAsync("2 sessions on this day, 3 on all days");
        await IsAtAsync(page, $"/{Slug}$");
        reader.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_found_is_marked_without_regard_to_diacritics_also_in_lines_of_the_abstract(bool scripts)
    {
        await service.PublishAsync(Searched);
        await using var reader = await chromium.ReaderAsync(new() { JavaScriptEnabled = scripts });
        var page = reader.Page;
        await page.GotoAsync($"{service.Address}/{Slug}");
        await SearchAsync("lodka aegir");
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync(["Łódką", "Ægir"]);
        (await page.Locator(".found").CountAsync()).ShouldBe(0);

        await SearchAsync("HERON lock");
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync(["lock", "heron"]);
        (await page.Locator(".row h4").InnerTextAsync()).ShouldBe("Boats & <locks>");
        (await page.Locator(".found").InnerTextAsync()).ShouldMatch("^… .* there is a heron on the bank, .* …$");

        await page.GotoAsync($"{service.Address}/{Slug}/people");
        await SearchAsync("zdzb");
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync(["Źdźb"]);
        await IsAtAsync(page, @"/people\?q=zdzb$");
        reader.Complaints.ShouldBeEmpty();

        async Task SearchAsync(string words)
        {
            await page.GetByRole(AriaRole.Searchbox).FillAsync(words);
            if (!scripts)
                await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        }
    }

    [Fact]
    public async Task An_answer_that_comes_late_does_not_take_the_place_of_a_later_one()
    {
        await service.PublishAsync(Searched);
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await page.GotoAsync($"{service.Address}/{Slug}");
        var isHeld = new TaskCompletionSource();
        await page.RouteAsync("**/*q=boats", async route =>
        {
            await isHeld.Task;
            await route.ContinueAsync();
        });

        await page.RunAndWaitForRequestAsync(() => page.GetByRole(AriaRole.Searchbox).FillAsync("boats"), "**/*q=boats");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("again");
        await Assertions.Expect(page.Locator(".row")).ToHaveCountAsync(1);
        isHeld.SetResult();
        await page.WaitForTimeoutAsync(300);

        (await page.Locator(".row h4").AllInnerTextsAsync()).ShouldBe(["Boats again"]);
        await IsAtAsync(page, @"\?q=again$");
        reader.Complaints.ShouldBeEmpty();
    }

    private static Task IsAtAsync(IPage page, string address) => Assertions.Expect(page).ToHaveURLAsync(new Regex(address));
}
