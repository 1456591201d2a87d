using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which sessions are moved together and put back again.</summary>
internal sealed class MovingStory(HttpClient organiser, Given given)
{
    public async Task TellAsync()
    {
        var (opening, networks) = (await Session("KN-1"), await Session("MC-C"));
        var options = $"{given.Path}/sessions/{opening.Id}/options";
        (await organiser.Read($"{options}?day=2024-01-08&room=hall-2&limit=3")).ShouldBe(HttpStatusCode.OK)["options"].GetArrayLength().ShouldBe(3);
        (await organiser.Read($"{options}?room=nowhere")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value");
        (await organiser.Read($"{given.Path}/sessions/{(await Session("KN-2")).Id}/options")).ShouldBe(HttpStatusCode.OK)["total"].GetInt32().ShouldBe(0);
        (await organiser.Add($"{given.Path}/text-previews", new { text = "A **bold** <b>one</b>" })).ShouldBe(HttpStatusCode.OK)["html"].GetString().ShouldBe("<p dir=\"auto\">A <strong>bold</strong> &lt;b&gt;one&lt;/b&gt;</p>\n");
        object[] moves = [Move(opening, "arbutus", "2024-01-08T14:00:00"), Move(networks, "hall-1", "2024-01-08T14:00:00")];
        (await Moved(moves, "?dryRun=true")).ShouldBe(HttpStatusCode.OK)["dryRun"].GetBoolean().ShouldBeTrue();
        (await Moved([moves[0], Move(networks, "nowhere", "2024-01-08T14:00:00")])).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-room");
        var moved = (await Moved(moves)).ShouldBe(HttpStatusCode.OK);
        moved["sessions"].GetArrayLength().ShouldBe(2);
        (await Moved(moves)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        (await organiser.Read($"{given.Path}/conflicts")).ShouldBe(HttpStatusCode.OK);

        // Somebody else's edit in between: the session cannot be put back, but can when it was put back itself.
        (await Undone("?dryRun=true")).ShouldBe(HttpStatusCode.OK)["sessions"].GetArrayLength().ShouldBe(2);
        await Edited("KN-1");
        (await Undone()).ShouldBeProblem(HttpStatusCode.Conflict, "touched-since")["touched"].GetArrayLength().ShouldBe(1);
        (await Moved([Move(await Session("KN-1"), null, null)])).ShouldBe(HttpStatusCode.OK);
        (await Undone()).ShouldBe(HttpStatusCode.OK);
        await EditedTogether();
        (await Moved([Move(await Session("KN-1"), "hall-1", "2024-01-08T10:00:00"), Move(await Session("MC-C"), "arbutus", "2024-01-08T14:00:00", 150)])).ShouldBe(HttpStatusCode.OK);
    }

    private async Task EditedTogether()
    {
        var path = $"{given.Path}/session-edits";
        var sessions = new[] { await Session("KN-1"), await Session("MC-C") }.Select(s => new { id = s.Id, version = s["version"].GetInt32() }).ToArray();
        object edits = new { sessions, set = new { type = "KN", status = "draft", language = "de" }, clear = new[] { "track" } };
        (await organiser.Add($"{path}?dryRun=true", edits)).ShouldBe(HttpStatusCode.OK)["dryRun"].GetBoolean().ShouldBeTrue();
        (await organiser.Add(path, new { sessions, set = new { track = "nowhere" } })).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-track");
        (await organiser.Add(path, edits)).ShouldBe(HttpStatusCode.OK)["sessions"].GetArrayLength().ShouldBe(2);
        (await organiser.Add(path, edits)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        (await Undone()).ShouldBe(HttpStatusCode.OK)["sessions"].GetArrayLength().ShouldBe(2);
    }

    private Task<Answer> Moved(object[] moves, string query = "") => organiser.Add($"{given.Path}/moves{query}", new { moves });

    private Task<Answer> Undone(string query = "") => organiser.Send(HttpMethod.Post, $"{given.Path}/undo{query}");

    private static object Move(Answer session, string? room, string? start, int minutes = 60) =>
        new { session = session.Id, room, start, minutes = start is null ? null : minutes as int?, version = session["version"].GetInt32() };

    private async Task Edited(string code)
    {
        var session = await Session(code);
        (await organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, new { code, title = "Opening", type = "KN", track = "learning", notes = "Needs flowers.", status = "confirmed" })).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<Answer> Session(string code)
    {
        var all = (await organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray();
        return await organiser.Read($"{given.Path}/sessions/{all.Single(s => s.GetProperty("code").GetString() == code).GetProperty("id").GetGuid()}");
    }
}
