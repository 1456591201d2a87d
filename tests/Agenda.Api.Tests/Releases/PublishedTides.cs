using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Releases;

/// <summary>Three releases of a small conference: a session moved and lost a chair, one was withdrawn, one came.</summary>
public sealed class PublishedTides : IAsyncLifetime
{
    public const string Slug = "tides", Path = $"/api/v1/conferences/{Slug}";

    public AgendaHost Host { get; } = new();

    public Guid Andy { get; private set; }

    public Guid Danette { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var given = await Given.Conference(Host, Slug, name: "Tides & <Winds>");
        await given.Room("Arbutus Room", 60);
        await given.Room("Hall 2");
        await given.Type("MC", "Masterclass");
        var (andy, danette) = (await given.Person("Andy", "Hargreaves"), await given.Person("Danette", "Parsley"));
        (Andy, Danette) = (andy.Id, danette.Id);
        var masterclass = await given.Placed(await given.Session("MC-C", "Networks & <b>nets</b>", more: new { chairs = new[] { danette.Id } }), "arbutus-room", "2024-01-08T14:00:00", 60);
        var paper = await given.Placed(await given.Session("PS-1", "Papers"), "hall-2", "2024-01-09T09:00:00", 60);
        await given.Session("PS-2", "Always");
        await given.Published();

        masterclass = await given.Placed(masterclass, "hall-2", "2024-01-08T14:00:00", 60);
        await given.Published("Rooms, \n and <more> 🌊");

        masterclass = await given.Placed(masterclass, "hall-2", "2024-01-09T09:30:00", 60);
        await Revise(given, masterclass, "chairs", new[] { andy.Id });
        (await given.Organiser.Remove($"{given.Path}/sessions/{paper.Id}", paper.Tag)).ShouldBe(HttpStatusCode.OK);
        await given.Session("MC-D", "New");
        await given.Published();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public static async Task<Answer> Revise(Given given, Answer session, string field, object value)
    {
        var body = session.Body.Deserialize<Dictionary<string, object?>>()!;
        foreach (var own in (string[])["id", "version", "placement", "conflicts"])
            body.Remove(own);
        body[field] = value;
        return (await given.Organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, body)).ShouldBe(HttpStatusCode.OK);
    }
}
