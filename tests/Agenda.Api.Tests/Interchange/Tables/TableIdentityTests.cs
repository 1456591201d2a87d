using System.Text;
using Agenda.Api.Http;
using Agenda.Api.Tests.Calendars;

namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>What goes out as a table and comes back as it was changes nothing.</summary>
public sealed class TableIdentityTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task A_table_that_comes_back_unchanged_changes_nothing_and_goes_out_again_byte_for_byte()
    {
        var given = await RichConference.MakeAsync(host, "identity");
        var before = await host.Everything();
        foreach (var table in TableTrips.Tables)
        {
            var file = await given.Table(table);
            var rows = Sheet.Open(file).Rows.Count;
            rows.ShouldBeGreaterThan(2);
            var report = await given.Uploaded(table, file);
            report.Counts().ShouldBe((0, 0, 0, rows), $"{table}: {report.Text}");
            (report.Changes(), report.Notes("mended"), report.Notes("leftOut"), report.Notes("refused")).ShouldBe(([], [], [], []));
            (report["encoding"].GetString(), report["separator"].GetString()).ShouldBe(("utf-8", ","));
            (await given.Table(table)).ShouldBe(file);
        }

        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task A_table_that_a_spreadsheet_wrote_otherwise_changes_nothing_either()
    {
        var given = await RichConference.MakeAsync(host, "otherwise");
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;
        foreach (var table in TableTrips.Tables)
        {
            var file = await given.Table(table);
            var sheet = Sheet.Open(file);
            foreach (var row in sheet.Rows)
            {
                foreach (var column in sheet.Columns)
                    row[column] = row[column].ReplaceLineEndings("\n").Replace("true", "WAHR", StringComparison.Ordinal);
            }

            string[] reversed = [.. sheet.Columns.AsEnumerable().Reverse()];
            foreach (var (saved, encoding, separator) in (IEnumerable<(byte[], string, string)>)
                [
                    (sheet.Save(';', western, columns: reversed), "windows-1252", ";"),
                    (sheet.Save('\t', Encoding.Unicode, "\n"), "utf-16", "\t"),
                    (sheet.Save(',', new UTF8Encoding(false), "\r", reversed), "utf-8", ","),
                    ([.. "sep=;\r\n"u8, .. sheet.Save(';', new UTF8Encoding(false))], "utf-8", ";"),
                ])
            {
                var report = await given.Uploaded(table, saved);
                report.Counts().ShouldBe((0, 0, 0, sheet.Rows.Count), $"{table} {encoding} {separator}: {string.Join('\n', report.Changes())}");
                (report["encoding"].GetString(), report["separator"].GetString()).ShouldBe((encoding, separator));
            }

            (await given.Table(table)).ShouldBe(file);
        }
    }

    [Fact]
    public async Task Any_text_that_can_be_entered_comes_back_as_it_was()
    {
        var given = await Given.Conference(host, "any-text");
        await given.Type("MC", "Masterclass");
        var texts = RandomText.Many().Where(text => text.Length < 5_000 && EnteredText.IsClean(text, lineBreaks: true)).ToList();
        texts.Count.ShouldBeGreaterThan(100);
        await given.Session("MC-1", "All of them", more: new { contributions = texts.Take(450).Select(text => new { title = "A talk", @abstract = text }) });

        var file = await given.Table("contributions");
        (await given.Uploaded("contributions", file)).Counts().ShouldBe((0, 0, 0, Math.Min(450, texts.Count)));

        // Each text in the place of the one before, and nothing but that.
        var sheet = Sheet.Open(file);
        var (random, last) = (new Random(7), sheet.Rows.Select(row => row["abstract"]).ToList());
        var edited = sheet.Rows.Select((row, place) => (row, place)).Where(_ => random.Next(3) == 0).ToList();
        foreach (var (row, place) in edited)
            row["abstract"] = last[(place + 1) % last.Count];
        var differing = edited.Where(e => Read(e.row["abstract"]) != Read(last[e.place])).Select(e => e.row["id"]).ToList();
        var report = await given.Uploaded("contributions", sheet.Save());
        report.Counts().ShouldBe((0, differing.Count, 0, sheet.Rows.Count - differing.Count));
        var after = (await given.Opened("contributions")).Rows;
        after.Select(row => Read(row["abstract"])).ShouldBe(sheet.Rows.Select(row => Read(row["abstract"])));
    }

    // What a table cannot tell apart: the kinds of line ends.
    private static string Read(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
