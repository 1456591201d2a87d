using System.Net;
using System.Text;

namespace Agenda.Api.Tests.Interchange;

/// <summary>What ConfTool exports comes in as what it means.</summary>
public sealed class ConfToolTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Dublin = "?zone=Europe/Dublin";

    [Fact]
    public async Task A_masterclass_comes_with_its_chairs_its_room_with_building_and_seats_and_its_abstract_in_Markdown()
    {
        var given = await Conference("ct-masterclass");

        var report = await given.Imported(new ConfToolFile(ConfToolFile.Masterclass).Csv(), Dublin);

        report["format"].GetString().ShouldBe("conftool-sessions");
        (await given.Lines()).ShouldBe(["MC-C: Designing & Leading Networks | 2031-01-02T14:00:00 +00:00, 150, arbutus-room | MC, -, - | Andy Hargreaves, Danette Parsley / "]);
        var room = await given.RoomNamed("Arbutus Room");
        (room["building"].GetString(), room["capacity"].GetInt32()).ShouldBe(("St. Mary's Building", 60));
        (await given.Organiser.Read($"{given.Path}/buildings"))["items"][0].GetProperty("address").GetString().ShouldBe("Merino Street 4");
        (await given.Programme())["Designing & Leading Networks"].GetProperty("abstract").GetString().ShouldBe("What *networks* need.");
        (await given.People()).Values.Select(p => $"{p.GetProperty("givenName")}|{p.GetProperty("familyName")}|{p.GetProperty("affiliation")}|{p.GetProperty("email")}").Order(StringComparer.Ordinal)
            .ShouldBe(["Andy|Hargreaves|Oak College|andy@hidden.example", "Danette|Parsley||"]);
        report.Notes("mended").ShouldContain("file | 1 value | Characters were escaped as for a web page, such as \"&amp;\"; read as what they mean.");
    }

    [Fact]
    public async Task Comma_or_semicolon_any_order_of_columns_and_XML_give_the_same()
    {
        var file = new ConfToolFile(ConfToolFile.Masterclass, [("session_ID", "18"), ("session_short", "MC-D"), ("session_title", "Größe; \"quoted\",\nin two lines"), ("session_start", "2031-01-02 09:00"), ("session_end", "2031-01-02 10:00")]);
        var given = await Conference("ct-same");
        await given.Imported(file.Csv(), Dublin);
        var before = await host.Everything();

        foreach (var same in (byte[][])[
            Encoding.UTF8.GetBytes(file.Csv(',')), Encoding.UTF8.GetBytes(file.Csv('\t', reversed: true)), Encoding.UTF8.GetBytes(file.Xml()), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(file.Csv(reversed: true))],
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(file.Csv()), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(file.Csv('\t'))]])
        {
            (await given.Imported(same, Dublin)).Sessions().ShouldBe((0, 0, 2));
        }

        (await host.Everything()).ShouldBe(before);
        (await given.Programme()).ShouldContainKey("Größe; \"quoted\", in two lines");
    }

    [Fact]
    public async Task The_time_zone_is_asked_for_even_where_the_conference_has_one()
    {
        var given = await Conference("ct-zone");
        var before = await host.Everything();

        (await given.Import(new ConfToolFile(ConfToolFile.Masterclass).Csv())).ShouldBeProblem(HttpStatusCode.BadRequest, "time-zone-needed");
        (await host.Everything()).ShouldBe(before);

        // The server's zone is not always the conference's: the sessions keep their instants.
        await given.Imported(new ConfToolFile(ConfToolFile.Masterclass).Csv(), "?zone=Europe/Berlin");
        (await given.Lines())[0].ShouldContain("2031-01-02T13:00:00 +00:00, 150");
    }

    [Fact]
    public async Task Presentations_come_with_their_authors_organisations_and_lengths()
    {
        var given = await Conference("ct-talks");
        var report = await given.Imported(
            new ConfToolFile([
                ("session_ID", "1"), ("session_short", "TA1"), ("session_title", "Talks"), ("session_start", "2031-01-02 09:00"), ("session_end", "2031-01-02 10:30"), ("presentations", "3"),
                .. Paper(1, "201", "Second in the file, first in time", "2031-01-02 09:00", "2031-01-02 09:25", "Byrne, Ada (1,2); Reed, Bo* (2)", "1: Oak College; 2: Institute of\nLong Names"),
                .. Paper(2, "202", "After a gap", "2031-01-02 09:30", "2031-01-02 10:00", "Reed, Bo; . .", "Elm School", "Reed, Bo", "<p>Text &amp;amp; more</p>"),
                .. Paper(3, "203", "Alone", "2031-01-02 10:00", "2031-01-02 10:30", "Lone, Lee", "")]).Csv(),
            Dublin);

        var session = (await given.Programme())["Talks"];
        var people = await given.People();
        session.GetProperty("contributions").EnumerateArray().Select(c => $"{c.GetProperty("code")} {c.GetProperty("title")}, {c.GetProperty("minutes")}: "
            + string.Join(", ", c.GetProperty("authors").EnumerateArray().Select(a => people[a.GetProperty("person").GetGuid()].GetProperty("familyName").GetString() + (a.GetProperty("presenting").GetBoolean() ? "*" : "")))).ShouldBe(
            ["201 Second in the file, first in time, 30: Byrne, Reed*", "202 After a gap, 30: Reed*", "203 Alone, 30: Lone*"]);
        session.GetProperty("contributions")[1].GetProperty("abstract").GetString().ShouldBe("Text & more");
        people.Values.ToDictionary(p => p.GetProperty("familyName").GetString()!, p => p.GetProperty("affiliation").GetString())
            .ShouldBe(new Dictionary<string, string?> { ["Byrne"] = "Oak College; Institute of Long Names", ["Reed"] = "Institute of Long Names", ["Lone"] = null }, ignoreOrder: true);
        report.Notes("mended").ShouldContain("line 2: p1_paperID | end 09:25 | The next begins at 09:30; it lasts until then.");
    }

    [Fact]
    public async Task Posters_at_one_time_have_no_times_of_their_own()
    {
        var given = await Conference("ct-posters");
        var report = await given.Imported(
            new ConfToolFile([
                ("session_ID", "1"), ("session_short", "PO1"), ("session_title", "Posters"), ("session_start", "2031-01-02 09:00"), ("session_end", "2031-01-02 10:00"),
                .. Paper(1, "1", "One", "2031-01-02 09:00", "2031-01-02 10:00", "Byrne, Ada", ""), .. Paper(2, "2", "Two", "2031-01-02 09:00", "2031-01-02 10:00", "Reed, Bo", "")]).Csv(),
            Dublin);

        (await given.Programme())["Posters"].GetProperty("contributions").EnumerateArray().Select(c => c.GetProperty("minutes").ToString()).ShouldBe(["", ""]);
        report.Notes("mended").ShouldContain("line 2 | presentations at one time | They overlap, as posters do; they have no times of their own here.");
    }

    [Fact]
    public async Task Links_to_join_online_are_private_and_what_is_with_them_is_gone_from_the_text()
    {
        var given = await Conference("ct-join");
        await given.Imported(
            new ConfToolFile([
                ("session_ID", "1"), ("session_short", "MC-1"), ("session_title", "Online"), ("session_start", "2031-01-02 09:00"), ("session_end", "2031-01-02 10:00"), ("session_room", "Room 9"),
                ("session_room_info", "Join at https://zoom.us/j/5550001 Capacity: 20"),
                ("session_info", "<p>Welcome. <a href=\"https://uni.zoom.us/j/5550002?pwd=leak-4411\">Join</a> Passcode: leak-4412</p>"), ("session_abstract", "See https://example.org/more")]).Csv(),
            Dublin);
        await given.PublishedAsItIs();

        (await given.Programme())["Online"].GetProperty("joinUrl").GetString().ShouldBe("https://uni.zoom.us/j/5550002?pwd=leak-4411");
        var texts = await People.PublicOutput.ReadAllAsync(host.Reader(), "ct-join", 1, ["MC-1"], Guid.Empty);
        texts.Where(t => t.Value.Contains("leak-44", StringComparison.Ordinal) || t.Value.Contains("zoom.us", StringComparison.Ordinal)).Select(t => t.Key).ShouldBeEmpty();
        texts.Values.Count(t => t.Contains("example.org/more", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        (await given.RoomNamed("Room 9"))["capacity"].GetInt32().ShouldBe(20);
    }

    [Fact]
    public async Task Traps_of_real_exports_are_met()
    {
        var given = await Conference("ct-traps");
        var report = await given.Imported(
            new ConfToolFile(
                [("session_ID", "1"), ("session_short", "KE-1"), ("session_title", "Nobody knows when"), ("session_start", "2031-01-02 00:00"), ("session_end", "2031-01-02 00:00"), ("session_abstract", ".")],
                [("session_ID", "2"), ("session_short", "CO2"), ("session_title", "Coffee Break"), ("session_start", "2031-01-02 10:00"), ("session_end", "2031-01-02 10:30")],
                [("session_ID", "3"), ("session_short", "WO3"), ("session_title", "In the whole"), ("session_start", "2031-01-02 11:00"), ("session_end", "2031-01-02 12:00"), ("session_room", "Hall 1+2"), ("session_room_info", "max. 180 persons")],
                [("session_ID", "4"), ("session_short", "WO4"), ("session_title", "In a half"), ("session_start", "2031-01-02T11:00:00"), ("session_end", "2031-01-02T12:00:00"), ("session_room", "Hall 1")],
                [("session_ID", "5"), ("session_short", "WO5"), ("session_title", "=SUM(A1:A9)"), ("session_start", "2031-01-02 11:00"), ("session_end", "2031-01-02 12:00"), ("session_room", "Hall 2"), ("chair1", "Ann Lee and Bo Reed")]).Csv(),
            Dublin);

        (await given.Lines()).ShouldBe([
            "CO2: Coffee Break | 2031-01-02T10:00:00 +00:00, 30, - | Break, -, - |  / ",
            "KE-1: Nobody knows when | to be announced | KE, -, - |  / ",
            "WO3: In the whole | 2031-01-02T11:00:00 +00:00, 60, hall-1-2 | WO, -, - |  / ",
            "WO4: In a half | 2031-01-02T11:00:00 +00:00, 60, hall-1 | WO, -, - |  / ",
            "WO5: =SUM(A1:A9) | 2031-01-02T11:00:00 +00:00, 60, hall-2 | WO, -, - | Ann Lee, Bo Reed / "]);
        (await given.RoomNamed("Hall 1+2"))["parts"].EnumerateArray().Select(p => p.GetString()).ShouldBe(["hall-1", "hall-2"]);
        (await given.Organiser.Read($"{given.Path}/session-types"))["items"].EnumerateArray().Single(t => t.GetProperty("code").GetString() == "Break").GetProperty("break").GetBoolean().ShouldBeTrue();
        report.Notes("mended").ShouldContain("line 6: chair1 | chair \"Ann Lee and Bo Reed\" | These are 2 people in one field; taken as such.");
        report.Notes("leftOut").ShouldBe(["line 2: session_abstract | \".\" | It is a placeholder, no text.", "line 2 | no time | The session has no start; it is to be announced."]);
        report["conflicts"].GetProperty("caused").EnumerateArray().Select(c => c.GetProperty("rule").GetString()).ShouldContain("room-double-booked");
    }

    [Theory]
    [InlineData("<rest><message>Wrong passphrase &amp;amp; nonce</message></rest>", "conftool-refused")]
    [InlineData("session_ID;session_title\r\n", "no-events")]
    [InlineData("a;b\r\n1;2\r\n", "not-a-schedule")]
    [InlineData("<sessions><!DOCTYPE x><session/></sessions>", "document-type")]
    [InlineData("<sessions><session><session_ID>1</session_ID>", "not-well-formed")]
    [InlineData("<!DOCTYPE sessions [<!ENTITY a \"aaaa\">]><sessions><session><session_ID>&a;</session_ID></session></sessions>", "document-type")]
    [InlineData("<!DOCTYPE sessions [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sessions><session><session_title>&a;</session_title></session></sessions>", "document-type")]
    public async Task What_is_no_export_is_refused_with_the_reason(string file, string code)
    {
        var given = await Conference($"ct-no-{code}-{file.Length}");
        var before = await host.Everything();

        (await given.Import(file, Dublin)).ShouldBeProblem(HttpStatusCode.BadRequest, code);
        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_and_a_row_without_end_are_refused()
    {
        var given = await Conference("ct-endless");

        (await given.Import($"session_ID;session_title\r\n1;\"{new string('x', 3_000_000)}", Dublin)).ShouldBeProblem(HttpStatusCode.BadRequest, "too-much");
        (await given.Import($"session_ID;session_title;{string.Join(';', Enumerable.Range(0, 6_000))}\r\n1;2", Dublin)).ShouldBeProblem(HttpStatusCode.BadRequest, "too-much");
        (await given.Lines()).ShouldBeEmpty();
    }

    private async Task<Given> Conference(string slug) => await Given.Conference(host, slug, "Europe/Dublin", "2031-01-01", "2031-01-05");

    private static (string, string)[] Paper(int n, string id, string title, string start, string end, string authors, string organisations, string presenting = "", string text = "") =>
    [
        ($"p{n}_paperID", id), ($"p{n}_title", title), ($"p{n}_start", start), ($"p{n}_end", end), ($"p{n}_authors", authors), ($"p{n}_organisations", organisations), ($"p{n}_presenting_author", presenting), ($"p{n}_abstract", text),
    ];
}
