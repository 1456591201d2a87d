using System.Diagnostics;
using System.Net;
using Agenda.Api.Tests.Audit;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>Many edit and publish one programme at once, for half a minute: the one long test.</summary>
public sealed class ArrangingAtOnceTests
{
    private const int Seconds = 30, Editors = 20, Publishers = 3, Singles = 10, Pairs = 6, LongestPause = 80, PublishersPause = 400;

    private readonly Acknowledged acknowledged = new();
    private readonly List<Guid> singles = [];
    private readonly List<(Guid One, Guid Other)> pairs = [];

    [Fact]
    public async Task No_edit_is_lost_every_release_is_of_one_moment_and_the_trace_is_complete()
    {
        await using var host = new AgendaHost();
        var given = await Given.Conference(host, "at-once");
        await Enter(given);
        var editors = await Clients(host, given, ConferenceRole.Editor, Editors);
        var publishers = await Clients(host, given, ConferenceRole.Organiser, Publishers);

        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
        [
            .. editors.Select((client, i) => Repeat(began, LongestPause, new ArrangingEditor(client, given.Path, singles, pairs, acknowledged, i).ActAsync, i)),
            .. publishers.Select((client, i) => Repeat(began, PublishersPause, () => Publish(client, given), i)),
        ]);

        var told = string.Join(", ", acknowledged.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}: {a.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        acknowledged.Unexpected.ShouldBeEmpty(told);
        foreach (var done in (string[])["place OK", "unplace OK", "edit OK", "moves OK", "undo OK", "try OK", "conflicts OK", "publish Created"])
            acknowledged.Answers.Keys.ShouldContain(done, told);
        acknowledged.Answers.Keys.ShouldContain(answer => answer.EndsWith(" stale", StringComparison.Ordinal), told);
        await Sessions(given);
        await ReleasesAre(host, given);
    }

    // Every acknowledged write made the version after the one before, the last is what is there, and each left its entry.
    private async Task Sessions(Given given)
    {
        foreach (var id in singles.Concat(pairs.SelectMany(p => new[] { p.One, p.Other })))
        {
            var (session, states) = (await given.Organiser.Read($"{given.Path}/sessions/{id}"), acknowledged.Of(id));

            states.Keys.Order().ShouldBe(Enumerable.Range(1, session["version"].GetInt32()));
            Acknowledged.StateOf(session.Body).ShouldBe(states[states.Count]);
            (await given.Organiser.Traced($"{given.Path}/audit?session={id}")).Count(entry => entry.Said("kind") == "session").ShouldBe(states.Count);
        }
    }

    // Each session is in each release as it once was, and pairs, which are only ever moved together, are together.
    private async Task ReleasesAre(AgendaHost host, Given given)
    {
        acknowledged.Releases.Order().ShouldBe(Enumerable.Range(1, acknowledged.Releases.Count));
        var known = singles.Concat(pairs.SelectMany(p => new[] { p.One, p.Other })).ToDictionary(id => id, id => acknowledged.Of(id).Values.ToHashSet());
        foreach (var number in acknowledged.Releases)
        {
            var agenda = (await host.Reader().Read($"{given.Path}/agenda?release={number}")).ShouldBe(HttpStatusCode.OK);
            var sessions = agenda["sessions"].EnumerateArray().ToDictionary(s => s.GetProperty("id").GetGuid(), Acknowledged.PublishedStateOf);
            sessions.Keys.ShouldBe(known.Keys, ignoreOrder: true);
            foreach (var (id, state) in sessions)
                known[id].ShouldContain(state, $"release {number}");
            foreach (var (one, other) in pairs)
                OtherRoom(sessions[one].Split(", ")[1]).ShouldBe(sessions[other].Split(", ")[1], $"release {number}");
        }
    }

    private static string OtherRoom(string place) => place.Split(' ') is [var room, .. var when] ? $"{room[..^1]}{(room[^1] == '0' ? '1' : '0')} {string.Join(' ', when)}" : place;

    private async Task Publish(HttpClient client, Given given)
    {
        var answer = await client.Add($"{given.Path}/releases", new { });
        acknowledged.Answer("publish", answer);
        if (answer.Status == HttpStatusCode.Created)
            acknowledged.Releases.Add(answer["number"].GetInt32());
    }

    private static async Task Repeat(long began, int longestPause, Func<Task> act, int seed)
    {
        var random = new Random(seed);
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < Seconds)
        {
            await act();
            await Task.Delay(random.Next(longestPause), TestContext.Current.CancellationToken);
        }
    }

    private async Task Enter(Given given)
    {
        await given.Type("MC", "Masterclass");
        for (var i = 0; i < Singles; i++)
        {
            await given.Room($"Single {i}");
            singles.Add(await Entered(given, $"S-{i}"));
        }

        for (var i = 0; i < Pairs; i++)
        {
            await given.Room($"Pair {i} 0");
            await given.Room($"Pair {i} 1");
            var pair = (One: await Entered(given, $"P-{i}-0"), Other: await Entered(given, $"P-{i}-1"));
            pairs.Add(pair);
            object[] moves =
            [
                new { session = pair.One, room = $"pair-{i}-0", start = "2024-01-09T09:00:00", minutes = 6_000, version = 1 },
                new { session = pair.Other, room = $"pair-{i}-1", start = "2024-01-09T09:00:00", minutes = 6_000, version = 1 },
            ];
            (await given.Organiser.Add($"{given.Path}/moves", new { moves })).ShouldBe(HttpStatusCode.OK);
            acknowledged.Add(pair.One, 2, null, $"pair-{i}-0 2024-01-09T09:00:00 6000");
            acknowledged.Add(pair.Other, 2, null, $"pair-{i}-1 2024-01-09T09:00:00 6000");
        }
    }

    private async Task<Guid> Entered(Given given, string code)
    {
        var session = await given.Session(code, $"Title of {code}");
        acknowledged.Add(session.Id, 1, $"Title of {code}", "nowhere");
        return session.Id;
    }

    private static async Task<List<HttpClient>> Clients(AgendaHost host, Given given, ConferenceRole role, int number)
    {
        var (accounts, clients) = (new AccountsOf(host), new List<HttpClient>());
        for (var i = 0; i < number; i++)
        {
            var account = await accounts.AddAsync($"{role} {i}");
            await accounts.MemberAsync(account, given.Slug, role);
            clients.Add(await accounts.WithTokenAsync(account));
        }

        return clients;
    }
}
