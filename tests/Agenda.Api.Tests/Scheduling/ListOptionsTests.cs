using System.Net;

namespace Agenda.Api.Tests.Scheduling;

public sealed class ListOptionsTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Places_without_errors_come_with_their_reasons_the_best_first()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1", "MC-2"]);
        var maja = await board.Given.Person("Maja", "Łódzka");
        foreach (var code in (string[])["MC-3", "MC-4"])
            await board.Given.Session(code, "With somebody", more: new { chairs = new[] { maja.Id } });
        await board.Place("MC-1", "hall", "09:00", 120);
        await board.Place("MC-3", "attic", "09:00");
        await board.Place("MC-4", "attic", "10:30", 30);

        var answer = await Options(board, "MC-4", "?day=2024-01-08&limit=100");

        // The hall is taken until 11, and at 9 the chair is in the attic; the span of the day ends at 11.
        Listed(answer).ShouldBe(["attic 10:30", "attic 10:00", "attic 10:15", "attic 10:45", "attic 11:00", "hall 11:00"], ignoreOrder: true);
        Listed(answer)[0].ShouldBe("attic 10:30");
        answer["options"][0].GetProperty("reasons").EnumerateArray().Select(r => $"{r.GetProperty("reason").GetString()}: {r.GetProperty("text").GetString()}").ShouldBe(
        [
            "unchanged: It is there now.",
            "no-warnings: It would have no warnings.",
            "seats-unknown: How many seats it needs is not said.",
            "same-time: It starts at that time now.",
        ]);
        answer["options"][0].GetProperty("conflicts").GetArrayLength().ShouldBe(0);
        answer.Body.EnumerateObject().Where(p => p.Name is not ("options" or "session")).Select(p => p.ToString()).ShouldBe(["\"minutes\":30", "\"seats\":null", "\"total\":6", "\"hindrances\":[]"]);
        // Each can be taken as it is told.
        foreach (var option in answer["options"].EnumerateArray())
        {
            var place = option.GetProperty("placement");
            var move = await board.Move("MC-4", place.GetProperty("room").GetString(), place.GetProperty("start").GetString(), place.GetProperty("minutes").GetInt32());
            move["offset"] = place.GetProperty("utcOffset").GetString();
            (await board.Try(move)).ShouldBe(HttpStatusCode.OK)["caused"].EnumerateArray().ShouldAllBe(c => c.GetProperty("severity").GetString() != "error");
        }
    }

    [Fact]
    public async Task How_many_are_told_and_which_rooms_days_and_minutes_can_be_asked_for()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1", "MC-2"]);
        await board.Place("MC-1", "hall", "09:00", 120);

        var answer = await Options(board, "MC-2", "?day=2024-01-09&day=2024-01-10&room=attic&minutes=50&limit=3");

        // Two days without sessions are taken to be like the others: from 9 to 11.
        Listed(answer).ShouldBe(["attic 09:00", "attic 09:15", "attic 09:30"]);
        (answer["total"].GetInt32(), answer["minutes"].GetInt32()).ShouldBe((16, 50));
        answer["options"].EnumerateArray().ShouldAllBe(o => o.GetProperty("placement").GetProperty("day").GetString() == "2024-01-09");
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_told()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1"]);
        var path = $"{board.Given.Path}/sessions/{(await board.Session("MC-1")).Id}/options";

        (await board.Organiser.Read(path)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["minutes"]);
        (await board.Organiser.Read($"{path}?minutes=30&room=nowhere")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value")["value"].GetString().ShouldBe("nowhere");
        (await board.Organiser.Read($"{path}?minutes=30&day=2024-02-01")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value")["value"].GetString().ShouldBe("2024-02-01");
        (await board.Organiser.Read($"{path}?minutes=0")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await board.Organiser.Read($"{path}?minutes=30&limit=501")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await board.Organiser.Read($"{board.Given.Path}/sessions/{Guid.CreateVersion7()}/options")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
    }

    [Fact]
    public async Task A_cancelled_session_has_no_options_and_those_of_other_conferences_are_not_found()
    {
        var (board, other) = (await Board.MakeAsync(host, sessions: ["MC-1"]), await Board.MakeAsync(host, sessions: ["MC-1"]));
        var cancelled = await board.Given.Session("MC-9", "Cancelled", status: "cancelled");

        (await board.Organiser.Read($"{board.Given.Path}/sessions/{cancelled.Id}/options")).ShouldBe(HttpStatusCode.OK)["total"].GetInt32().ShouldBe(0);
        (await board.Organiser.Read($"{other.Given.Path}/sessions/{cancelled.Id}/options")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
    }

    private static async Task<Answer> Options(Board board, string code, string query) =>
        (await board.Organiser.Read($"{board.Given.Path}/sessions/{(await board.Session(code)).Id}/options{query}")).ShouldBe(HttpStatusCode.OK);

    private static string[] Listed(Answer answer) =>
        [.. answer["options"].EnumerateArray().Select(o => o.GetProperty("placement")).Select(p => $"{p.GetProperty("room").GetString()} {p.GetProperty("start").GetString()![11..16]}")];
}
