using System.Globalization;
using System.Net;
using Agenda.Api.Tests.Interchange.Tables;
using Agenda.Api.Tests.MyAgendas;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Databases;

/// <summary>How often the database is asked: a list costs the same for one item and for three, and what the public reads costs nothing.</summary>
public sealed class QueryCountTests : IAsyncLifetime
{
    private const string Conference = "/api/v1/conferences/icsei-2024";

    /// <summary>
    /// Every operation that gives a list to organisers, and how many commands it costs; the first asks for the conference. Everything leaves its trace,
    /// so of that only so many items are asked for.
    /// </summary>
    private static readonly (string Path, int Commands)[] OfOrganisers =
    [
        ("/api/v1/conferences", 1),
        ($"{Conference}/buildings", 2),
        ($"{Conference}/rooms", 2),
        ($"{Conference}/session-types", 2),
        ($"{Conference}/tracks", 2),
        ($"{Conference}/people", 2),
        ($"{Conference}/sessions", 8),
        ($"{Conference}/members", 2),
        ($"{Conference}/invitations", 2),
        ($"{Conference}/star-counts", 2),
        ($"{Conference}/sessions/{{1}}/links", 3),
        ($"{Conference}/conflicts", 11),
        ("/api/v1/accounts", 1),
        ($"{Conference}/audit?limit={{0}}", 2),
        ("/api/v1/audit?limit={0}", 1),
    ];

    /// <summary>Every operation that gives a list to the public, once the release is in memory.</summary>
    private static readonly (string Path, int Commands)[] OfThePublic =
    [
        ("/api/v1/conferences", 0),
        ($"{Conference}/releases", 1),
        ($"{Conference}/agenda", 0),
        ($"{Conference}/agenda/people", 0),
    ];

    /// <summary>Everything else that the public reads of a release that is in memory.</summary>
    private static readonly string[] Warm =
    [
        Conference,
        $"{Conference}/agenda?type=MC&q=session",
        $"{Conference}/agenda?release=1",
        $"{Conference}/agenda/sessions/S-1",
        $"{Conference}/releases/2/changes",
        $"{Conference}/releases/1/changes?since=2",
        $"{Conference}/releases/atom",
        $"{Conference}/agenda/people?release=1",
        "/calendars/icsei-2024.ics",
        "/calendars/icsei-2024.ics?type=MC",
        "/calendars/icsei-2024/sessions/S-1.ics",
        "/icsei-2024/schedule.xml",
        "/icsei-2024/schedule.json?release=1",
        "/icsei-2024/schedule.v2.json",
        $"{Conference}/subscribe?room=room-1",
        $"{Conference}/subscribe/qr.svg",
        $"{Conference}/subscribe/qr.png",
        "/icsei-2024",
        "/icsei-2024?room=room-1",
        "/icsei-2024?view=grid",
        "/icsei-2024/sessions/S-1",
        "/icsei-2024?release=1",
        "/icsei-2024?day=all",
        "/icsei-2024/sessions/S-1?release=1",
        "/icsei-2024/people",
        "/icsei-2024/people?q=lodzka&release=1",
        "/icsei-2024/people/{person}",
        "/icsei-2024/rooms",
        "/icsei-2024/rooms/room-1",
        "/icsei-2024/rooms/room-1/door",
        "/icsei-2024/changes",
        "/icsei-2024/changes?release=2",
        "/calendars/icsei-2024.ics?release=1",
    ];

    private readonly CountingHost host = new();
    private Given given = null!;
    private Guid somebody, firstSession;

