using System.Net;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.MyAgendas;

/// <summary>What tests about stars begin with, and what organisers do to it afterwards.</summary>
internal static class Starred
{
    /// <summary>A published conference with sessions of an hour at 10, 11 and 13 o'clock in one room, by code.</summary>
    public static async Task<(Given Given, IReadOnlyDictionary<string, Guid> Sessions)> ConferenceAsync(AgendaHost host, string slug, string zone = "Europe/Dublin")
    {
        var given = await Given.Conference(host, slug, zone, name: $"Conference {slug}");
        await given.Type("MC", "Masterclass");
        await given.Room("Arbutus Room", 60);
        var sessions = new Dictionary<string, Guid>();
        foreach (var hour in (int[])[10, 11, 13])
        {
            var session = await given.Session($"S-{hour}", $"Session at {hour}");
            await given.Placed(session, "arbutus-room", $"2024-01-08T{hour}:00:00", 60);
            sessions[$"S-{hour}"] = session.Id;
        }

        await given.Published();
        return (given, sessions);
    }

    public static async Task<Answer> SessionAsync(this Given given, Guid session) => (await given.Organiser.Read($"{given.Path}/sessions/{session}")).ShouldBe(HttpStatusCode.OK);

    /// <summary>Edits some of what is said of a session.</summary>
    public static async Task RevisedAsync(this Given given, Guid session, params (string Name, object? Value)[] facts) =>
        await EditedAsync(given, $"{given.Path}/sessions/{session}", ["id", "placement", "version"], facts);

    /// <summary>Edits some of what is said of a room.</summary>
    public static async Task RoomRevisedAsync(this Given given, string slug, params (string Name, object? Value)[] facts)
    {
        var rooms = await given.Organiser.Read($"{given.Path}/rooms");
        var id = rooms["items"].EnumerateArray().Single(r => r.GetProperty("slug").GetString() == slug).GetProperty("id").GetGuid();
        await EditedAsync(given, $"{given.Path}/rooms/{id}", ["id", "version", "conflicts"], facts);
    }

    /// <summary>Lets the feeds of people's own agendas tell where sessions are joined online, or keeps it from them.</summary>
    public static async Task JoinLinksAsync(this Given given, bool inFeeds)
    {
        var conference = await given.Organiser.Read(given.Path);
        var facts = new { slug = given.Slug, name = conference["name"].GetString(), timeZone = conference["timeZone"].GetString(), firstDay = conference["firstDay"].GetString(), lastDay = conference["lastDay"].GetString(), joinLinksInFeeds = inFeeds };
        (await given.Organiser.Put(given.Path, conference.Tag, facts)).ShouldBe(HttpStatusCode.OK)["joinLinksInFeeds"].GetBoolean().ShouldBe(inFeeds);
    }

    public static async Task RemovedAsync(this Given given, Guid session) =>
        (await given.Organiser.Remove($"{given.Path}/sessions/{session}", (await given.SessionAsync(session)).Tag)).ShouldBe(HttpStatusCode.OK);

    /// <summary>Stars that many more sessions, which are gone.</summary>
    public static async Task FilledWithStarsAsync(this AgendaHost host, Attendee attendee, int many)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var hash = Secret.HashOf(attendee.EditToken);
        var mine = await db.MyAgendas.SingleAsync(m => m.EditHash == hash, TestContext.Current.CancellationToken);
        var conference = await db.Stars.Where(s => s.MyAgendaId == mine.Id).Select(s => s.ConferenceId).FirstAsync(TestContext.Current.CancellationToken);
        db.Stars.AddRange(Enumerable.Range(0, many).Select(_ => new Star(mine.Id, conference, SessionId.New(), host.Clock.Now)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task EditedAsync(Given given, string path, string[] without, (string Name, object? Value)[] facts)
    {
        var present = (await given.Organiser.Read(path)).ShouldBe(HttpStatusCode.OK);
        var body = present.Body.EnumerateObject().Where(p => p.Name != "conflicts" && !without.Contains(p.Name)).ToDictionary(p => p.Name, p => (object?)p.Value);
        foreach (var (name, value) in facts)
            body[name] = value;
        (await given.Organiser.Put(path, present.Tag, body)).ShouldBe(HttpStatusCode.OK);
    }
}
