using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.Audit;
using Agenda.Api.Tests.Scheduling;
using Microsoft.Data.Sqlite;

namespace Agenda.Api.Tests.Sessions;

public sealed class EditSessionsTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Several_sessions_get_the_same_at_once()
    {
        var board = await Three();

        var answer = (await Send(board, new { type = "PS", track = "policy", status = "draft", language = "pt-BR" }, [], "MC-1", "MC-2")).ShouldBe(HttpStatusCode.OK);

        answer["dryRun"].GetBoolean().ShouldBeFalse();
        Told(answer).ShouldBe(
        [
            "MC-1 v3 PS policy draft pt-BR: type MC>PS, track >policy, status confirmed>draft, language >pt-BR",
            "MC-2 v3 PS policy draft pt-BR: type MC>PS, track >policy, status confirmed>draft, language >pt-BR",
        ]);
        (await Marks(board)).ShouldBe(["MC-1 v3 PS policy draft pt-BR", "MC-2 v3 PS policy draft pt-BR", "MC-3 v2 MC   confirmed "]);
        // Where and when they are is no matter of it.
        (await board.Places()).ShouldBe(["MC-1 hall 09:00", "MC-2 attic 09:00", "MC-3 hall 09:30"]);
        var traced = (await board.Organiser.Traced($"{board.Given.Path}/audit")).Where(entry => entry.Operation == "editSessions").ToList();
        traced.Select(entry => entry.What).ShouldBe(["session changed MC-1", "session changed MC-2"], ignoreOrder: true);
        traced[0].Changes.ShouldBe(["type: \"MC\" -> \"PS\"", "track: null -> \"policy\"", "language: null -> \"pt-BR\"", "status: \"confirmed\" -> \"draft\""]);
    }

    [Fact]
    public async Task What_is_not_said_stays_and_what_is_cleared_goes()
    {
        var board = await Three();
        (await Send(board, new { track = "policy", language = "de" }, [], "MC-1", "MC-2")).ShouldBe(HttpStatusCode.OK);

        (await Send(board, new { type = "PS" }, ["track"], "MC-1")).ShouldBe(HttpStatusCode.OK);
        (await Send(board, new { }, ["language", "track"], "MC-2")).ShouldBe(HttpStatusCode.OK);

        (await Marks(board)).ShouldBe(["MC-1 v4 PS   confirmed de", "MC-2 v4 MC   confirmed ", "MC-3 v2 MC   confirmed "]);
    }

    [Fact]
    public async Task A_dry_run_tells_exactly_what_the_edit_then_does_and_changes_nothing()
    {
        var board = await Three();
        using var witness = new SqliteConnection($"Data Source={host.Database};Pooling=False");
        witness.Open();
        var (before, version) = (await Marks(board), DataVersion(witness));

        var tried = (await Send(board, new { status = "cancelled" }, [], ["MC-3"], "?dryRun=true")).ShouldBe(HttpStatusCode.OK);

        DataVersion(witness).ShouldBe(version);
        (await Marks(board)).ShouldBe(before);
        Told(tried).ShouldBe(["MC-3 v2 MC   cancelled : status confirmed>cancelled"]);
        (await board.Organiser.Send(HttpMethod.Post, $"{board.Given.Path}/undo?dryRun=true")).ShouldBe(HttpStatusCode.OK)["undone"].GetProperty("operation").GetString().ShouldBe("placeSession");
        var done = (await Send(board, new { status = "cancelled" }, [], "MC-3")).ShouldBe(HttpStatusCode.OK);
        done["conflicts"].GetRawText().ShouldBe(tried["conflicts"].GetRawText());
        Board.Named(done["conflicts"].GetProperty("solved")).ShouldBe(["room-double-booked MC-1 MC-3"]);
        Board.Named(done["conflicts"].GetProperty("caused")).ShouldBeEmpty();
        var back = (await Send(board, new { status = "confirmed" }, [], "MC-3")).ShouldBe(HttpStatusCode.OK);
        Board.Named(back["conflicts"].GetProperty("caused")).ShouldBe(["room-double-booked MC-1 MC-3"]);
    }

    [Fact]
    public async Task It_is_taken_back_like_a_move()
    {
        var board = await Three();
        var person = await board.Given.Person("Maja", "Łódzka");
        await board.Given.Session("MC-4", "Fourth", more: new { chairs = new[] { person.Id }, notes = "A note.", contributions = new[] { new { title = "Talk", authors = new[] { new { person = person.Id, presenting = true } } } } });
        var before = (await board.Session("MC-4")).Body;
        (await Send(board, new { type = "PS", status = "draft" }, [], "MC-1", "MC-4")).ShouldBe(HttpStatusCode.OK);

        var undone = (await board.Undo()).ShouldBe(HttpStatusCode.OK);

        undone["undone"].GetProperty("operation").GetString().ShouldBe("editSessions");
        Board.Placed(undone).ShouldBe(["MC-1 hall 09:00 v4", "MC-4 nowhere v3"]);
        (await Marks(board)).ShouldBe(["MC-1 v4 MC   confirmed ", "MC-2 v2 MC   confirmed ", "MC-3 v2 MC   confirmed ", "MC-4 v3 MC   confirmed "]);
        var after = (await board.Session("MC-4")).Body;
        Without(after, "version").ShouldBe(Without(before, "version"));
        // And the edit before it, of a placement, can be taken back now.
        (await board.Undo()).ShouldBe(HttpStatusCode.OK)["undone"].GetProperty("operation").GetString().ShouldBe("placeSession");
    }

    [Fact]
    public async Task It_is_not_taken_back_over_what_somebody_did_since()
    {
        var board = await Three();
        (await Send(board, new { type = "PS" }, [], "MC-1", "MC-2")).ShouldBe(HttpStatusCode.OK);
        var second = await board.Session("MC-2");
        (await board.Organiser.Put($"{board.Given.Path}/sessions/{second.Id}", second.Tag, new { code = "MC-2", title = "New", type = "PS", status = "confirmed" })).ShouldBe(HttpStatusCode.OK);

        (await board.Undo()).ShouldBeProblem(HttpStatusCode.Conflict, "touched-since")["touched"].EnumerateArray()
            .Select(t => t.GetProperty("session").GetProperty("code").GetString()).ShouldBe(["MC-2"]);
    }

    [Fact]
    public async Task Sessions_that_are_so_already_are_left_as_they_are()
    {
        var board = await Three();

        var answer = (await Send(board, new { status = "confirmed", type = "MC" }, ["track"], "MC-1", "MC-2")).ShouldBe(HttpStatusCode.OK);

        Told(answer).ShouldBe(["MC-1 v2 MC   confirmed : ", "MC-2 v2 MC   confirmed : "]);
        (await board.Organiser.Traced($"{board.Given.Path}/audit")).Where(entry => entry.Operation == "editSessions").ShouldBeEmpty();
        (await board.Undo()).ShouldBe(HttpStatusCode.OK)["undone"].GetProperty("operation").GetString().ShouldBe("placeSession");
    }

    [Fact]
    public async Task Nobodys_work_is_overwritten_unseen()
    {
        var board = await Three();
        var (first, second) = (await board.Session("MC-1"), await board.Session("MC-2"));
        await board.Place("MC-2", "attic", "10:00");
        var path = $"{board.Given.Path}/session-edits";
        object unversioned = new { sessions = new object[] { new { id = first.Id, version = 2 }, new { id = second.Id } }, set = new { status = "draft" } };
        object stale = new { sessions = new object[] { new { id = first.Id, version = 2 }, new { id = second.Id, version = 2 } }, set = new { status = "draft" } };

        (await board.Organiser.Add(path, unversioned)).ShouldBeProblem(HttpStatusCode.PreconditionRequired, "version-needed")["field"].GetString().ShouldBe("sessions[1].version");
        (await board.Organiser.Add($"{path}?dryRun=true", unversioned)).ShouldBe(HttpStatusCode.OK);
        foreach (var query in (string[])["", "?dryRun=true"])
        {
            var present = (await board.Organiser.Add(path + query, stale)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale")["current"].EnumerateArray().ShouldHaveSingleItem();
            Told(present).ShouldBe("MC-2 v3 MC   confirmed : ");
        }

        (await Marks(board)).ShouldBe(["MC-1 v2 MC   confirmed ", "MC-2 v3 MC   confirmed ", "MC-3 v2 MC   confirmed "]);
    }

    [Fact]
    public async Task What_is_refused_names_its_field_and_nothing_is_done()
    {
        var (board, other) = (await Three(), await Three());
        var (mine, strange) = (await board.Session("MC-1"), await other.Session("MC-2"));
        var seen = new { id = mine.Id, version = 2 };
        (string Code, string Field, object Body)[] refused =
        [
            ("unknown-session", "sessions[1].id", new { sessions = new[] { seen, new { id = strange.Id, version = 2 } }, set = new { status = "draft" } }),
            ("unknown-type", "set.type", new { sessions = new[] { seen }, set = new { type = "XX", status = "draft" } }),
            ("unknown-track", "set.track", new { sessions = new[] { seen }, set = new { track = "nowhere", status = "draft" } }),
        ];
        foreach (var (code, field, body) in refused)
            (await board.Organiser.Add($"{board.Given.Path}/session-edits", body)).ShouldBeProblem(HttpStatusCode.Conflict, code)["field"].GetString().ShouldBe(field);

        (string Field, object Body)[] wrong =
        [
            ("sessions", new { sessions = Array.Empty<object>(), set = new { status = "draft" } }),
            ("sessions", new { sessions = new[] { seen, seen }, set = new { status = "draft" } }),
            ("sessions", new { sessions = Enumerable.Range(0, 1001).Select(_ => new { id = Guid.CreateVersion7() }), set = new { status = "draft" } }),
            ("set", new { sessions = new[] { seen } }),
            ("set.language", new { sessions = new[] { seen }, set = new { language = "not a language" } }),
            ("clear", new { sessions = new[] { seen }, set = new { track = "policy" }, clear = new[] { "track" } }),
        ];
        foreach (var (field, body) in wrong)
            (await board.Organiser.Add($"{board.Given.Path}/session-edits", body)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].EnumerateObject().Select(e => e.Name).ShouldBe([field]);
        (await Marks(board)).ShouldBe(["MC-1 v2 MC   confirmed ", "MC-2 v2 MC   confirmed ", "MC-3 v2 MC   confirmed "]);
        (await Marks(other)).ShouldBe(await Marks(board));
    }

    [Fact]
    public async Task Of_two_who_edit_the_same_at_once_one_is_told_what_the_other_did()
    {
        var board = await Three();
        var sessions = new[] { new { id = (await board.Session("MC-1")).Id, version = 2 } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => host.Organiser().Add($"{board.Given.Path}/session-edits", new { sessions, set = new { language = $"x{(char)('a' + i)}" } })));

        var winner = answers.Where(a => a.Status == HttpStatusCode.OK).ShouldHaveSingleItem();
        foreach (var loser in answers.Where(a => a != winner))
            loser.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale")["current"][0].GetProperty("language").GetString().ShouldBe(winner["sessions"][0].GetProperty("language").GetString());
    }

    private static string Without(JsonElement element, string property) => string.Join(',', element.EnumerateObject().Where(p => p.Name != property).Select(p => p.ToString()));

    private static async Task<Answer> Send(Board board, object set, string[] clear, params string[] codes) => await Send(board, set, clear, codes, "");

    private static async Task<Answer> Send(Board board, object set, string[] clear, string[] codes, string query)
    {
        var sessions = await Task.WhenAll(codes.Select(board.Session));
        return await board.Organiser.Add($"{board.Given.Path}/session-edits{query}", new { sessions = sessions.Select(s => new { id = s.Id, version = s["version"].GetInt32() }), set, clear });
    }

    private static string[] Told(Answer answer) => [.. answer["sessions"].EnumerateArray().Select(Told)];

    private static string Told(JsonElement session) =>
        $"{Marks(session)}: {string.Join(", ", session.GetProperty("changes").EnumerateArray().Select(c => $"{c.GetProperty("field").GetString()} {c.GetProperty("before").GetString()}>{c.GetProperty("after").GetString()}"))}";

    private static async Task<string[]> Marks(Board board) => [.. (await board.Organiser.Read($"{board.Given.Path}/sessions"))["items"].EnumerateArray().Select(Marks)];

    private static string Marks(JsonElement s) =>
        $"{s.GetProperty("code").GetString()} v{s.GetProperty("version").GetInt32()} {s.GetProperty("type").GetString()} {s.GetProperty("track").GetString() ?? " "} {s.GetProperty("status").GetString()} {s.GetProperty("language").GetString()}";

    private static long DataVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    private async Task<Board> Three()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1", "MC-2", "MC-3"]);
        await board.Given.Type("PS", "Paper session");
        await board.Given.Track("Policy");
        await board.Place("MC-1", "hall", "09:00");
        await board.Place("MC-2", "attic", "09:00");
        await board.Place("MC-3", "hall", "09:30");
        return board;
    }
}
