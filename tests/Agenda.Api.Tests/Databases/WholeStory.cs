using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>
/// One story in which every operation of the contract happens, with the refusals that ask the database something of their own. It is told on
/// SQLite, told again to the SQL Server provider, and told to a real SQL Server where there is one. A new operation needs a line here.
/// </summary>
internal sealed class WholeStory(HttpClient organiser, HttpClient reader, HttpClient administrator, HttpClient program, HttpClient browser)
{
    private const string Conferences = "/api/v1/conferences";

    private static readonly Named[] SomethingOfEach =
        [new("rooms", "slug", "arbutus"), new("session-types", "code", "MC"), new("tracks", "slug", "learning"), new("people", "familyName", "Hargreaves")];

    private readonly Given given = new(organiser, "icsei-2024");

    public async Task TellAsync()
    {
        await Healthy();
        await ConferenceEntered();
        await BuildingsAndRoomsEntered();
        await TypesAndTracksEntered();
        await PeopleEntered();
        await SessionsEntered();
        await SessionsPlaced();
        await new MovingStory(organiser, given).TellAsync();
        await Published();
        await AgendaRead();
        await new FileStory(organiser, reader, given).TellAsync();
        await new SubscribeStory(reader, given).TellAsync();
        await new StarStory(reader, program, given).TellAsync();
        await new GateStory(organiser, reader).TellAsync();
        await new ConsoleStory(organiser).TellAsync();
        await new AccessStory(organiser, administrator, program, given).TellAsync();
        await new PagesStory(browser, organiser, given).TellAsync();
        await new MineStory(browser, given).TellAsync();
        await new ImportStory(organiser).TellAsync();
        await new ConflictStory(organiser).TellAsync();
        await new PrivacyStory(organiser, reader).TellAsync();
        await new AuditStory(organiser).TellAsync();
        await WhatIsUsedStays();
        await Removed();
    }

