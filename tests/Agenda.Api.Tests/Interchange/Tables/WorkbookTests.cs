using System.Net;

namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>A table that was saved as a workbook comes back as it does from CSV.</summary>
public sealed class WorkbookTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static int unique;

    [Fact]
    public async Task A_table_that_comes_back_as_a_workbook_changes_nothing()
    {
        var given = await RichConference.MakeAsync(host, "workbook-identity");
        var before = await host.Everything();
        foreach (var table in TableTrips.Tables)
        {
            var sheet = await given.Opened(table);
            sheet.Rows.Count.ShouldBeGreaterThan(2);
            var report = await given.Organiser.Add($"{given.Path}/tables/{table}", new ByteArrayContent(Workbooks.Typed(sheet)) { Headers = { ContentType = new(MediaType) } });
            report.ShouldBe(HttpStatusCode.OK).Counts().ShouldBe((0, 0, 0, sheet.Rows.Count), $"{table}: {report.Text}");
            (report.Changes(), report.Notes("mended"), report.Notes("leftOut"), report.Notes("refused")).ShouldBe(([], [], [], []));
            (report["encoding"].GetString(), report["separator"].GetString()).ShouldBe(("workbook", ""));
        }

        (await host.Everything()).ShouldBe(before);
    }

    [Theory]
    [InlineData("rooms", "slug,name,building,capacity,order,virtual,parts,openingHours,colour\nnorth,North,Main,61,-2,false,,08:00-18:30,red\n,South,Annexe,40,,true,,,\nwhole,Whole,,100,3,false,north,,\n")]
    [InlineData("people", "givenName,familyName,country,biography\nAda,Lovelace,Ireland,'=1+1\nGrace,Hopper,,\n")]
    [InlineData("sessions", "code,title,type,chairs,room,day,start,minutes,seats\nMC-1,Renamed,MC,Ada Lovelace,north,2024-01-09,14:05,60,\nMC-3,Third,MC,,,,,,12\nMC-4,Fourth,MC,,north,2024-01-08,00:00,45,\n")]
    [InlineData("contributions", "session,code,title,order,minutes,authors\nMC-1,A,A talk,2,30,Ada Lovelace*\nMC-1,B,Another,1,,\n")]
    public async Task What_is_new_or_edited_comes_in_as_from_csv(string table, string file)
    {
        var given = await Conference();
        var sheet = Sheet.Open(System.Text.Encoding.UTF8.GetBytes(file));
        var csv = await given.Uploaded(table, file, "?dryRun=true&edits=file");
        var tried = await given.Uploaded(table, Workbooks.Typed(sheet), "?dryRun=true&edits=file");
        tried.Text.Replace("\"workbook\"", "\"utf-8\"", StringComparison.Ordinal).Replace("\"separator\":\"\"", "\"separator\":\",\"", StringComparison.Ordinal).ShouldBe(csv.Text);
        csv.Changes().ShouldNotBeEmpty();

        (await given.Uploaded(table, Workbooks.Typed(sheet), "?edits=file")).Changes().ShouldBe(csv.Changes());
        (await given.Uploaded(table, file, "?edits=file")).Changes().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Workbooks.Date, 45300, "day", "2024-01-09")]
    [InlineData(Workbooks.Date, 45300.75, "day", "2024-01-09")]
    [InlineData(Workbooks.GermanDate, 45300, "day", "2024-01-09")]
    [InlineData(Workbooks.Moment, 45300, "day", "2024-01-09")]
    [InlineData(Workbooks.Moment, 45300.75, "day", null)]
    [InlineData(0, 45300, "day", null)]
    [InlineData(Workbooks.Time, 0.604166666666667, "start", "14:30")]
    [InlineData(Workbooks.Time, 45300.604166666664, "start", "14:30")]
    [InlineData(Workbooks.Duration, 0.604166666666667, "start", "14:30")]
    [InlineData(Workbooks.HalfDays, 0.604166666666667, "start", "14:30")]
    [InlineData(Workbooks.Quoted, 0.604166666666667, "start", "14:30")]
    [InlineData(Workbooks.Moment, 0.604166666666667, "start", "14:30")]
    [InlineData(Workbooks.Time, 0.6043, "start", null)]
    [InlineData(Workbooks.Duration, 1.5, "start", null)]
    [InlineData(0, 0.604166666666667, "start", null)]
    [InlineData(0, 90.0, "minutes", "90")]
    [InlineData(0, 90.5, "minutes", null)]
    [InlineData(Workbooks.Time, 0.0625, "minutes", null)]
    [InlineData(0, 1e300, "minutes", null)]
    [InlineData(Workbooks.Date, -1.0, "day", null)]
    [InlineData(Workbooks.Date, 1e300, "day", null)]
    [InlineData(Workbooks.Duration, 1e300, "start", null)]
    public async Task A_number_is_what_its_format_shows(int style, double number, string column, string? expected)
    {
        var given = await Conference();
        var file = Workbooks.Of([["code", "title", "type", "day", "start", "minutes"], ["X", "X", "MC", .. ((string[])["day", "start", "minutes"]).Select(name => name == column ? RawCell.Number(number, style) : Other(name))]]);
        if (expected is null)
        {
            var where = (await given.Upload("sessions", file)).Text;
            where.ShouldContain(style == Workbooks.Duration && number > 2 ? "damaged-workbook" : $"row 2: {column}");
            return;
        }

        (await given.Uploaded("sessions", file)).Counts().ShouldBe((1, 0, 0, 0));
        (await given.Opened("sessions"))["code", "X"][column].ShouldBe(expected);

        static object Other(string name) => name switch
        {
            "day" => "2024-01-08",
            "start" => "10:00",
            _ => 30,
        };
    }

    [Fact]
    public async Task Formulas_are_what_they_came_to_and_what_has_no_value_is_refused_by_row_and_field()
    {
        var given = await Conference();
        object?[][] rows =
        [
            [],
            ["name", "capacity", "virtual", "building"],
            [new RawCell("t=\"str\"", "<f>A1&amp;\"x\"</f><v>Formula</v>"), new RawCell("", "<f>6*10</f><v>60</v>"), new RawCell("t=\"b\"", "<f>TRUE()</f><v>1</v>"), new RawCell("t=\"str\"", "<f>\"\"</f><v></v>")],
            [],
            [null, null, new RawCell("s=\"1\"", "")],
            ["Never", new RawCell("", "<f>6*10</f>"), false, null],
            ["Error", new RawCell("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>"), false, new RawCell("t=\"e\"", "<v>#SPILL!</v>")],
            ["Good", 5.0, null, "#REF!"],
        ];
        var report = await given.Uploaded("rooms", Workbooks.Of(rows), "?dryRun=true");
        report.Notes("refused").ShouldBe(
        [
            "row 6: capacity |  | It is a formula that was never calculated: open the file in a spreadsheet and save it there.",
            "row 7: building | #SPILL! | The spreadsheet shows an error here.",
            "row 7: capacity | #DIV/0! | The spreadsheet shows an error here.",
        ], ignoreOrder: true);
        (await given.Upload("rooms", Workbooks.Of(rows))).ShouldBeProblem(HttpStatusCode.BadRequest, "rows-refused");

        (await given.Uploaded("rooms", Workbooks.Of([.. rows.Take(5), .. rows.Skip(7)]))).Changes().ShouldBe(["row 3 room Formula created", "row 6 room Good created"]);
        var formula = (await given.Opened("rooms"))["name", "Formula"];
        (formula["capacity"], formula["virtual"], formula["building"]).ShouldBe(("60", "true", ""));
    }

    [Fact]
    public async Task The_sheet_is_the_one_of_the_tables_name_else_the_first()
    {
        var given = await Conference();
        byte[] Book(string first, string second) => Workbooks.Zip(Workbooks.Parts([["name"], ["First"]], first).Select(part => part.Name switch
        {
            "xl/workbook.xml" => (part.Name, Workbooks.Book(first, second)),
            "xl/_rels/workbook.xml.rels" => (part.Name, Workbooks.Relations(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/other.xml"), ("rId8", "styles", "styles.xml"), ("rId9", "sharedStrings", "sharedStrings.xml"))),
            _ => part,
        }).Append(("xl/worksheets/other.xml", Workbooks.Sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>Sec</t></r><r><t>ond</t></r></is></c></row>"))));
        (await given.Uploaded("rooms", Book("Notes", "Rooms"), "?dryRun=true")).Changes().ShouldBe(["row 2 room Second created"]);
        (await given.Uploaded("rooms", Book("rooms", "Notes"), "?dryRun=true")).Changes().ShouldBe(["row 2 room First created"]);
        (await given.Uploaded("rooms", Book("One", "Two"), "?dryRun=true")).Changes().ShouldBe(["row 2 room First created"]);
    }

    [Fact]
    public async Task A_workbook_that_counts_days_from_1904_and_is_formatted_to_its_last_cell_is_read()
    {
        var given = await Conference();
        var sheet = Workbooks.Sheet("<row r=\"1\">" + string.Concat(((string[])["code", "title", "type", "day", "start", "minutes"]).Select(name => $"<c t=\"inlineStr\"><is><t>{name}</t></is></c>"))
            + "</row><row><c t=\"inlineStr\"><is><t>X</t></is></c><c t=\"inlineStr\"><is><t>X</t></is></c><c t=\"inlineStr\"><is><t>MC</t></is></c><c s=\"1\"><v>43838</v></c><c s=\"2\"><v>0.5</v></c><c><v>30</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>");
        var file = Workbooks.Zip(Workbooks.Parts([], "Sheet1").Select(part => part.Name switch
        {
            "xl/workbook.xml" => (part.Name, part.Content.Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal)),
            "xl/worksheets/sheet1.xml" => (part.Name, sheet),
            _ => part,
        }));
        (await given.Uploaded("sessions", file)).Counts().ShouldBe((1, 0, 0, 0));
        var row = (await given.Opened("sessions"))["code", "X"];
        (row["day"], row["start"]).ShouldBe(("2024-01-09", "12:00"));
    }

    private async Task<Given> Conference()
    {
        var given = await Given.Conference(host, $"workbooks-{Interlocked.Increment(ref unique)}", lastDay: "2024-01-13");
        await given.Type("MC", "Masterclass");
        await given.Room("North", 60);
        await given.Person("Ada", "Lovelace");
        await given.Session("MC-1", "Networks");
        return given;
    }
}
