using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which live links come, change, and go: by themselves, and with what they belong to.</summary>
internal sealed class LinkStory(HttpClient organiser, HttpClient reader, Given given)
{
    public async Task TellAsync()
    {
        var sessions = (await organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray();
        var session = await organiser.Read($"{given.Path}/sessions/{sessions.Single(s => s.GetProperty("code").GetString() == "MC-C").GetProperty("id").GetGuid()}");
        var contribution = session["contributions"][0].GetProperty("id").GetGuid();

        var recording = (await given.Link(session.Id, "Recording", "https://video.example.org/mc-c")).ShouldBe(HttpStatusCode.Created);
        (await given.Link(session.Id, "Paper", "https://papers.example.org/1", contribution, "2024-01-09T09:00:00Z")).ShouldBe(HttpStatusCode.Created);
        (await given.Link(session.Id, "Paper", "javascript:alert(1)")).ShouldBe(HttpStatusCode.BadRequest);
        (await given.Link(session.Id, "Paper", "https://papers.example.org/1", Guid.Parse("00000000-0000-0000-0000-000000000001"))).ShouldBe(HttpStatusCode.NotFound);
        (await given.Link(Guid.Empty, "Paper", "https://papers.example.org/1")).ShouldBe(HttpStatusCode.NotFound);
        (await organiser.Read($"{given.Path}/sessions/{session.Id}/links")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(2);
        (await reader.Read($"{given.Path}/agenda/sessions/MC-C")).ShouldBe(HttpStatusCode.OK)["links"].GetArrayLength().ShouldBe(1);

        var address = $"{given.Path}/links/{recording.Id}";
        (await organiser.Read(address)).ShouldBe(HttpStatusCode.OK);
        var said = new { title = "Recording, with slides", url = "https://video.example.org/mc-c", order = 3 };
        (await organiser.Put(address, "\"99\"", said)).ShouldBe(HttpStatusCode.PreconditionFailed);
        var edited = (await organiser.Put(address, recording.Tag, said)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Remove(address, recording.Tag)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await organiser.Remove(address, edited.Tag)).ShouldBe(HttpStatusCode.NoContent);
        (await organiser.Remove(address, edited.Tag)).ShouldBe(HttpStatusCode.NotFound);
        (await organiser.Read(address)).ShouldBe(HttpStatusCode.NotFound);
        // What is left goes with its session, and with the conference.
        (await given.Link(session.Id, "Handout", "https://papers.example.org/2")).ShouldBe(HttpStatusCode.Created);
    }
}
