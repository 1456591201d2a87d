using System.Net;
using Agenda.Api.Tests.MyAgendas;

namespace Agenda.Api.Tests.Databases;

/// <summary>
/// The part of the whole story in which somebody without an account stars sessions. The feed is read once in each state: what was read is believed
/// for a second, so reading it again may ask the database or not.
/// </summary>
/// <param name="own">Without any key, to be given the edit token.</param>
internal sealed class StarStory(HttpClient reader, HttpClient own, Given given)
{
    public async Task TellAsync()
    {
        var attendee = await Attendee.NewAsync(reader, own);
        var agenda = await reader.Read($"{given.Path}/agenda");
        var sessions = agenda["sessions"].EnumerateArray().Select(s => s.GetProperty("id").GetGuid()).ToArray();
        (await FeedRead.GetAsync(reader, attendee.Feed)).ShouldBe(HttpStatusCode.OK).Events.ShouldBeEmpty();
        (await attendee.StarredAsync([.. sessions, sessions[0]]))["stars"].GetArrayLength().ShouldBe(sessions.Length);
        (await attendee.StarAsync(Guid.Empty)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await attendee.ReadAsync()).ShouldBe(HttpStatusCode.OK)["keptUntil"].GetString().ShouldBe("2024-04-11");
        (await FeedRead.GetAsync(reader, attendee.Feed)).ShouldBe(HttpStatusCode.OK).Events.Count.ShouldBe(sessions.Length);
        (await attendee.UnstarAsync(sessions[0])).ShouldBe(HttpStatusCode.OK);
        (await attendee.UnstarAsync(sessions[0])).ShouldBe(HttpStatusCode.OK);
        await Counted();
        (await FeedRead.GetAsync(reader, $"{attendee.Feed}?tz=local")).ShouldBe(HttpStatusCode.OK).Events.Count.ShouldBe(sessions.Length - 1);
        await attendee.ReplaceFeedTokenAsync();
        var worthless = await attendee.ReplaceEditTokenAsync();
        (await FeedRead.GetAsync(reader, attendee.Feed)).ShouldBe(HttpStatusCode.OK);
        await Removed(attendee, worthless);
    }

    private async Task Counted()
    {
        var first = (await given.Organiser.Read($"{given.Path}/star-counts?limit=1")).ShouldBe(HttpStatusCode.OK);
        (await given.Organiser.Read($"{given.Path}/star-counts?after={Uri.EscapeDataString(first["next"].GetString()!)}")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBeGreaterThan(0);
    }

    private static async Task Removed(Attendee attendee, string worthless)
    {
        (await attendee.Own.Send(HttpMethod.Delete, Attendee.Mine)).ShouldBe(HttpStatusCode.NoContent);
        (await attendee.ReadAsync()).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
        attendee.Own.DefaultRequestHeaders.Authorization = new("Bearer", worthless);
        (await attendee.ReadAsync()).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
        attendee.Own.DefaultRequestHeaders.Authorization = null;
    }
}
