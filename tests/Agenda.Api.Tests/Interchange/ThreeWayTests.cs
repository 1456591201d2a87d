using System.Net;

namespace Agenda.Api.Tests.Interchange;

/// <summary>A newer export does not overwrite unseen what was edited here since the last one.</summary>
public sealed class ThreeWayTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Dublin = "?zone=Europe/Dublin";

    [Fact]
    public async Task What_changed_on_one_side_comes_from_that_side()
    {
        var given = await Imported("three-one", File());
        await Edit(given, title: "Edited here");

        var report = await given.Imported(File(text: "Newer in the file"), Dublin);

        report.Sessions().ShouldBe((0, 1, 0));
        report.Changes().ShouldBe(["line 2 | session MC-C | updated | title: Edited here -> Networks (here, edited); abstract: First text -> Newer in the file (file)"]);
        (await Texts(given)).ShouldBe(("Edited here", "Newer in the file"));
    }

    [Theory]
    [InlineData("", "Edited here", "kept", "here")]
    [InlineData("&edits=here", "Edited here", "kept", "here")]
    [InlineData("&edits=file", "Newer in the file", "updated", "file")]
    public async Task Where_both_sides_changed_both_are_told_and_the_rule_decides(string rule, string title, string act, string taken)
    {
        var given = await Imported($"three-both-{rule.Length}{taken}", File());
        await Edit(given, title: "Edited here");

        var tried = await given.Imported(File(title: "Newer in the file"), $"{Dublin}{rule}&dryRun=true");
        (await Texts(given)).Title.ShouldBe("Edited here");
        var report = await given.Imported(File(title: "Newer in the file"), Dublin + rule);

        report.Changes().ShouldBe([$"line 2 | session MC-C | {act} | title: Edited here -> Newer in the file ({taken}, edited)"]);
        tried.Changes().ShouldBe(report.Changes());
        (await Texts(given)).Title.ShouldBe(title);

        // Once decided it is decided: the same file again asks nothing, and a still newer one does.
        var again = await given.Imported(File(title: "Newer in the file"), Dublin);
        again.Sessions().ShouldBe((0, 0, 1));
        (await Texts(given)).Title.ShouldBe(title);
    }

    [Fact]
    public async Task What_was_entered_where_the_file_was_silent_stays_when_it_speaks()
    {
        var given = await Imported("three-silent", File(text: ""));
        await Edit(given, text: "Written here");
        await given.Imported(File(text: ""), Dublin);

        var report = await given.Imported(File(text: "The file's"), Dublin);

        report.Changes().ShouldBe(["line 2 | session MC-C | kept | abstract: Written here -> The file's (here, edited)"]);
        (await Texts(given)).Abstract.ShouldBe("Written here");
    }

    [Fact]
    public async Task A_session_that_was_moved_here_stays_there_and_one_that_the_file_moves_moves()
    {
        var given = await Imported("three-moved", File());
        await Move(given, "2031-01-03T09:00:00");

        (await given.Imported(File(text: "Newer"), Dublin)).Changes().ShouldBe([
            "line 2 | session MC-C | updated | abstract: First text -> Newer (file); placement: 2031-01-03T09:00, 150 min -> 2031-01-02T14:00, 150 min, arbutus-room (here, edited)"]);
        (await given.Lines())[0].ShouldContain("2031-01-03T09:00:00");
        (await given.Imported(File(text: "Newer", start: "2031-01-04 10:00", end: "2031-01-04 12:30"), $"{Dublin}&edits=file")).Sessions().ShouldBe((0, 1, 0));
        (await given.Lines())[0].ShouldContain("2031-01-04T10:00:00");
    }

    [Fact]
    public async Task Contributions_go_with_the_file_unless_they_were_touched_here()
    {
        var given = await Imported("three-talks", Talks("1", "2", "3"));
        var path = $"{given.Path}/sessions/{(await given.Programme())["Talks"].GetProperty("id").GetGuid()}";
        var session = await given.Organiser.Read(path);
        var talks = session["contributions"].EnumerateArray().ToList();
        (await given.Organiser.Put(path, session.Tag, new
        {
            code = "TA1",
            title = "Talks",
            type = "TA",
            status = "confirmed",
            contributions = new object[]
            {
                new { id = talks[0].GetProperty("id").GetGuid(), code = "1", title = "Talk 1" },
                new { id = talks[1].GetProperty("id").GetGuid(), code = "2", title = "Reworded here" },
                new { code = "own", title = "Entered here" },
            },
        })).ShouldBe(HttpStatusCode.OK);

        // The file drops 1 and 2 and still has 3, which was deleted here.
        var report = await given.Imported(Talks("3", "4"), Dublin);

        (await given.Programme())["Talks"].GetProperty("contributions").EnumerateArray().Select(c => $"{c.GetProperty("code")} {c.GetProperty("title")}")
            .ShouldBe(["4 Talk 4", "2 Reworded here", "own Entered here"]);
        report.Changes()[0].ShouldContain("contributions/3:  -> Talk 3 (here, edited)");
        report.Changes()[0].ShouldContain("contributions/4:  -> Talk 4 (file)");
        report.Changes()[0].ShouldContain("contributions/1: Talk 1 ->  (file)");
        report.Changes()[0].ShouldContain("contributions/2: Reworded here ->  (here, edited)");
    }

    [Fact]
    public async Task Rooms_and_people_are_compared_as_well()
    {
        var given = await Imported("three-rooms", File());
        var room = await given.RoomNamed("Arbutus Room");
        (await given.Organiser.Put($"{given.Path}/rooms/{room["id"].GetGuid()}", room.Tag, new { name = "Arbutus Room", slug = "arbutus-room", capacity = 55 })).ShouldBe(HttpStatusCode.OK);

        var report = await given.Imported(File(room: "St. Mary's Building<br>Capacity 70", affiliation: "Elm School"), Dublin);

        report.Changes().ShouldBe([
            "line 2: session_room | room Arbutus Room | updated | capacity: 55 -> 70 (here, edited); building:  -> St. Mary's Building (file)",
            "line 2: chair1 | person Andy Hargreaves | updated | affiliation: Oak College -> Elm School (file)"]);
        (await given.RoomNamed("Arbutus Room"))["capacity"].GetInt32().ShouldBe(55);
    }

    [Fact]
    public async Task Papers_come_into_the_sessions_that_are_there_and_take_nothing_away()
    {
        var given = await Imported("three-papers", Talks("1", "2"));

        var report = await given.Imported(
            new ConfToolFile(
                [("paperID", "2"), ("title", "Talk 2, retitled"), ("authors", "Byrne, Ada"), ("session_ID", "9"), ("session_short", "TA1"), ("session_title", "Talks"), ("session_start", "2031-01-02 09:00"), ("session_end", "2031-01-02 10:00"), ("withdrawn", "0")],
                [("paperID", "3"), ("title", "Without a session"), ("authors", "Reed, Bo"), ("withdrawn", "0")],
                [("paperID", "4"), ("title", "Withdrawn"), ("authors", "Reed, Bo"), ("session_ID", "9"), ("withdrawn", "1")]).Csv(),
            Dublin);

        report["format"].GetString().ShouldBe("conftool-papers");
        report["gone"].GetArrayLength().ShouldBe(0);
        report.Notes("leftOut").ShouldBe(["line 3: paperID | paper 3 \"Without a session\" | It has no session.", "line 4: paperID | paper 4 \"Withdrawn\" | It was withdrawn."]);
        (await given.Programme())["Talks"].GetProperty("contributions").EnumerateArray().Select(c => $"{c.GetProperty("code")} {c.GetProperty("title")}").ShouldBe(["1 Talk 1", "2 Talk 2, retitled"]);
    }

    [Fact]
    public async Task Of_people_only_those_who_are_in_the_programme_are_completed()
    {
        var given = await Imported("three-people", File());

        var report = await given.Imported(new ConfToolFile(
            [("personID", "501"), ("name", "Hargreaves"), ("firstname", "Andy"), ("email", "new@hidden.example"), ("organisation", "Oak College"), ("cv", "<p>Writes <b>books</b>.</p>")],
            [("personID", "777"), ("name", "Guest"), ("firstname", "Gwen"), ("email", "gwen@hidden.example"), ("organisation", "")]).Csv());

        report["format"].GetString().ShouldBe("conftool-people");
        report.Tally("people").ShouldBe((0, 1, 0));
        report.Notes("leftOut").ShouldBe(["file | 1 people | They have no part in the programme here."]);
        var andy = (await given.People()).Values.ShouldHaveSingleItem();
        (andy.GetProperty("email").GetString(), andy.GetProperty("biography").GetString()).ShouldBe(("new@hidden.example", "Writes **books**."));
        (await given.Lines()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Only_here_and_file_are_rules() =>
        (await (await Imported("three-rule", File())).Import(File(), $"{Dublin}&edits=mine")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");

    private async Task<Given> Imported(string slug, string file)
    {
        var given = await Given.Conference(host, slug, "Europe/Dublin", "2031-01-01", "2031-01-05");
        await given.Imported(file, Dublin);
        return given;
    }

    private static string File(string title = "Networks", string text = "First text", string start = "2031-01-02 14:00", string end = "2031-01-02 16:30", string room = "Capacity 60", string affiliation = "Oak College") =>
        new ConfToolFile([
            ("session_ID", "17"), ("session_short", "MC-C"), ("session_title", title), ("session_start", start), ("session_end", end), ("session_room", "Arbutus Room"), ("session_room_info", room),
            ("session_abstract", text), ("chair1", "Hargreaves, Andy"), ("chair1_ID", "501"), ("chair1_organisation", affiliation)]).Csv();

    private static string Talks(params string[] papers) =>
        new ConfToolFile([
            ("session_ID", "9"), ("session_short", "TA1"), ("session_title", "Talks"), ("session_start", "2031-01-02 09:00"), ("session_end", "2031-01-02 10:00"),
            .. papers.SelectMany((id, i) => ((string, string)[])[($"p{i + 1}_paperID", id), ($"p{i + 1}_title", $"Talk {id}")])]).Csv();

    private static async Task<(string Title, string? Abstract)> Texts(Given given)
    {
        var session = (await given.Programme()).Values.ShouldHaveSingleItem();
        return (session.GetProperty("title").GetString()!, session.GetProperty("abstract").GetString());
    }

    private static async Task Edit(Given given, string title = "Networks", string? text = "First text")
    {
        var session = (await given.Programme()).Values.Single();
        var path = $"{given.Path}/sessions/{session.GetProperty("id").GetGuid()}";
        (await given.Organiser.Put(path, (await given.Organiser.Read(path)).Tag, new { code = "MC-C", title, type = "MC", status = "confirmed", @abstract = text, chairs = session.GetProperty("chairs") })).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task Move(Given given, string start)
    {
        var path = $"{given.Path}/sessions/{(await given.Programme()).Values.Single().GetProperty("id").GetGuid()}";
        (await given.Organiser.Put($"{path}/placement", (await given.Organiser.Read(path)).Tag, new { start, minutes = 150 })).ShouldBe(HttpStatusCode.OK);
    }
}
