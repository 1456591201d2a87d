using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.Interchange;

namespace Agenda.Api.Tests.Releases;

/// <summary>
/// A programme in many revisions, imported and published one after the other: what the changes between two releases say, applied to the sessions
/// of the one, gives those of the other, to the letter.
/// </summary>
public sealed class ReplayTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const int Revisions = 36;

    [Fact]
    public async Task The_changes_between_two_releases_lead_from_the_one_to_the_other()
    {
        var given = await Given.Conference(host, "tides", firstDay: "2024-03-29", lastDay: "2024-03-31");
        var programme = new ChangedProgramme(24);
        for (var revision = 1; revision <= Revisions; revision++)
        {
            await given.Imported(programme.File);
            await Edit(given, revision);
            await given.PublishedAsItIs($"Revision {revision}");
            programme.Change();
        }

        var releases = await SessionsOf(given, Revisions);
        for (var release = 1; release <= Revisions; release++)
        {
            // The one before and, in every direction and distance, some others.
            foreach (var since in Enumerable.Range(0, Revisions + 1).Where(since => since == release - 1 || (since * 3 + release) % 7 == 0))
                await ShouldLead(given, releases, since, release);
        }

        var kinds = new HashSet<string>();
        for (var release = 1; release <= Revisions; release++)
            kinds.UnionWith((await Changes(given, release - 1, release)).SelectMany(c => c.GetProperty("kinds").EnumerateArray()).Select(k => k.GetString()!));
        kinds.Order(StringComparer.Ordinal).ShouldBe(
        [
            "abstract-changed", "added", "cancelled", "contributions-changed", "moved", "people-changed", "reclassified", "reinstated", "relabelled", "removed",
            "resource-changed", "retitled", "room-changed",
        ]);
    }

    /// <summary>
    /// The same with real files, in the order of their names: they are in the folder that AGENDA_REAL_REVISIONS names, and in the zone of
    /// AGENDA_REAL_REVISIONS_ZONE where they say none.
    /// </summary>
    [Fact]
    public async Task Real_revisions_are_replayed_exactly()
    {
        var folder = Environment.GetEnvironmentVariable("AGENDA_REAL_REVISIONS");
        Assert.SkipUnless(Directory.Exists(folder), "There are no real revisions: AGENDA_REAL_REVISIONS names no folder with files of one programme.");
        var zone = Environment.GetEnvironmentVariable("AGENDA_REAL_REVISIONS_ZONE") is { Length: > 0 } said ? said : "UTC";
        var given = await Given.Conference(host, "real", zone, "2010-01-01", "2010-12-31");
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            await given.Imported(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            await given.PublishedAsItIs();
        }

        var releases = await SessionsOf(given, files.Count);
        for (var release = 1; release <= files.Count; release++)
        {
            foreach (var since in new[] { release - 1, 0, 1, files.Count / 2, files.Count }.Distinct())
                await ShouldLead(given, releases, since, release);
        }
    }

    // What files cannot say: other names for what is there, chairs and resources, and sessions that go without a trace.
    private static async Task Edit(Given given, int revision)
    {
        var list = (revision % 6) switch { 0 => "rooms", 1 => "people", 2 => "tracks", _ => "sessions" };
        var items = (await given.Organiser.Read($"{given.Path}/{list}?limit=500"))["items"].EnumerateArray().ToList();
        var item = items[revision * 7 % items.Count];
        var address = $"{given.Path}/{list}/{item.GetProperty("id").GetGuid()}";
        var read = await given.Organiser.Read(address);
        var body = read.Body.Deserialize<Dictionary<string, object?>>()!;
        foreach (var own in (string[])["id", "version", "placement", "erasedAt", "conflicts"])
            body.Remove(own);
        if (list == "rooms")
            (body["capacity"], body["building"]) = (revision * 10, $"Pier {revision}");
        else if (list == "people")
            body["affiliation"] = $"Harbour office {revision}";
        else if (list == "tracks")
            body["colour"] = $"#0000{revision:D2}";
        else if (revision % 6 == 3)
            (body["chairs"], body["resources"]) = (await SomePeople(given, revision), new[] { new { title = "Chart", url = $"https://example.org/{revision}" } });
        else
            body = null;

        if (body is not null)
            (await given.Organiser.Put(address, read.Tag, body)).ShouldBe(HttpStatusCode.OK);
        else if (revision % 12 == 4)
            (await given.Organiser.Remove(address, read.Tag)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<Guid[]> SomePeople(Given given, int revision) =>
        [.. (await given.Organiser.Read($"{given.Path}/people"))["items"].EnumerateArray().Select(p => p.GetProperty("id").GetGuid()).Where((_, i) => (i + revision) % 3 == 0)];

    /// <summary>By number, and within a release by id: each session's public JSON. Before the first there is nothing.</summary>
    private async Task<Dictionary<Guid, string>[]> SessionsOf(Given given, int count)
    {
        var releases = new Dictionary<Guid, string>[count + 1];
        releases[0] = [];
        for (var release = 1; release <= count; release++)
        {
            var sessions = releases[release] = [];
            foreach (var session in (await host.Reader().Read($"{given.Path}/agenda?release={release}")).ShouldBe(HttpStatusCode.OK)["sessions"].EnumerateArray())
            {
                var code = Uri.EscapeDataString(session.GetProperty("code").GetString()!);
                var answer = (await host.Reader().Read($"{given.Path}/agenda/sessions/{code}?release={release}")).ShouldBe(HttpStatusCode.OK);
                sessions.Add(session.GetProperty("id").GetGuid(), answer.Text);
            }
        }

        return releases;
    }

    private async Task<List<JsonElement>> Changes(Given given, int since, int release) =>
        [.. (await host.Reader().Read($"{given.Path}/releases/{release}/changes?since={since}")).ShouldBe(HttpStatusCode.OK)["changes"].EnumerateArray()];

    private async Task ShouldLead(Given given, Dictionary<Guid, string>[] releases, int since, int release)
    {
        var sessions = new Dictionary<Guid, string>(releases[since]);
        foreach (var change in await Changes(given, since, release))
        {
            var (id, said) = (change.GetProperty("id").GetGuid(), $"{since} to {release}: {change}");
            var (before, after) = (change.GetProperty("before"), change.GetProperty("after"));
            sessions.GetValueOrDefault(id).ShouldBe(before.ValueKind == JsonValueKind.Null ? null : before.GetRawText(), said);
            (before.ValueKind, after.ValueKind).ShouldNotBe((JsonValueKind.Null, JsonValueKind.Null), said);
            after.GetRawText().ShouldNotBe(before.GetRawText(), said);
            change.GetProperty("kinds").GetArrayLength().ShouldBePositive(said);
            change.GetProperty("sentences").GetArrayLength().ShouldBePositive(said);
            sessions.Remove(id);
            if (after.ValueKind != JsonValueKind.Null)
                sessions.Add(id, after.GetRawText());
        }

        sessions.Count.ShouldBe(releases[release].Count, $"{since} to {release}");
        foreach (var (id, session) in sessions)
            session.ShouldBe(releases[release].GetValueOrDefault(id), $"{since} to {release}");
    }
}