    private async Task Healthy()
    {
        (await reader.Read("/health/live")).ShouldBe(HttpStatusCode.OK);
        (await reader.Read("/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task ConferenceEntered()
    {
        var body = new
        {
            slug = given.Slug,
            name = "ICSEI 2024",
            timeZone = "Europe/Dublin",
            firstDay = "2024-01-08",
            lastDay = "2024-01-12",
            contact = "office@example.org",
            colour = "#1f6f8b",
            links = new[] { new { title = "Web site", url = "https://example.org/" } },
        };
        var entered = (await organiser.Add(Conferences, body)).ShouldBe(HttpStatusCode.Created);
        (await organiser.Add(Conferences, body)).ShouldBe(HttpStatusCode.Conflict);
        (await organiser.Add(Conferences, body with { slug = "second" })).ShouldBe(HttpStatusCode.Created);
        (await organiser.Put(given.Path, "\"99\"", body)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await organiser.Put(given.Path, entered.Tag, body with { slug = "second" })).ShouldBe(HttpStatusCode.Conflict);
        (await organiser.Put(given.Path, entered.Tag, body with { name = "ICSEI Dublin" })).ShouldBe(HttpStatusCode.OK);
        await ListedInPages(Conferences, 2);
        (await organiser.Read(given.Path)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Read($"{Conferences}/nowhere")).ShouldBe(HttpStatusCode.NotFound);
        (await organiser.Read($"{Conferences}/nowhere/rooms")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task BuildingsAndRoomsEntered()
    {
        var building = (await Add("buildings", new { name = "St. Mary's Building", address = "Dublin" })).ShouldBe(HttpStatusCode.Created);
        await Add("buildings", new { name = "Zoo" });
        (await Add("buildings", new { name = "Zoo" })).ShouldBe(HttpStatusCode.Conflict);
        await Edited("buildings", building, new { name = "Merino Institute", address = "Dublin 1" }, taken: new { name = "Zoo" });
        await ListedInPages($"{given.Path}/buildings", 2);
        var room = await given.Room("Arbutus Room", 60, "Merino Institute");
        await given.Room("Hall 1", 500, "A building that is new");
        await given.Room("Hall 2");
        (await Add("rooms", new { name = "Another", slug = "hall-1" })).ShouldBe(HttpStatusCode.Conflict);
        await Edited(
            "rooms", room, new { name = "Arbutus", slug = "arbutus", building = "Zoo", capacity = 61, order = -1, @virtual = true },
            taken: new { name = "X", slug = "hall-1" });
        await ListedInPages($"{given.Path}/rooms", 3);
    }

    private async Task TypesAndTracksEntered()
    {
        var type = await given.Type("M", "Masterclass");
        await given.Type("KN", "Keynote");
        (await Add("session-types", new { code = "KN", name = "Again" })).ShouldBe(HttpStatusCode.Conflict);
        await Edited(
            "session-types", type, new { code = "MC", name = "Masterclass", colour = "#3a7bd5", defaultMinutes = 90, plenary = true, parallel = true, @break = false },
            taken: new { code = "KN", name = "X" });
        await ListedInPages($"{given.Path}/session-types", 2);

        var track = await given.Track("Professional learning", "#112233");
        await given.Track("Łódź & others");
        (await Add("tracks", new { name = "X", slug = "professional-learning" })).ShouldBe(HttpStatusCode.Conflict);
        await Edited("tracks", track, new { name = "Learning", slug = "learning", colour = "#445566" }, taken: new { name = "X", slug = "lodz-others" });
        await ListedInPages($"{given.Path}/tracks", 2);
    }

    private async Task PeopleEntered()
    {
        var person = await given.Person("Andy", "Hargreaves", "University of Ottawa", "andy@example.org");
        await given.Person("Maja", "Łódzka");
        await given.Person("Danette", "Parsley");
        var said = new
        {
            givenName = "Andy",
            familyName = "Hargreaves",
            affiliation = "Boston College",
            country = "US",
            biography = "*Known.*",
            links = new[] { new { title = "Pages", url = "https://example.org/andy" } },
        };
        await Edited("people", person, said);
        await ListedInPages($"{given.Path}/people", 3);
        (await organiser.Read($"{given.Path}/people?q=l%C3%B3d")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(1);
        (await organiser.Read($"{given.Path}/people?q=%25_%5B")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(0);
    }

    private async Task SessionsEntered()
    {
        var people = await People();
        var authors = new[] { new { person = people[0], presenting = true }, new { person = people[1], presenting = false } };
        var talk = new { code = "1", title = "A framework", @abstract = "Long.", minutes = 30, authors };
        var session = await given.Session("MC-C", "Networks", more: new
        {
            track = "learning",
            language = "en",
            @abstract = "Engaging *educators*.",
            chairs = new[] { people[0], people[1] },
            discussants = new[] { people[2] },
            contributions = new[] { talk, talk with { code = "2", title = "Another" } },
            resources = new[] { new { title = "Slides", url = "https://example.org/slides" } },
        });
        await given.Session("KN-1", "Opening", "KN", more: new { track = "learning" });
        await given.Session("KN-2", "Closing", "KN", "cancelled");
        await given.Session("MC-D", "Not ready", status: "draft");
        (await Add("sessions", new { code = "KN-1", title = "X", type = "KN" })).ShouldBeProblem(HttpStatusCode.Conflict, "code-taken");
        (await Add("sessions", new { code = "X", title = "X", type = "KN", track = "nowhere" })).ShouldBe(HttpStatusCode.Conflict);
        (await Add("sessions", new { code = "X", title = "X", type = "KN", contributions = CrowdedContributions() })).ShouldBe(HttpStatusCode.Conflict);

        // The order is turned round, one role and one contribution go, others come.
        var edited = await Edited("sessions", session, new
        {
            code = "MC-C",
            title = "Professional networks",
            type = "MC",
            status = "confirmed",
            chairs = new[] { people[1], people[2] },
            discussants = new[] { people[0] },
            contributions = new object[] { new { title = "New", authors = new[] { new { person = people[2] } } }, talk with { authors = [.. authors.Reverse()] } },
        }, taken: new { code = "KN-1", title = "X", type = "MC" });
        edited["contributions"].GetArrayLength().ShouldBe(2);
        await Chaired(edited);
        await ListedInPages($"{given.Path}/sessions", 4);
    }

    private async Task Chaired(Answer session)
    {
        var path = $"{given.Path}/sessions/{session.Id}/chairing";
        var turned = session["contributions"].EnumerateArray().Reverse().Select(c => new { id = c.GetProperty("id").GetGuid(), minutes = 20 }).ToArray();
        (await organiser.Put(path, session.Tag, new { contributions = turned[..1] })).ShouldBeProblem(HttpStatusCode.Conflict, "contributions-differ");
        (await organiser.Put(path, "\"99\"", new { contributions = turned })).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await organiser.Put(path, session.Tag, new { @abstract = "Text.", notes = "A note.", contributions = turned })).ShouldBe(HttpStatusCode.OK);
    }

    private async Task SessionsPlaced()
    {
        await given.Placed(await Session("MC-C"), "arbutus", "2024-01-08T14:00:00", 150);
        await given.Placed(await Session("KN-2"), null, "2024-01-09T09:00:00", 60);
        var opening = await given.Placed(await Session("KN-1"), "hall-1", "2024-01-08T09:00:00", 60);
        var placement = $"{given.Path}/sessions/{opening.Id}/placement";
        (await organiser.Put(placement, opening.Tag, new { room = "nowhere", start = "2024-01-08T09:00:00", minutes = 60 })).ShouldBe(HttpStatusCode.Conflict);
        (await organiser.Put(placement, "\"99\"", new { start = "2024-01-08T09:00:00", minutes = 60 })).ShouldBe(HttpStatusCode.PreconditionFailed);
        var unplaced = (await organiser.Remove(placement, opening.Tag)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Remove(placement, opening.Tag)).ShouldBe(HttpStatusCode.PreconditionFailed);
        await given.Placed(unplaced, "hall-1", "2024-01-08T10:00:00", 60, "+00:00");
    }

    private async Task Published()
    {
        (await organiser.Add($"{Conferences}/second/releases", new { })).ShouldBe(HttpStatusCode.Conflict);
        await given.Published("First programme");
        await given.Placed(await Session("KN-1"), "hall-2", "2024-01-08T11:00:00", 60);
        await given.Published("Moved");
    }

    private async Task AgendaRead()
    {
        foreach (var path in (string[])[
            "", "/agenda", "/agenda?release=1", "/agenda/people", "/agenda/sessions/MC-C",
            "/releases", "/releases?limit=1&after=2", "/releases/1", "/releases/2/changes", "/releases/2/changes?since=0",
            "/releases/1/changes?since=2", "/releases/atom", "/releases/stream", "?release=1", "/agenda/people?release=1", "/agenda/sessions/MC-C?release=1"])
            (await reader.Read(given.Path + path)).ShouldBe(HttpStatusCode.OK);

        foreach (var path in (string[])[$"/calendars/{given.Slug}.ics", $"/calendars/{given.Slug}/sessions/MC-C.ics", $"/{given.Slug}", $"/{given.Slug}/sessions/MC-C",
            $"/{given.Slug}/changes", $"/{given.Slug}/changes?release=2&since=0", $"/{given.Slug}?release=1", $"/{given.Slug}/schedule.xml", $"/{given.Slug}/schedule.json?release=1", $"/{given.Slug}/schedule.v2.json"])
            (await reader.Read(path)).ShouldBe(HttpStatusCode.OK);

        (await reader.Read(Conferences)).ShouldBe(HttpStatusCode.OK);
        (await reader.Read($"{given.Path}/agenda?day=2024-01-08&room=arbutus&type=MC&q=networks")).ShouldBe(HttpStatusCode.OK)["sessions"].GetArrayLength().ShouldBe(1);
        (await reader.Read($"{given.Path}/agenda/people/{(await People())[0]}")).ShouldBe(HttpStatusCode.OK);
        (await reader.Read($"{given.Path}/releases/99")).ShouldBe(HttpStatusCode.NotFound);
        (await reader.Read($"{Conferences}/second/agenda")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task WhatIsUsedStays()
    {
        foreach (var (list, name, value) in (Named[])[new("buildings", "name", "Zoo"), .. SomethingOfEach])
        {
            var item = await Item(list, name, value);
            (await organiser.Remove(item.Path, item.Tag)).ShouldBe(HttpStatusCode.Conflict);
        }
    }

    private async Task Removed()
    {
        await SessionsRemoved();
        foreach (var (list, name, value) in (Named[])[.. SomethingOfEach, new("buildings", "name", "Zoo")])
        {
            var item = await Item(list, name, value);
            (await organiser.Remove(item.Path, "\"99\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
            (await organiser.Remove(item.Path, item.Tag)).ShouldBe(HttpStatusCode.NoContent);
            (await organiser.Remove(item.Path, item.Tag)).ShouldBe(HttpStatusCode.NotFound);
        }

        (await organiser.Remove(given.Path, "\"99\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await organiser.Remove(given.Path, (await organiser.Read(given.Path)).Tag)).ShouldBe(HttpStatusCode.NoContent);
        (await reader.Read($"{given.Path}/agenda")).ShouldBe(HttpStatusCode.NotFound);
    }

    // All but the cancelled one: the conference is removed with something in it.
    private async Task SessionsRemoved()
    {
        foreach (var code in (string[])["MC-C", "MC-D", "KN-1"])
        {
            var session = await Item("sessions", "code", code);
            (await organiser.Remove(session.Path, "\"99\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
            (await organiser.Remove(session.Path, session.Tag)).ShouldBe(HttpStatusCode.OK);
        }
    }

    private Task<Answer> Add(string list, object body) => organiser.Add($"{given.Path}/{list}", body);

    /// <summary>Reads it, fails to edit it with an old tag and with a name that is taken, and edits it.</summary>
    private async Task<Answer> Edited(string list, Answer item, object said, object? taken = null)
    {
        var path = $"{given.Path}/{list}/{item.Id}";
        (await organiser.Read(path)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Read($"{given.Path}/{list}/00000000-0000-0000-0000-000000000001")).ShouldBe(HttpStatusCode.NotFound);
        (await organiser.Put(path, "\"99\"", said)).ShouldBe(HttpStatusCode.PreconditionFailed);
        if (taken is not null)
            (await organiser.Put(path, item.Tag, taken)).ShouldBe(HttpStatusCode.Conflict);
        return (await organiser.Put(path, item.Tag, said)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Reads a list whole, and again in two pages.</summary>
    private async Task ListedInPages(string path, int atLeast)
    {
        (await organiser.Read(path)).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBeGreaterThanOrEqualTo(atLeast);
        var page = await organiser.Read($"{path}?limit=1");
        var next = Uri.EscapeDataString(page["next"].GetString()!);
        (await organiser.Read($"{path}?limit=500&after={next}")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBeGreaterThanOrEqualTo(atLeast - 1);
    }

    private async Task<Answer> Session(string code) => await organiser.Read((await Item("sessions", "code", code)).Path);

    private async Task<(string Path, string? Tag)> Item(string list, string name, string value)
    {
        var all = await organiser.Read($"{given.Path}/{list}");
        var path = $"{given.Path}/{list}/{all["items"].EnumerateArray().Single(i => i.GetProperty(name).GetString() == value).GetProperty("id").GetGuid()}";
        return (path, (await organiser.Read(path)).Tag);
    }

    private async Task<Guid[]> People() =>
        [.. (await organiser.Read($"{given.Path}/people"))["items"].EnumerateArray().Select(p => p.GetProperty("id").GetGuid())];

    // More names than a command of either database may have parameters. They are made up, so that the answer is that nobody knows them.
    private static object[] CrowdedContributions() =>
    [
        .. Enumerable.Range(0, 200).Select(c => new
        {
            title = $"Large {c}",
            authors = Enumerable.Range(0, 200).Select(a => new { person = $"00000000-0000-0000-{c:d4}-{a:d12}" }),
        }),
    ];

    private sealed record Named(string List, string Property, string Value);
}
