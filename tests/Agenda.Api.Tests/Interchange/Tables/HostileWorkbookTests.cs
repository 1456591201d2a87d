using System.IO.Compression;
using System.Net;

namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>Workbooks that are broken, or are meant to do harm, are refused with a reason, and nothing is changed.</summary>
public sealed class HostileWorkbookTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Name = "<row><c t=\"inlineStr\"><is><t>name</t></is></c></row>";
    private static int unique;

    public static TheoryData<string, string> Files => new()
    {
        { "an empty zip", "workbook" },
        { "an OpenDocument", "workbook" },
        { "a binary workbook", "workbook" },
        { "broken off", "damaged-workbook" },
        { "its first half alone", "damaged-workbook" },
        { "one byte other", "damaged-workbook" },
        { "XML broken off", "damaged-workbook" },
        { "a document type", "damaged-workbook" },
        { "entities in shared strings", "damaged-workbook" },
        { "a file twice", "damaged-workbook" },
        { "no sheet", "damaged-workbook" },
        { "a sheet elsewhere", "damaged-workbook" },
        { "a sheet that is no part", "damaged-workbook" },
        { "one part for all sheets", "damaged-workbook" },
        { "a string that is not there", "damaged-workbook" },
        { "rows beyond the last", "damaged-workbook" },
        { "rows in no order", "damaged-workbook" },
        { "columns beyond the last", "damaged-workbook" },
        { "a cell again and again", "damaged-workbook" },
        { "tags in tags", "damaged-workbook" },
        { "a format of kilobytes", "damaged-workbook" },
        { "a bomb", "workbook-too-large" },
        { "a bomb in a picture", "workbook-too-large" },
        { "many files", "workbook-too-large" },
        { "an attribute of megabytes", "workbook-too-large" },
        { "millions of merged cells", "workbook-too-large" },
        { "a text of many pieces", "workbook-too-large" },
        { "a long cell", "cell-too-long" },
        { "a thousand columns", "too-many-columns" },
        { "too many rows", "too-many-rows" },
        { "a row far below", "too-many-rows" },
        { "an empty sheet", "not-a-table" },
        { "other columns", "not-a-table" },
        { "a column twice", "column-twice" },
        { "more cells than columns", "too-many-cells" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_workbook_that_is_no_such_table_is_refused_as_a_whole(string file, string code)
    {
        var given = await Given.Conference(host, $"hostile-workbook-{Interlocked.Increment(ref unique)}");
        var before = await host.Everything();
        (await given.Upload("rooms", Content(file))).ShouldBeProblem(HttpStatusCode.BadRequest, code);
        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task A_workbook_that_was_damaged_anywhere_is_refused_or_read_but_never_fails()
    {
        var given = await Given.Conference(host, $"hostile-workbook-{Interlocked.Increment(ref unique)}");
        var good = Workbooks.Of([["name", "capacity"], ["North", 60], ["South", RawCell.Number(45_300, Workbooks.Date)]]);
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var file = i % 4 == 0 ? good[..random.Next(4, good.Length)] : [.. good];
            for (var change = 0; change < i % 4; change++)
                file[random.Next(4, file.Length)] = (byte)random.Next(256);
            (await given.Upload("rooms", file, "?dryRun=true")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        }
    }

    private static byte[] Content(string file)
    {
        var good = Workbooks.Of([["name"], ["North"]]);
        switch (file)
        {
            case "an empty zip":
                return Workbooks.Zip([]);
            case "an OpenDocument":
                return Workbooks.Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")]);
            case "a binary workbook":
                return With("xl/worksheets/sheet1.bin", "x");
            case "broken off":
                return good[..^30];
            case "its first half alone":
                return good[..(good.Length / 2)];
            case "one byte other":
                good[good.AsSpan().IndexOf("xl/worksheets/sheet1.xml"u8) + 40] ^= 4;
                return good;
            case "XML broken off":
                return Workbooks.With(Workbooks.Sheet(Name)[..^20]);
            case "a document type":
                return Workbooks.With("<!DOCTYPE worksheet [<!ENTITY a \"aaaa\">]>" + Workbooks.Sheet(Name));
            case "entities in shared strings":
                return With("xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>");
            case "a file twice":
                return Workbooks.Zip(Workbooks.Parts([["name"]], "Sheet1").Append(("XL\\worksheets\\sheet1.xml", Workbooks.Sheet(""))));
            case "no sheet":
                return With("xl/workbook.xml", Workbooks.Book());
            case "a sheet elsewhere":
                return With("xl/_rels/workbook.xml.rels", Workbooks.Relations(("rId1", "worksheet", "../../../etc/passwd")));
            case "a sheet that is no part":
                return With("xl/_rels/workbook.xml.rels", Workbooks.Relations(("rId2", "worksheet", "worksheets/sheet1.xml")));
            case "one part for all sheets":
                return With("xl/_rels/workbook.xml.rels", Workbooks.Relations(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet1.xml")), ("xl/workbook.xml", Workbooks.Book("A", "B")));
            case "a format of kilobytes":
                return With("xl/styles.xml", $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"{new string('0', 5_000)}\"/></numFmts></styleSheet>");
            case "a bomb in a picture":
                return Zeros("xl/media/image1.png");
            case "a bomb":
                return Workbooks.With(Workbooks.Sheet(Name + string.Concat(Enumerable.Range(0, 1_400).Select(_ => $"<row>{new string(' ', 100_000)}</row>"))));
            case "many files":
                return Workbooks.Zip(Workbooks.Parts([["name"]], "Sheet1").Concat(Enumerable.Range(0, 6_000).Select(i => ($"xl/media/{i}.png", ""))));
            case "an attribute of megabytes":
                return Workbooks.With(Workbooks.Sheet($"<row spans=\"{new string('1', 10_000_000)}\"></row>"));
            case "millions of merged cells":
                return Workbooks.With(Workbooks.Sheet(Name).Replace("</sheetData>", "</sheetData><mergeCells>" + string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:B1\"/>", 2_100_000)) + "</mergeCells>", StringComparison.Ordinal));
            case "a text of many pieces":
                return With("xl/sharedStrings.xml", "<sst><si>" + string.Concat(Enumerable.Repeat("<r><t>abcd</t></r>", 60_000)) + "</si></sst>");
            case "a long cell":
                return Workbooks.Of([["name"], [new string('x', 300_000)]]);
            case "a thousand columns":
                return Workbooks.Of([["name", .. Enumerable.Repeat("x", 1_000)]]);
            case "too many rows":
                return Workbooks.Of(Enumerable.Repeat<object?[]>(["name"], 50_002));
            default:
                return Workbooks.With(Workbooks.Sheet(file switch
                {
                    "a string that is not there" => Name + "<row><c t=\"s\"><v>7</v></c></row>",
                    "rows beyond the last" => Name + "<row r=\"2000000000\"><c><v>1</v></c></row>",
                    "rows in no order" => "<row r=\"9\"></row><row r=\"2\"></row>",
                    "columns beyond the last" => "<row><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>",
                    "a cell again and again" => "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
                    "tags in tags" => string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100)),
                    "a row far below" => Name + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>",
                    "an empty sheet" => "",
                    "other columns" => "<row><c><v>1</v></c></row>",
                    "a column twice" => "<row><c t=\"str\"><v>name</v></c><c t=\"str\"><v>Name</v></c></row>",
                    "more cells than columns" => Name + "<row><c><v>1</v></c><c><v>2</v></c></row>",
                    _ => throw new ArgumentOutOfRangeException(nameof(file), file, "No such file."),
                }));
        }
    }

    private static byte[] With(string name, string content, params (string Name, string Content)[] more) =>
        Workbooks.Zip(Workbooks.Parts([["name"]], "Sheet1").Where(part => part.Name != name && !Array.Exists(more, other => other.Name == part.Name)).Append((name, content)).Concat(more));

    private static byte[] Zeros(string name)
    {
        using var file = new MemoryStream();
        file.Write(Workbooks.Of([["name"]]));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 140; i++)
                part.Write(zeros);
        }

        return file.ToArray();
    }
}
