using System.Net;
using Agenda.Api.Tests.Audit;
using Microsoft.Data.Sqlite;

namespace Agenda.Api.Tests.Scheduling;

public sealed class MoveSessionsTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Two_sessions_change_places_at_once()
    {
        var board = await Two();

        var answer = (await board.Send(await board.Move("MC-1", "attic", "09:00"), await board.Move("MC-2", "hall", "09:00"))).ShouldBe(HttpStatusCode.OK);

        Board.Placed(answer).ShouldBe(["MC-1 attic 09:00 v3", "MC-2 hall 09:00 v3"]);
        answer.Body.EnumerateObject().Where(p => p.Name != "sessions").Select(p => p.ToString())
            .ShouldBe(["\"dryRun\":false", "\"caused\":[]", "\"solved\":[]", "\"complete\":true", "\"newlyClashing\":0"]);
        answer["sessions"][0].GetProperty("placement").GetRawText().ShouldBe(
            """{"room":"attic","day":"2024-01-08","start":"2024-01-08T09:00:00","minutes":60,"end":"2024-01-08T10:00:00","startUtc":"2024-01-08T09:00:00Z","endUtc":"2024-01-08T10:00:00Z","utcOffset":"+00:00"}""");
        (await board.Places()).ShouldBe(["MC-1 attic 09:00", "MC-2 hall 09:00"]);
        var traced = (await board.Organiser.Traced($"{board.Given.Path}/audit")).Where(entry => entry.Operation == "moveSessions").ToList();
        traced.Select(entry => entry.What).ShouldBe(["session changed MC-1", "session changed MC-2"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_dry_run_tells_exactly_what_the_move_then_does_and_changes_nothing()
    {
        var board = await Two();
        await board.Given.Session("MC-3", "Third", more: new { chairs = new[] { (await board.Given.Person("Maja", "Łódzka")).Id } });
        await board.Place("MC-3", "hall", "09:30");
        object[] moves = [await board.Move("MC-1", "attic", "09:15"), await board.Move("MC-3", null, "11:00")];
        var (before, conflicts) = (await board.Organiser.Read($"{board.Given.Path}/sessions"), await board.Conflicts());
        using var witness = new SqliteConnection($"Data Source={host.Database};Pooling=False");
        witness.Open();
        var version = Version(witness);

        var tried = (await board.Try(moves)).ShouldBe(HttpStatusCode.OK);

        Version(witness).ShouldBe(version);
        (await board.Organiser.Read($"{board.Given.Path}/sessions")).Text.ShouldBe(before.Text);
        Board.Placed(tried).ShouldBe(["MC-1 attic 09:15 v2", "MC-3 no-room 11:00 v2"]);
        var moved = (await board.Send(moves)).ShouldBe(HttpStatusCode.OK);
        (tried["dryRun"].GetBoolean(), moved["dryRun"].GetBoolean()).ShouldBe((true, false));
        moved["caused"].GetRawText().ShouldBe(tried["caused"].GetRawText());
        moved["solved"].GetRawText().ShouldBe(tried["solved"].GetRawText());
        Board.Named(moved["caused"]).ShouldBe(["no-room MC-3", "room-double-booked MC-2 MC-1"]);
        Board.Named(moved["solved"]).ShouldBe(["room-double-booked MC-1 MC-3"]);
        (await board.Conflicts()).ShouldBe([.. conflicts.Except(Board.Named(moved["solved"])).Concat(Board.Named(moved["caused"])).Order(StringComparer.Ordinal)]);
        // What a conflict is acknowledged by is the same in the answer and in the list.
        var listed = (await board.Organiser.Read($"{board.Given.Path}/conflicts"))["items"].EnumerateArray().Select(c => c.GetRawText()).ToList();
        moved["caused"].EnumerateArray().Select(c => c.GetRawText()).ShouldBeSubsetOf(listed);
    }

    [Fact]
    public async Task A_session_without_a_start_is_taken_out_of_its_room_and_slot()
    {
        var board = await Two();

        var answer = (await board.Send(await board.Move("MC-1"))).ShouldBe(HttpStatusCode.OK);

        Board.Placed(answer).ShouldBe(["MC-1 nowhere v3"]);
        Board.Named(answer["caused"]).ShouldBe(["no-slot MC-1"]);
        (await board.Places()).ShouldBe(["MC-1 nowhere", "MC-2 attic 09:00"]);
    }

    [Fact]
    public async Task A_session_that_is_there_already_is_left_as_it_is()
    {
        var board = await Two();

        var answer = (await board.Send(await board.Move("MC-1", "hall", "09:00"), await board.Move("MC-2", "attic", "10:00"))).ShouldBe(HttpStatusCode.OK);

        Board.Placed(answer).ShouldBe(["MC-1 hall 09:00 v2", "MC-2 attic 10:00 v3"]);
        (await board.Undo()).ShouldBe(HttpStatusCode.OK);
        (await board.Places()).ShouldBe(["MC-1 hall 09:00", "MC-2 attic 09:00"]);
    }

    [Theory]
    [InlineData("room", "nowhere", "unknown-room", "moves[1].room")]
    [InlineData("start", "2027-03-28T01:30:00", "time-skipped", "moves[1].start")]
    [InlineData("start", "2027-10-31T01:30:00", "time-repeated", "moves[1].start")]
    [InlineData("offset", "+05:00", "offset-does-not-apply", "moves[1].start")]
    [InlineData("session", "00000000-0000-0000-0000-000000000001", "unknown-session", "moves[1].session")]
    public async Task What_is_refused_names_the_move_and_nothing_is_done(string field, string value, string code, string named)
    {
        var board = await Two();
        var second = await board.Move("MC-2", "hall", "11:00");
        second[field] = value;
        object[] moves = [await board.Move("MC-1", "attic", "12:00"), second];

        foreach (var refused in (Answer[])[await board.Send(moves), await board.Try(moves)])
        {
            refused.ShouldBeProblem(HttpStatusCode.Conflict, code);
            refused["field"].GetString().ShouldBe(named);
        }

        (await board.Places()).ShouldBe(["MC-1 hall 09:00", "MC-2 attic 09:00"]);
    }

    [Fact]
    public async Task Nobodys_work_is_overwritten_unseen()
    {
        var board = await Two();
        var (first, second) = (await board.Move("MC-1", "attic", "12:00"), await board.Move("MC-2", "hall", "12:00"));
        var unversioned = new Dictionary<string, object?>(second);
        unversioned.Remove("version");
        await board.Place("MC-2", "attic", "10:00");

        var unseen = (await board.Send(first, unversioned)).ShouldBeProblem(HttpStatusCode.PreconditionRequired, "version-needed");
        unseen["field"].GetString().ShouldBe("moves[1].version");
        foreach (var stale in (Answer[])[await board.Send(first, second), await board.Try(first, second)])
        {
            stale.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale");
            var present = stale["current"].EnumerateArray().ShouldHaveSingleItem();
            (present.GetProperty("code").GetString(), present.GetProperty("version").GetInt32()).ShouldBe(("MC-2", 3));
            present.GetProperty("placement").GetRawText().ShouldBe((await board.Session("MC-2"))["placement"].GetRawText());
        }

        (await board.Try(first, unversioned)).ShouldBe(HttpStatusCode.OK);
        (await board.Places()).ShouldBe(["MC-1 hall 09:00", "MC-2 attic 10:00"]);
    }

    [Fact]
    public async Task Moves_that_make_no_sense_are_no_input()
    {
        var board = await Two();
        var id = (await board.Session("MC-1")).Id;
        (string Field, object Body)[] wrong =
        [
            ("moves", new { moves = Array.Empty<object>() }),
            ("moves", new { moves = new[] { new { session = id, start = (string?)null }, new { session = id, start = (string?)null } } }),
            ("moves", new { moves = Enumerable.Range(0, 1001).Select(_ => new { session = Guid.CreateVersion7(), start = (string?)null }) }),
            ("moves[0].minutes", new { moves = new[] { new { session = id, start = "2024-01-08T09:00:00" } } }),
            ("moves[0].room", new { moves = new[] { new { session = id, room = "hall", start = (string?)null } } }),
            ("moves[0].minutes", new { moves = new[] { new { session = id, minutes = 60, start = (string?)null } } }),
            ("moves[0].start", new { moves = new[] { new { session = id, minutes = 60, start = "2024-01-08T09:00:30" } } }),
        ];
        foreach (var (field, body) in wrong)
        {
            var refused = (await board.Organiser.Add($"{board.Given.Path}/moves", body)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
            refused["errors"].EnumerateObject().Select(e => e.Name).ShouldBe([field]);
        }

        // Who forgets the start does not take the session out.
        (await board.Organiser.Add($"{board.Given.Path}/moves", new { moves = new[] { new { session = id, version = 2 } } })).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json");
        (await board.Places()).ShouldBe(["MC-1 hall 09:00", "MC-2 attic 09:00"]);
    }

    [Fact]
    public async Task Of_two_who_move_the_same_at_once_one_is_told_what_the_other_did()
    {
        var board = await Two();
        var moves = await Task.WhenAll(Enumerable.Range(10, 8).Select(hour => board.Move("MC-1", "attic", $"{hour}:00")));

        var answers = await Task.WhenAll(moves.Select(move => board.Send(move)));

        var winner = answers.Where(a => a.Status == HttpStatusCode.OK).ShouldHaveSingleItem();
        var present = winner["sessions"][0].GetRawText();
        foreach (var loser in answers.Where(a => a != winner))
            loser.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale")["current"][0].GetRawText().ShouldBe(present);
    }

    [Fact]
    public async Task Sessions_of_another_conference_cannot_be_moved()
    {
        var (board, other) = (await Two(), await Two());

        (await board.Send(await other.Move("MC-1", "attic", "12:00"))).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-session");

        (await other.Places()).ShouldBe(["MC-1 hall 09:00", "MC-2 attic 09:00"]);
    }

    private static long Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    private async Task<Board> Two()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1", "MC-2"]);
        await board.Place("MC-1", "hall", "09:00");
        await board.Place("MC-2", "attic", "09:00");
        return board;
    }
}
