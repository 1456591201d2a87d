using System.Net;
using System.Text;
using Agenda.Api.Tests.Interchange;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Audit;

/// <summary>What the trace tells of everything but sessions, and of what is done at once.</summary>
public sealed class ThingTraceTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task A_room_is_told_with_the_name_of_its_building_and_the_building_beside_it()
    {
        var given = await Conference();
        var entries = await given.Organiser.TracedMeanwhile(async () =>
        {
            var room = await given.Room("Arbutus Room", 60, "St. Mary's");
            (await given.Organiser.Put($"{given.Path}/rooms/{room.Id}", room.Tag, new { name = "Arbutus", slug = "arbutus", building = "Zoo", capacity = 60 })).ShouldBe(HttpStatusCode.OK);
        });

        entries.Select(e => $"{e.Operation} {e.What}").ShouldBe(
            ["addRoom building added St. Mary's", "addRoom room added arbutus-room", "editRoom building added Zoo", "editRoom room changed arbutus"], ignoreOrder: true);
        entries.Single(e => e.What == "room added arbutus-room").Changes.ShouldBe(
            ["slug: null -> \"arbutus-room\"", "name: null -> \"Arbutus Room\"", "building: null -> \"St. Mary's\"", "capacity: null -> 60", "order: null -> 0", "virtual: null -> false"]);
        entries.Single(e => e.What == "room changed arbutus").Changes.ShouldBe(
            ["slug: \"arbutus-room\" -> \"arbutus\"", "name: \"Arbutus Room\" -> \"Arbutus\"", "building: \"St. Mary's\" -> \"Zoo\""]);
    }

    [Fact]
    public async Task A_person_is_told_with_address_and_links()
    {
        var given = await Conference();
        var person = await given.Person("Maja", "Łódzka", "University of Example", "maja@example.org");
        var entries = await given.Organiser.TracedMeanwhile(async () =>
        {
            var said = new { givenName = "Maja", familyName = "Łódzka", email = "m@example.org", links = new[] { new { title = "Pages", url = "https://example.org/" } } };
            var edited = (await given.Organiser.Put($"{given.Path}/people/{person.Id}", person.Tag, said)).ShouldBe(HttpStatusCode.OK);
            (await given.Organiser.Remove($"{given.Path}/people/{person.Id}", edited.Tag)).ShouldBe(HttpStatusCode.NoContent);
        });

        entries.Select(e => e.What).ShouldBe(["person changed Maja Łódzka", "person removed Maja Łódzka"]);
        entries[0].Said("subject").ShouldBe($"{person.Id}");
        entries[0].Changes.ShouldBe(
            ["affiliation: \"University of Example\" -> null", "email: \"maja@example.org\" -> \"m@example.org\"", "links: null -> [{\"title\":\"Pages\",\"url\":\"https://example.org/\"}]"]);
        entries[1].Changes.ShouldBe(
            ["givenName: \"Maja\" -> null", "familyName: \"Łódzka\" -> null", "email: \"m@example.org\" -> null", "links: [{\"title\":\"Pages\",\"url\":\"https://example.org/\"}] -> null"]);
    }

    [Fact]
    public async Task Of_a_person_who_is_erased_nothing_is_told_but_that()
    {
        var given = await Conference();
        var person = await given.Person("Secretive", "Name", "Affiliation", "address@example.org");
        var entries = await given.Organiser.TracedMeanwhile(() => host.SaveAsync(AuditActor.Service, db =>
        {
            var stored = db.People.AsEnumerable().Single(p => p.Id.Value == person.Id);
            db.Entry(stored).Property(p => p.ErasedAt).CurrentValue = host.Clock.Now;
            db.Entry(stored).Property(p => p.GivenName).CurrentValue = "Erased";
            db.Entry(stored).Property(p => p.Email).CurrentValue = null;
        }));

        var erased = entries.ShouldHaveSingleItem();
        erased.What.ShouldBe("person changed");
        erased.Changes.ShouldBe(["erasedAt: null -> \"2024-01-08T13:00:00Z\""]);
    }

    [Fact]
    public async Task A_conference_is_told_when_it_comes_changes_and_goes_with_all_that_it_had()
    {
        var given = await Conference("first");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-C", "Networks");
        await given.Person("Maja", "Łódzka");
        var entries = await given.Organiser.TracedMeanwhile(async () =>
        {
            await given.Published("First");
            var present = await given.Organiser.Read(given.Path);
            var said = new { slug = given.Slug, name = "Renamed", timeZone = "Europe/Dublin", firstDay = "2024-01-08", lastDay = "2024-01-13", links = new[] { new { title = "Site", url = "https://example.org/" } } };
            var edited = (await given.Organiser.Put(given.Path, present.Tag, said)).ShouldBe(HttpStatusCode.OK);
            (await given.Organiser.Remove(given.Path, edited.Tag)).ShouldBe(HttpStatusCode.NoContent);
        });

        entries.Select(e => $"{e.Operation} {e.What}").ShouldBe(["publishRelease release added 1", "editConference conference changed first", "removeConference conference removed first"]);
        entries[0].Changes.ShouldBe(["number: null -> 1", "note: null -> \"First\"", "sessions: null -> 1"]);
        entries[1].Changes.ShouldBe(["name: \"ICSEI 2024\" -> \"Renamed\"", "lastDay: \"2024-01-12\" -> \"2024-01-13\"", "links: null -> [{\"title\":\"Site\",\"url\":\"https://example.org/\"}]"]);
        entries[2].Changes.ShouldBe(
        [
            "name: \"Renamed\" -> null", "timeZone: \"Europe/Dublin\" -> null", "firstDay: \"2024-01-08\" -> null", "lastDay: \"2024-01-13\" -> null",
            "sessions: 1 -> null", "people: 1 -> null", "releases: 1 -> null", "files: 0 -> null", "liveLinks: 0 -> null",
        ]);
        entries.Select(e => e.Said("conference")).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Fact]
    public async Task An_import_leaves_an_entry_for_each_thing_however_many_they_are()
    {
        var given = await Conference(lastDay: "2024-02-04");
        var events = string.Concat(Enumerable.Range(1, 70).Select(i =>
            $"""
            <event guid="00000000-0000-4000-8000-{i:d12}" id="{i}"><date>2024-02-03T09:00:00+00:00</date><start>09:00</start><duration>00:10</duration>
            <title>Talk {i}</title><track>Main</track><type>Talk</type><persons><person id="{i}">Person {i}</person></persons></event>
            """));
        var file = $"<schedule><conference><title>x</title></conference><day index='1' date='2024-02-03'><room name='Janson'>{events}</room></day></schedule>";

        var entries = await given.Organiser.TracedMeanwhile(async () =>
            (await given.Organiser.Add($"{given.Path}/imports", new StringContent(file, Encoding.UTF8, "application/xml"))).ShouldBe(HttpStatusCode.OK)["created"].GetInt32().ShouldBe(70));

        entries.ShouldAllBe(e => e.Operation == "importSchedule");
        entries.Select(e => e.What).ShouldBe(
            ["room added janson", "track added main", "session type added Talk", .. Enumerable.Range(1, 70).SelectMany(i => (string[])[$"person added Person {i}", $"session added {i}"])], ignoreOrder: true);
        var person = entries.Single(e => e.What == "person added Person 7").Said("subject");
        entries.Single(e => e.What == "session added 7").Changes.ShouldBe(
        [
            "code: null -> \"7\"", "title: null -> \"Talk 7\"", "type: null -> \"Talk\"", "track: null -> \"main\"", "status: null -> \"confirmed\"",
            "placement.room: null -> \"janson\"", "placement.start: null -> \"2024-02-03T09:00:00\"", "placement.minutes: null -> 10",
            "contributions: null -> [\"1\"]", "contributions[1].title: null -> \"Talk 7\"", "contributions[1].minutes: null -> 10",
            $"contributions[1].authors: null -> [{{\"person\":\"{person}\",\"presenting\":true}}]",
        ]);
    }

    [Fact]
    public async Task An_import_from_the_command_line_is_put_down_to_it()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Interchange", "Files", "lenient.schedule.xml");
        var (code, _, errors) = await AgendaProcess.RunAsync(host.Folder, "import", file, "--conference", "harbour");

        code.ShouldBe(0, errors);
        var entries = await host.Organiser().Traced("/api/v1/conferences/harbour/audit");
        entries.Count.ShouldBe(1 + 8 + 1 + 1 + 2 + 3);
        entries.Select(e => (e.Operation, e.Said("by"), e.Said("via"), e.Said("from"), e.Said("account"))).Distinct().ShouldBe([("import", "command line", "command line", null, null)]);
    }

    [Fact]
    public async Task What_nobody_says_is_put_down_to_the_service_and_nothing_is_saved_without_its_trace()
    {
        _ = host.Services;
        await using var db = new SqliteAgendaDbContext(new DbContextOptionsBuilder<SqliteAgendaDbContext>().UseSqlite($"Data Source={host.Database}").Options);
        db.Conferences.Add(new("direct", new("Direct", Domain.Scheduling.ConferenceZone.Of("UTC"), new(2024, 1, 1), new(2024, 1, 1), null, [])));

        Should.Throw<NotSupportedException>(() => db.SaveChanges());
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        db.ChangeTracker.Entries<AuditEntry>().ShouldBeEmpty();
        var entry = (await host.Organiser().Traced("/api/v1/conferences/direct/audit")).ShouldHaveSingleItem();
        (entry.What, entry.Operation, entry.Said("by"), entry.Said("via")).ShouldBe(("conference added direct", "", "service", "service"));
    }

    [Fact]
    public async Task A_save_that_fails_leaves_none_and_can_be_repeated()
    {
        var given = await Conference("twice");
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var conference = await db.Conferences.SingleAsync(c => c.Slug == "twice", TestContext.Current.CancellationToken);
        db.Tracks.Add(new(conference, "same", "A", null));
        var second = db.Tracks.Add(new(conference, "same", "B", null));

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        second.Entity.Revise("other", "B", null);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await given.Organiser.Traced($"{given.Path}/audit")).Select(e => e.What).ShouldBe(["conference added twice", "track added same", "track added other"], ignoreOrder: true);
    }

    private Task<Given> Conference(string? slug = null, string lastDay = "2024-01-12") => Given.Conference(host, slug ?? $"things-{Interlocked.Increment(ref unique)}", lastDay: lastDay);
}
