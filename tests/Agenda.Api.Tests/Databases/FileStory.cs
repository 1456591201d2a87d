using System.Net;
using Agenda.Api.Tests.Resources;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which files come, are read in parts, change, and go: by themselves, and with what they belong to. Live links come after them, and then all of it in an archive.</summary>
internal sealed class FileStory(HttpClient organiser, HttpClient reader, Given given)
{
    public async Task TellAsync()
    {
        var sessions = (await organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray();
        var session = await organiser.Read($"{given.Path}/sessions/{sessions.Single(s => s.GetProperty("code").GetString() == "MC-C").GetProperty("id").GetGuid()}");
        var contribution = session["contributions"][0].GetProperty("id").GetGuid();

        var slides = await given.File(session, "Slides.pdf", Pdf.Of(600_000));
        await given.File(session, "Paper.txt", "Read this."u8.ToArray(), $"&contribution={contribution}&visibleFrom=2024-01-09T09:00:00Z");
        (await given.Uploaded(session.Id, "Paper.txt", "Read this."u8.ToArray(), "&contribution=00000000-0000-0000-0000-000000000001")).ShouldBe(HttpStatusCode.NotFound);
        (await given.Uploaded(Guid.Empty, "Paper.txt", "Read this."u8.ToArray())).ShouldBe(HttpStatusCode.NotFound);
        (await organiser.Read($"{given.Path}/sessions/{session.Id}/files")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(2);
        (await reader.Read(new Uri(slides["url"].GetString()!).AbsolutePath)).ShouldBe(HttpStatusCode.OK);
        (await reader.Read($"{given.Path}/agenda/sessions/MC-C")).ShouldBe(HttpStatusCode.OK)["files"].GetArrayLength().ShouldBe(1);

        var address = $"{given.Path}/files/{slides.Id}";
        (await organiser.Read(address)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Put(address, "\"99\"", new { name = "Talk.pdf" })).ShouldBe(HttpStatusCode.PreconditionFailed);
        var edited = (await organiser.Put(address, slides.Tag, new { name = "Talk.pdf", order = 3 })).ShouldBe(HttpStatusCode.OK);
        (await organiser.Remove(address, slides.Tag)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await organiser.Remove(address, edited.Tag)).ShouldBe(HttpStatusCode.NoContent);
        (await organiser.Remove(address, edited.Tag)).ShouldBe(HttpStatusCode.NotFound);
        (await organiser.Read(address)).ShouldBe(HttpStatusCode.NotFound);
        // What is left goes with its session, and with the conference.
        await given.File(session, "Handout.txt", "Take this."u8.ToArray());
        await new LinkStory(organiser, reader, given).TellAsync();
        await new ArchiveStory(organiser, given).TellAsync();
    }
}
