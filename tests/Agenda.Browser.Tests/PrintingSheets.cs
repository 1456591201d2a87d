using System.Text;
using System.Text.RegularExpressions;

namespace Agenda.Browser.Tests;

/// <summary>Sheets on paper: each has its page, and nothing of the console is on it.</summary>
public sealed partial class PrintingSheets(Chromium chromium, OrganisingService installation)
{
    [Theory]
    [InlineData("door-sheets")]
    [InlineData("chair-sheets")]
    public async Task Each_sheet_is_one_page(string sheets)
    {
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        await page.GotoAsync($"{installation.Address}/organise/{installation.Service.Conference}/{sheets}");
        var number = await page.Locator(".sheet").CountAsync();
        number.ShouldBeGreaterThan(1);

        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true, Path = Path.Combine(RunningService.Pictures, $"organise-{sheets}.pdf") });

        Pages().Count(Encoding.Latin1.GetString(paper)).ShouldBe(number);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        foreach (var frame in (string[])[".mast", ".foot", ".crumb", ".bar", "h1"])
            (await page.Locator(frame).First.IsVisibleAsync()).ShouldBeFalse(frame);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Pages();
}
