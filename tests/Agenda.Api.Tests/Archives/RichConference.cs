using System.Net;
using Agenda.Api.Tests.MyAgendas;
using Agenda.Api.Tests.Resources;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.Archives;

/// <summary>A made-up conference in which every column that an archive carries has something else than what it begins with.</summary>
internal static class RichConference
{
    public const string Slug = "lighthouses";

    /// <summary>What is somewhere in the database of the service, and must not be in an archive.</summary>
    public static readonly string[] Secrets = ["Grace-the-member", "invited@example.com", "For tests", "Forgotten", "aodh@example.org"];

    private static readonly string[] Parts = ["lamp-room", "gallery"];

    public static async Task<Given> MakeAsync(AgendaHost host)
    {
        var given = await Given.Conference(host, Slug, "Europe/Dublin", "2024-10-25", "2024-10-28", "Keepers");
        var read = await given.Organiser.Read(given.Path);
        await Put(given, given.Path, read.Tag, new
        {
            slug = Slug,
            name = "Keepers of Lighthouses",
            timeZone = "Europe/Dublin",
            firstDay = "2024-10-25",
            lastDay = "2024-10-28",
            contact = "Ask the keeper",
            colour = "#1f6f8b",
            joinLinksInFeeds = true,
            links = new[] { new { title = "Web site", url = "https://example.org/" }, new { title = "Privacy", url = "https://example.org/privacy" } },
        });
        await PlacesAsync(given);
        await KindsAsync(given);
        var people = await PeopleAsync(given);
        var sessions = await SessionsAsync(given, people);
        await BetweenSessionsAsync(given, sessions);
        await ResourcesAsync(given, sessions[0]);
        await new AccountsOf(host).ChangeAsync(async db =>
        {
            // What imports keep, and a conference that came from elsewhere before.
            await db.Database.ExecuteSqlRawAsync("UPDATE sessions SET ExternalId = 'id:' || hex(Id), ImportedAs = 'marks of ' || Code", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("UPDATE people SET ExternalId = 'id:' || hex(Id), ImportedAs = 'marks of ' || GivenName", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("UPDATE rooms SET ImportedAs = 'marks of ' || Slug", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("UPDATE conferences SET UidHost = 'before.example.org'", TestContext.Current.CancellationToken);
        });
        await given.PublishedAsItIs("First programme");
        await Put(given, $"{given.Path}/sessions/{sessions[1].Id}/placement", await TagOf(given, $"sessions/{sessions[1].Id}"), new { room = "lamp-room", start = "2024-10-26T11:00:00", minutes = 45 });
        host.Clock.Now += NodaTime.Duration.FromHours(5);
        await given.PublishedAsItIs("Second programme");
        (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{people[2].Id}/erasure", new { titles = true, alsoReplace = Array.Empty<string>() }, people[2].Tag)).ShouldBe(HttpStatusCode.OK);
        await SecretsAsync(host, given, sessions[0]);
        return given;
    }

    private static async Task PlacesAsync(Given given)
    {
        var building = await Add(given, "buildings", new { name = "Tower", address = "1 Cliff", coordinates = new { latitude = 53.5, longitude = -6.25 } });
        await Put(given, $"{given.Path}/buildings/{building.Id}", building.Tag, new { name = "Tower", address = "1 Cliff Road", coordinates = new { latitude = 53.5, longitude = -6.25 } });
        await Add(given, "buildings", new { name = "Boathouse" });
        var room = await Add(given, "rooms", new { name = "Lamp", slug = "lamp-room" });
        await Put(given, $"{given.Path}/rooms/{room.Id}", room.Tag, new
        {
            name = "Lamp Room",
            slug = "lamp-room",
            building = "Tower",
            capacity = 60,
            order = 3,
            openingHours = new object[] { new { opens = "08:00", closes = "20:00" }, new { day = "2024-10-26", opens = "10:00", closes = "01:00" } },
            joinUrl = "https://meet.example.org/lamp",
        });
        await Add(given, "rooms", new { name = "Gallery", slug = "gallery", @virtual = true });
        await Add(given, "rooms", new { name = "Both", slug = "both", parts = Parts });
    }

    private static async Task KindsAsync(Given given)
    {
        var type = await Add(given, "session-types", new { code = "MC", name = "Class" });
        await Put(given, $"{given.Path}/session-types/{type.Id}", type.Tag, new { code = "MC", name = "Masterclass", colour = "#3a7bd5", defaultMinutes = 90, plenary = true, parallel = true, @break = true, needsChair = true });
        var track = await Add(given, "tracks", new { name = "Light" });
        await Put(given, $"{given.Path}/tracks/{track.Id}", track.Tag, new { name = "Lights", slug = "lights", colour = "#112233" });
    }

    private static async Task<Answer[]> PeopleAsync(Given given)
    {
        var maja = await Add(given, "people", new { givenName = "Maja", familyName = "Łódzka" });
        maja = await Put(given, $"{given.Path}/people/{maja.Id}", maja.Tag, new
        {
            givenName = "Maja",
            familyName = "Łódzka",
            affiliation = "University of Example",
            country = "Poland",
            pronunciation = "WOODZ-kah",
            biography = "Works on *lenses*.\nAnd 🗼.",
            email = "maja@example.org",
            links = new[] { new { title = "Her page", url = "https://example.org/maja" } },
            absences = new[] { new { from = "2024-10-25T12:00:00", until = "2024-10-26T00:00:00" } },
        });
        return [maja, await Add(given, "people", new { givenName = "Niamh", familyName = "Ní Thuathaláin" }), await Add(given, "people", new { givenName = "Aodh", familyName = "Forgotten", email = "aodh@example.org" })];
    }

    private static async Task<Answer[]> SessionsAsync(Given given, Answer[] people)
    {
        object Body(string code, string status, string title) => new
        {
            code,
            title,
            type = "MC",
            track = "lights",
            language = "en",
            @abstract = "Bring *tools*.",
            notes = "Needs a ladder.",
            status,
            seats = 40,
            chairs = new[] { people[1].Id, people[0].Id },
            discussants = new[] { people[0].Id, people[2].Id },
            contributions = new object[]
            {
                new { code = "a", title = "Of lenses", @abstract = "All of them.", minutes = 20, authors = new[] { new { person = people[0].Id, presenting = true }, new { person = people[2].Id, presenting = false } } },
                new { code = "b", title = "Of lamps" },
            },
            resources = new[] { new { title = "Handout", url = "https://example.org/handout" } },
            joinUrl = "https://meet.example.org/a",
        };
        var first = await Add(given, "sessions", Body("MC-A", "draft", "Lenses"));
        first = await Put(given, $"{given.Path}/sessions/{first.Id}", first.Tag, Body("MC-A", "confirmed", "Lenses of old"));
        // In the hour that the clocks have twice.
        first = await given.Placed(first, "lamp-room", "2024-10-27T01:30:00", 60, "+01:00");
        var second = await given.Placed(await Add(given, "sessions", Body("MC-B", "confirmed", "Lamps")), "both", "2024-10-26T10:00:00", 45);
        var cancelled = await given.Placed(await Add(given, "sessions", Body("MC-C", "cancelled", "Fog")), null, "2024-10-26T15:00:00", 45);
        return [await given.Organiser.Read($"{given.Path}/sessions/{first.Id}"), second, cancelled, await given.Session("MC-D", "A draft that nobody sees", status: "draft")];
    }

    private static async Task BetweenSessionsAsync(Given given, Answer[] sessions)
    {
        await Add(given, "constraints", new { kind = "follows", first = sessions[1].Id, second = sessions[0].Id, note = "The one needs\nthe other." });
        await Add(given, "constraints", new { kind = "not-together", first = sessions[0].Id, second = sessions[2].Id });
        var policy = await given.Organiser.Read($"{given.Path}/conflict-policy");
        await Put(given, $"{given.Path}/conflict-policy", policy.Tag, new
        {
            changeOverMinutes = 10,
            severities = new Dictionary<string, string> { ["room-too-small"] = "warning", ["no-room"] = "off", ["no-slot"] = "error" },
            rolePairs = new[] { new { one = "chair", other = "author", severity = "warning" } },
            walkingTimes = new[] { new { from = "Tower", to = "Boathouse", minutes = 7 } },
        });
    }

    private static async Task ResourcesAsync(Given given, Answer session)
    {
        var contribution = session["contributions"][0].GetProperty("id").GetGuid();
        var slides = await given.File(session, "Slides.pdf", Pdf.Of(600_000));
        await Put(given, $"{given.Path}/files/{slides.Id}", slides.Tag, new { name = "Talk.pdf", order = 3 });
        await given.File(session, "Paper.txt", "Read this."u8.ToArray(), $"&contribution={contribution}&visibleFrom=2024-10-29T09:00:00Z");
        var link = (await given.Link(session.Id, "Recording", "https://video.example.org/a", contribution, "2024-10-29T09:00:00Z")).ShouldBe(HttpStatusCode.Created);
        await Put(given, $"{given.Path}/links/{link.Id}", link.Tag, new { title = "Recording", url = "https://video.example.org/b", order = 2, visibleFrom = "2024-10-29T09:00:00Z" });
        (await given.Link(session.Id, "Notes", "https://notes.example.org/")).ShouldBe(HttpStatusCode.Created);
    }

    private static async Task SecretsAsync(AgendaHost host, Given given, Answer session)
    {
        var accounts = new AccountsOf(host);
        var grace = await accounts.AddAsync("Grace-the-member");
        await accounts.MemberAsync(grace, given.Slug, ConferenceRole.Editor);
        await accounts.WithTokenAsync(grace, given.Slug);
        (await given.Organiser.Add($"{given.Path}/invitations", new { email = "invited@example.com", role = "editor" })).ShouldBe(HttpStatusCode.Created);
        await (await Attendee.NewAsync(host)).StarAsync(session.Id);
    }

    private static async Task<string?> TagOf(Given given, string what) => (await given.Organiser.Read($"{given.Path}/{what}")).ShouldBe(HttpStatusCode.OK).Tag;

    private static async Task<Answer> Add(Given given, string what, object body) => (await given.Organiser.Add($"{given.Path}/{what}", body)).ShouldBe(HttpStatusCode.Created);

    private static async Task<Answer> Put(Given given, string path, string? tag, object body) => (await given.Organiser.Put(path, tag, body)).ShouldBe(HttpStatusCode.OK);
}
