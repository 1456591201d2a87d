using System.Net;
using System.Text;
using Agenda.Domain;

namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>Files that are no tables, are broken, or are meant to do harm are refused with a reason, and nothing is changed.</summary>
public sealed class HostileTableTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    public static TheoryData<string, string> Files => new()
    {
        { "nothing", "not-a-table" },
        { "blank lines", "not-a-table" },
        { "other columns", "not-a-table" },
        { "a workbook", "workbook" },
        { "an old workbook", "workbook" },
        { "zeros", "unknown-encoding" },
        { "a broken byte order mark", "unknown-encoding" },
        { "half of UTF-16", "unknown-encoding" },
        { "a column twice", "column-twice" },
        { "broken off in quotes", "not-well-formed" },
        { "quotes that do not match", "not-well-formed" },
        { "more cells than columns", "too-many-cells" },
        { "a thousand columns", "too-many-columns" },
        { "too many rows", "too-many-rows" },
        { "one field of megabytes", "cell-too-long" },
        { "one head of megabytes", "not-a-table" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_no_such_table_is_refused_as_a_whole(string file, string code)
    {
        var given = await Conference();
        var before = await host.Everything();
        foreach (var query in (string[])["", "?dryRun=true"])
            (await given.Upload("rooms", Content(file), query)).ShouldBeProblem(HttpStatusCode.BadRequest, code);
        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task A_body_that_is_larger_than_any_table_is_not_read()
    {
        var given = await Conference();
        (await given.Upload("rooms", new byte[Limits.ImportBytes + 1])).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task Every_row_that_cannot_be_taken_is_told_with_its_line_and_field_and_nothing_is_changed()
    {
        var given = await Conference();
        var room = (await given.Opened("rooms")).Rows[0];
        var file = "id,version,slug,name,capacity,order,virtual,parts,openingHours\r\n"
            + $"{room["id"]},{room["version"]},north,Good,60,1,true,,\r\n"
            + "\r\n,,,\"Two\nlines\",,,,,\r\n"
            + ",,BAD SLUG,Bad,many,,maybe,nowhere,always\r\n"
            + $"{Guid.Empty},1,,Unknown,,,,,\r\nno-id,1,,No id,,,,,\r\n{room["id"]},1,,Again,,,,,\r\n"
            + $",,{room["slug"]}-x,,0,99999999,,,\r\n";
        var before = await host.Everything();

        var tried = await given.Uploaded("rooms", file, "?dryRun=true");
        var refused = (await given.Upload("rooms", file)).ShouldBeProblem(HttpStatusCode.BadRequest, "rows-refused");

        refused.Notes("places").ShouldBe(tried.Notes("refused"));
        refused.Notes("places").Select(note => note.Split(" | ")[0]).ShouldBe(
        [
            "row 4: name", "row 5: capacity", "row 5: virtual", "row 5: openingHours", "row 6: id", "row 7: id", "row 8: id", "row 9: name", "row 9: capacity", "row 9: order",
        ]);
        tried["conflicts"].GetProperty("caused").GetArrayLength().ShouldBe(0);
        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task Names_that_the_conference_does_not_have_and_codes_that_are_taken_are_refused()
    {
        var given = await Conference();
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "Networks");
        await given.Session("MC-2", "Other");
        await given.Organiser.Add($"{given.Path}/people", new { givenName = "Ada", familyName = "Lovelace" });
        var sessions = "code,title,type,track,status,room,day,start,minutes,resources\n"
            + "A,A,XX,nowhere,,,,,,\nB,B,MC,,open,,,,,\nC,C,MC,,,nowhere,2024-01-08,10:00,30,\nD,D,MC,,,,2024-01-08,,,\nE,E,MC,,,,,,,not a link\nF,F,MC,,,,,,,Evil <javascript:alert(1)>\nG,G,MC,,,,,,,\nG,H,MC,,,,,,,\n";
        (await given.Uploaded("sessions", sessions, "?dryRun=true")).Notes("refused").Select(note => note.Split(" | ")[0]).ShouldBe(
            ["row 2: type", "row 2: track", "row 3: status", "row 4: room", "row 5: start", "row 5: minutes", "row 6: resources", "row 7: resources", "row 9: code"]);
        (await given.Uploaded("contributions", "session,title,minutes\nMC-9,X,\nMC-1,,\nMC-1,Y,0\n", "?dryRun=true")).Notes("refused").Select(note => note.Split(" | ")[0]).ShouldBe(
            ["row 2: session", "row 3: title", "row 4: minutes"]);
        (await given.Uploaded("people", "givenName,familyName,email,absences\n,,,\nX,Y,nobody,\nX,Z,,2024-01-08\n", "?dryRun=true")).Notes("refused").Select(note => note.Split(" | ")[0]).ShouldBe(
            ["row 3: email", "row 4: absences"]);
        (await given.Upload("sessions", "code,title,type\nMC-9,X,MC\n", "?edits=both")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await given.Upload("tracks", "slug\nx\n")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-table");
        (await given.Organiser.Read($"{given.Path}/tables/tracks.csv")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-table");
    }

    [Fact]
    public async Task A_room_is_not_made_a_part_of_itself_and_a_contribution_stays_in_its_session()
    {
        var given = await Conference();
        await given.Room("East");
        var sheet = await given.Opened("rooms");
        (sheet["slug", "east"]["parts"], sheet["slug", "north"]["parts"]) = ("north", "east");
        (await given.Uploaded("rooms", sheet.Save(), "?dryRun=true")).Notes("refused").Select(note => note.Split(" | ")[2]).ShouldBe(
            ["The room \"East\" would be a part of itself.", "The room \"North\" would be a part of itself."]);

        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "Networks", more: new { contributions = new[] { new { title = "A talk" } } });
        await given.Session("MC-2", "Other");
        var contributions = await given.Opened("contributions");
        contributions.Rows[0]["session"] = "MC-2";
        (await given.Uploaded("contributions", contributions.Save(), "?dryRun=true")).Notes("refused").ShouldBe(
            ["row 2: session | MC-2 | It belongs to MC-1, and a contribution stays in its session. Leave the id empty to add it here as well."]);
    }

    private static byte[] Content(string file) => file switch
    {
        "nothing" => [],
        "blank lines" => "\r\n\r\n,,,\r\n"u8.ToArray(),
        "other columns" => "Name of the room;Seats\r\nNorth;60\r\n"u8.ToArray(),
        "a workbook" => [.. "PK"u8, 3, 4, .. new byte[100]],
        "an old workbook" => [0xD0, 0xCF, 0x11, 0xE0, .. new byte[100]],
        "zeros" => new byte[1_000],
        "a broken byte order mark" => [0xEF, 0xBB, 0xBF, .. "name\r\n"u8, 0xC3, 0x28],
        "half of UTF-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("name\r\nX"), 0x00, 0xD8],
        "a column twice" => "name,Name\r\nA,B\r\n"u8.ToArray(),
        "broken off in quotes" => "slug,name\r\na,\"North, the"u8.ToArray(),
        "quotes that do not match" => "slug,name\r\na,\"North\" the\r\nb,South\r\n"u8.ToArray(),
        "more cells than columns" => "slug,name\r\na,North, the great\r\n"u8.ToArray(),
        "a thousand columns" => Encoding.UTF8.GetBytes("name" + new string(',', 1_000) + "\r\nx\r\n"),
        "too many rows" => Encoding.UTF8.GetBytes("name\r\n" + string.Concat(Enumerable.Repeat("x\r\n", Limits.ImportSessions + 1))),
        "one field of megabytes" => Encoding.UTF8.GetBytes("name\r\n\"" + new string('x', 20_000_000)),
        "one head of megabytes" => Encoding.UTF8.GetBytes("\"" + new string('x', 20_000_000)),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "No such file."),
    };

    private async Task<Given> Conference()
    {
        var given = await Given.Conference(host, $"hostile-{Interlocked.Increment(ref unique)}");
        await given.Room("North", 60);
        return given;
    }
}