    private IEnumerable<string> WarmPaths => Warm.Select(path => path.Replace("{person}", $"{somebody}", StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        await host.MigrateAsync();
        given = await Given.Conference(host);
        await given.Type("MC", "Masterclass");
        await AddOneOfEach(1);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_list_asks_the_database_as_often_for_three_items_as_for_one()
    {
        await ShouldCost(1);
        await AddOneOfEach(2);
        await AddOneOfEach(3);
        await ShouldCost(3);
    }

    [Fact]
    public async Task What_the_public_reads_again_asks_the_database_nothing()
    {
        await AddOneOfEach(2);
        var reader = host.Reader();
        foreach (var path in WarmPaths)
            (await reader.Read(path)).ShouldBe(HttpStatusCode.OK);

        foreach (var path in WarmPaths)
        {
            host.Commands.Count = 0;
            (await reader.Read(path)).ShouldBe(HttpStatusCode.OK);
            host.Commands.Count.ShouldBe(0, path);
        }
    }

    [Fact]
    public async Task What_the_public_reads_asks_the_database_nothing_whoever_reads_it()
    {
        await AddOneOfEach(2);
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync("Ada", administrator: true);
        foreach (var known in (HttpClient[])[await accounts.SignedInAsync(account), await accounts.WithTokenAsync(account), host.Organiser()])
        {
            // A conference is shown as it is entered to those who enter it; everything else is the same for all.
            foreach (var path in WarmPaths.Where(path => path != Conference))
            {
                await known.Read(path);
                host.Commands.Count = 0;
                (await known.Read(path)).ShouldBe(HttpStatusCode.OK);
                host.Commands.Count.ShouldBe(0, path);
            }
        }
    }

    [Fact]
    public async Task Knowing_a_caller_and_their_role_takes_two_questions_in_place_of_one()
    {
        var accounts = new AccountsOf(host);
        var owner = await accounts.AddAsync("Ada");
        await accounts.MemberAsync(owner, given.Slug, ConferenceRole.Owner);
        foreach (var known in (HttpClient[])[await accounts.SignedInAsync(owner), await accounts.WithTokenAsync(owner)])
        {
            await known.Read($"{Conference}/rooms");
            host.Commands.Count = 0;
            (await known.Read($"{Conference}/rooms")).ShouldBe(HttpStatusCode.OK);
            host.Commands.Count.ShouldBe(3);
        }
    }

    [Fact]
    public async Task What_organisers_try_asks_the_database_as_often_for_three_sessions_as_for_one()
    {
        await AddOneOfEach(2);
        await AddOneOfEach(3);
        var sessions = (await given.Organiser.Read($"{Conference}/sessions"))["items"].EnumerateArray().Select(s => s.GetProperty("id").GetGuid()).ToList();
        // The caller's conference, the sessions, what does not grow with the programme (4), what is near them (9), what is acknowledged of what comes and goes,
        // and who starred what is moved.
        foreach (var moved in (int[])[1, 3])
        {
            object body = new { moves = sessions.Take(moved).Select(id => new { session = id, room = "room-3", start = "2024-01-08T13:00:00", minutes = 60 }) };
            await given.Organiser.Add($"{Conference}/moves?dryRun=true", body);
            host.Commands.Count = 0;
            (await given.Organiser.Add($"{Conference}/moves?dryRun=true", body)).ShouldBe(HttpStatusCode.OK)["caused"].GetArrayLength().ShouldBeGreaterThan(0);
            host.Commands.Count.ShouldBe(17, $"{moved}");
        }

        foreach (var most in (int[])[1, 3])
        {
            var path = $"{Conference}/sessions/{sessions[0]}/options?limit={most}";
            await given.Organiser.Read(path);
            host.Commands.Count = 0;
            (await given.Organiser.Read(path)).ShouldBe(HttpStatusCode.OK)["options"].GetArrayLength().ShouldBe(most);
            host.Commands.Count.ShouldBe(11, $"{most}");
        }
    }

    [Fact]
    public async Task A_table_asks_the_database_as_often_for_three_rows_as_for_one()
    {
        foreach (var number in (int[])[1, 3])
        {
            if (number > 1)
            {
                await AddOneOfEach(2);
                await AddOneOfEach(3);
            }

            // The caller's conference; then sessions (7) and names, or what the table itself needs.
            foreach (var (table, commands) in (IEnumerable<(string, int)>)[("sessions", 9), ("contributions", 9), ("people", 2), ("rooms", 2)])
            {
                var sheet = await given.Opened(table);
                (await Cost(() => given.Table(table))).ShouldBe(commands, $"{table} of {number}");
                sheet.Rows.Count.ShouldBe(table == "contributions" ? number * (number + 1) / 2 : number);
                var unchanged = sheet.Save();
                (await Cost(() => given.Uploaded(table, unchanged))).ShouldBe(commands, $"{table} of {number} again");
            }
        }
    }

    [Fact]
    public async Task An_attendee_asks_the_database_as_often_for_three_stars_as_for_one()
    {
        await AddOneOfEach(2);
        await AddOneOfEach(3);
        var sessions = (await host.Reader().Read($"{Conference}/agenda"))["sessions"].EnumerateArray().Select(s => s.GetProperty("id").GetGuid()).ToArray();
        var attendee = await Attendee.NewAsync(host);
        foreach (var stars in (int[])[1, 3])
        {
            await attendee.StarredAsync(sessions[..stars]);
            // Whose it is, what is starred, and who fetched it.
            (await Cost(async () => (await attendee.ReadAsync())["stars"].GetArrayLength().ShouldBe(stars))).ShouldBe(3, $"{stars}");
            // Whose it is, what is starred, where rooms are joined, and that it changed; then nothing for a second.
            (await Cost(async () => (await attendee.ReadFeedAsync()).Events.Count.ShouldBe(stars))).ShouldBe(4, $"{stars}");
        }
    }

    private async Task<int> Cost(Func<Task> act)
    {
        host.Commands.Count = 0;
        await act();
        return host.Commands.Count;
    }

    private async Task ShouldCost(int items)
    {
        foreach (var (client, lists) in (IEnumerable<(HttpClient, (string, int)[])>)[(host.Organiser(), OfOrganisers), (host.Reader(), OfThePublic)])
        {
            foreach (var (address, commands) in lists)
            {
                var path = string.Format(CultureInfo.InvariantCulture, address, items, firstSession);
                // What a process loads once after a release is no cost of the list.
                await client.Read(path);
                host.Commands.Count = 0;
                var answer = (await client.Read(path)).ShouldBe(HttpStatusCode.OK);
                (host.Commands.Count, ItemsOf(answer)).ShouldBe((commands, items), path);
            }
        }
    }

    private static int ItemsOf(Answer answer) => (answer.Body.TryGetProperty("items", out var items) ? items : answer["sessions"]).GetArrayLength();

    /// <summary>One more of everything that is listed, with people, contributions and authors in the session, and a release.</summary>
    private async Task AddOneOfEach(int number)
    {
        if (number > 1)
        {
            await given.Type($"T{number}", "Another");
            var another = await Given.Conference(host, $"another-{number}");
            await another.Type("MC", "Masterclass");
            await another.Session("X", "Published");
            await another.Published();
        }

        await given.Room($"Room {number}", 60, $"Building {number}");
        await given.Track($"Track {number}");
        var person = await given.Person("Maja", $"Łódzka {number}");
        somebody = person.Id;
        var session = await given.Session($"S-{number}", "A session", more: new
        {
            track = $"track-{number}",
            chairs = new[] { person.Id },
            contributions = Enumerable.Range(0, number).Select(c => new { title = $"Talk {c}", minutes = 1_000, authors = new[] { new { person = person.Id, presenting = true } } }),
            resources = new[] { new { title = "Slides", url = "https://example.org/" } },
        });
        firstSession = number == 1 ? session.Id : firstSession;
        (await given.Link(firstSession, "Recording", "https://video.example.org/")).ShouldBe(HttpStatusCode.Created);
        await given.Placed(session, $"room-{number}", $"2024-01-08T1{number}:00:00", 60);
        await given.Published();
        var accounts = new AccountsOf(host);
        await accounts.MemberAsync(await accounts.AddAsync($"Member {number}"), given.Slug, ConferenceRole.Reader);
        await given.Organiser.Add($"{given.Path}/invitations", new { email = "invited@example.org", role = "editor" });
    }
}
