using System.Text;
using System.Text.Json;

namespace Agenda.Api.Tests.Interchange;

/// <summary>What real files have wrong, in small: each is mended or left out, and told with its place.</summary>
public sealed class LenientImportTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Mends_a_schedule_xml_that_has_everything_wrong()
    {
        var given = await Given.Conference(host, "harbour", "Europe/Berlin", "2031-03-29", "2031-03-30");

        var report = await given.Imported(ScheduleFixtures.Own("lenient.schedule.xml"));

        report["format"].GetString().ShouldBe("frab-xml");
        report.Sessions().ShouldBe((8, 0, 0));
        (await given.Lines()).ShouldBe(
        [
            "1: Knots & splices | 2031-03-29T09:30:00 +01:00, 45, crow-s-nest | Long-talk-45-minutes, seamanship, en |  / Ada van der Meer*, Bo*",
            "2: Night watch | 2031-03-30T00:30:00 +01:00, 1500, crow-s-nest | Session, -, - |  / Ada van der Meer*",
            "2-2: Second with the same id | 2031-03-29T11:00:00 +01:00, 10, crow-s-nest | Session, -, - |  / Somebody Else*",
            "4: Neither id nor length | 2031-03-29T12:00:00 +01:00, 10, crow-s-nest | Session, -, - |  / ",
            "5: When is it? | to be announced | Session, -, - |  / ",
            "6: Untitled | 2031-03-29T13:00:00 +01:00, 10, crow-s-nest | Session, -, - |  / ",
            "7: Written in UTC | 2031-03-30T12:15:00 +02:00, 1470, - | Session, -, - |  / ",
            "8: In the hour that is skipped | 2031-03-30T03:30:00 +02:00, 20, - | Session, -, - |  / ",
        ]);
        report.Notes("mended").ShouldBe(
        [
            "line 4 | title | Characters were escaped twice, such as \"&amp;\"; read as what they mean.",
            "line 19 | title | Characters were escaped twice, such as \"&amp;\"; read as what they mean.",
            "line 40 | person \"Ada van der Meer\" | The name has two entries, id:7 and name:ada van der meer, and nothing tells them apart; taken as one person.",
            "line 42 | id:2 | An earlier session has the same; counted to tell them apart.",
            "line 44 | length \"00:00\" | A session lasts longer than that; taken as 10 minutes.",
            "line 46 | person \"Somebody Else\" | \"Bo\" has the same id; told apart by their names.",
            "line 48 | session \"Neither id nor length\" | It has neither GUID nor id; the next import will recognise it by its title.",
            "line 48 | no length | A session needs a length; taken as 10 minutes.",
            "line 56 | no title | A session needs a title; called \"Untitled\".",
            "line 58 | length \"-00:30\" | A session lasts longer than that; taken as 10 minutes.",
            "line 74 | 2031-03-30 02:30 | Europe/Berlin skips this hour; moved to the hour after.",
        ]);
        report.Notes("leftOut").ShouldBe(
        [
            "line 29 | person \"Ada van der Meer\" | Named twice in one session.",
            "line 33 | address \"javascript:alert(1)\" | Only addresses that begin with http or https are shown.",
            "line 46 | person | There is no name.",
            "line 52 | no time | The session has no start; it is to be announced.",
            "line 59 | language \"mostly English\" | It is no language tag such as \"en\" or \"de-CH\".",
            "line 62 | room \"Empty Hold\" | There is no session in it.",
        ]);
        var knots = (await given.Programme())["Knots & splices"];
        knots.GetProperty("abstract").GetString().ShouldBe(
            "*From the bowline up*\n\nAll about **knots**.\n\n- bowline\n- reef & sheet\n\nSee [the book](https://harbour.example.org/book) and * stars.");
        JsonSerializer.Serialize(knots.GetProperty("resources")).ShouldBe("""[{"title":"Tide tables","url":"https://harbour.example.org/tables.pdf"}]""");
    }

    [Fact]
    public async Task Mends_a_schedule_json_and_keeps_both_halves_of_the_repeated_hour()
    {
        var given = await Given.Conference(host, "orchard", "Europe/Berlin", "2031-10-25", "2031-10-26");

        var report = await given.Imported(ScheduleFixtures.Own("lenient.schedule.json"));

        report["format"].GetString().ShouldBe("schedule-json");
        (await given.Lines()).ShouldBe(
        [
            "1: First time half past two | 2031-10-26T02:30:00 +02:00, 20, cellar | talk, -, de |  / ",
            "2: Second time half past two | 2031-10-26T02:30:00 +01:00, 20, cellar | Session, -, - |  / Nia*",
            "3: Same GUID, no date | 2031-10-26T01:15:00 +02:00, 30, loft | Session, -, - |  / Nia*, Ola*, Pia*",
        ]);
        report.Notes("mended").ShouldBe(
        [
            "line 5: $.schedule.rooms | rooms | They belong into the conference; read all the same.",
            "line 11: $.schedule.conference.rooms[1].guid | GUID of room \"Loft\" | Room \"Cellar\" has the same; told apart by their names.",
            "line 20: $.schedule.conference.days[0].rooms.Cellar[0].abstract | abstract | It had control characters or halves of characters; dropped or replaced.",
            "line 29: $.schedule.conference.days[0].rooms.Loft[0] | guid:a0000000-0000-4000-8000-000000000002 | An earlier session has the same; told apart by id:3.",
            "line 31: $.schedule.conference.days[0].rooms.Loft[0].persons[0] | person \"Nia\" | The name has two entries, id:3 and id:4, and nothing tells them apart; taken as one person.",
            "line 31: $.schedule.conference.days[0].rooms.Loft[0].persons[2] | person \"Pia\" | \"Ola\" has the same id; told apart by their names.",
        ]);
        report.Notes("leftOut").ShouldBe(
        [
            "line 10: $.schedule.conference.rooms[0].capacity | capacity \"many\" | It is no number of seats.",
            "line 21: $.schedule.conference.days[0].rooms.Cellar[0].links[1].url | address \"nowhere\" | Only addresses that begin with http or https are shown.",
            "line 34: $.schedule.conference.days[0].rooms.Attic | room \"Attic\" | There is no session in it.",
        ]);
        (await given.Programme())["First time half past two"].GetProperty("abstract").GetString().ShouldBe("Half a smile \uFFFD, a bell.");
    }

    [Fact]
    public async Task Takes_roles_rooms_tracks_and_people_of_the_second_version()
    {
        var given = await Given.Conference(host, "quarry", "Europe/Vienna", "2031-06-01", "2031-06-02");

        var report = await given.Imported(ScheduleFixtures.Own("roles.schedule2.json"));

        report["format"].GetString().ShouldBe("schedule-json-2");
        (await given.Lines()).ShouldBe(
        [
            "QX7: Granite | 2031-06-01T09:00:00 +02:00, 90, pit | TALK, stone, de-AT | Mo Steiner / Gil Brook*, Uma Holt, Xan Wood",
            "QX8: Chisels | 2031-06-01T23:30:00 +02:00, 90, stream | WORKSHOP, water, en |  / ",
        ]);
        report.Notes("mended").ShouldBe(["line 29: $.schedule.events[0].participants[3].role | role \"JUGGLER\" | It is not known; taken as a contributor who does not present."]);
        report.Notes("leftOut").ShouldBe(["line 11: $.schedule.conference.tracks[2].color | colour \"blue\" | It is no colour such as #3a7bd5."]);
        (await Shown(given, "rooms", "slug", "name", "capacity", "virtual")).ShouldBe(["pit Pit 300 False", "stream Stream  True"]);
        (await Shown(given, "tracks", "slug", "name", "colour")).ShouldBe(["air Air ", "stone Stone & Dust #AABBCC", "water Water #00aaff"]);
        (await Shown(given, "people", "givenName", "familyName", "biography", "email")).ShouldContain("Gil Brook Breaks *stones*. gil@example.org");
        var granite = (await given.Programme())["Granite"];
        granite.GetProperty("abstract").GetString().ShouldBe("Hard.");
        JsonSerializer.Serialize(granite.GetProperty("resources")).ShouldBe(
            """[{"title":"Related","url":"https://quarry.example.org/granite"},{"title":"Slides","url":"https://quarry.example.org/granite.pdf"}]""");
    }

    [Fact]
    public async Task Reads_files_with_marks_and_in_other_encodings()
    {
        const string file = """<?xml version="1.0" encoding="ISO-8859-1"?><schedule><conference><title>x</title></conference><day date="2031-01-01"><room name="Käse"><event id="1"><start>10:00</start><duration>0:30</duration><title>Smörgås</title></event></room></day></schedule>""";
        var given = await Given.Conference(host, "encodings", "Europe/Oslo", "2031-01-01", "2031-01-01");
        var utf8 = file.Replace(" encoding=\"ISO-8859-1\"", "", StringComparison.Ordinal);

        (await given.Imported(Encoding.Latin1.GetBytes(file))).Sessions().ShouldBe((1, 0, 0));
        (await given.Imported([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(utf8)])).Sessions().ShouldBe((0, 0, 1));
        (await given.Imported([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(utf8)])).Sessions().ShouldBe((0, 0, 1));

        (await given.Lines()).ShouldBe(["1: Smörgås | 2031-01-01T10:00:00 +01:00, 30, kase | Session, -, - |  / "]);
    }

    [Fact]
    public async Task Drops_control_characters_and_replaces_what_is_no_character()
    {
        var file = Encoding.UTF8.GetBytes("""
            <schedule><conference><title>x</title></conference><day date="2031-01-01"><room name="A">
            <event id="1"><start>10:00</start><duration>0:30</duration><title>Bell@ and &#27;escape and #</title></event></room></day></schedule>
            """);
        file[Array.IndexOf(file, (byte)'@')] = 7;
        file[Array.LastIndexOf(file, (byte)'#')] = 0xFF;
        var given = await Given.Conference(host, "controls", "Europe/Oslo", "2031-01-01", "2031-01-01");

        var report = await given.Imported(file);

        (await given.Programme()).Keys.ShouldBe(["Bell and escape and \uFFFD"]);
        report.Notes("mended").ShouldBe(
        [
            "line 2 | byte FF | It is no UTF-8; a replacement character stands for it.",
            "line 2 | control character U+0007 | It has no meaning in a text; dropped.",
            "line 2 | title | It had control characters or halves of characters; dropped or replaced.",
        ]);
    }

    [Fact]
    public async Task Cuts_what_is_too_long_and_says_so()
    {
        var file = $$$"""{"schedule":{"conference":{"title":"x"},"events":[{"guid":"1","title":"{{{new string('t', 600)}}}","abstract":"{{{new string('a', 100_050)}}}","start":"2031-01-01T10:00:00+01:00","duration":"999:00"}]}}""";
        var given = await Given.Conference(host, "long", "Europe/Oslo", "2031-01-01", "2031-01-01");

        var report = await given.Imported(file);

        report.Notes("mended").ShouldBe(
        [
            "line 1: $.schedule.events[0].title | title | It has 600 characters; cut to 500.",
            "line 1: $.schedule.events[0].abstract | abstract | It has 100,050 characters; cut to 100,000.",
            "line 1: $.schedule.events[0].duration | length \"999:00\" | A session lasts seven days at the most; cut to that.",
        ]);
        (await given.Programme()).Values.Single().GetProperty("title").GetString().ShouldBe(new string('t', 500));
    }

    private static async Task<string[]> Shown(Given given, string list, params string[] fields) =>
        [.. (await given.Organiser.Read($"{given.Path}/{list}"))["items"].EnumerateArray().Select(i => string.Join(' ', fields.Select(f => i.GetProperty(f).ToString())))];
}
