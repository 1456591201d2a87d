using System.Globalization;
using System.Net;
using Agenda.Api.Tests.Releases;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Calendars;

/// <summary>What somebody who subscribed sees from release to release: who a session is never changes, and what happened to it can be told by its numbers.</summary>
public sealed class FeedHistoryStory(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private static readonly InstantPattern HttpDate = InstantPattern.CreateWithInvariantCulture("ddd, dd MMM uuuu HH:mm:ss 'GMT'");

    private readonly Dictionary<string, string> releases = [];
    private readonly Dictionary<Guid, string> names = [];
    private readonly Dictionary<string, (int Sequence, string Stamp)> before = [];
    private Instant modified;
    private Given given = null!;

    [Fact]
    public async Task A_subscriber_follows_sessions_through_all_that_can_happen_to_them()
    {
        given = await Given.Conference(host, "followed", lastDay: "2024-01-09");
        await given.Room("Hall 1");
        await given.Type("MC", "Masterclass");
        var (a, b, c) = (await Entered("MC-A", 9), await Entered("MC-B", 11), await Entered("MC-C", 13));
        (await Published()).ShouldBe(["MC-A 0 CONFIRMED r1 MC-A: Title", "MC-B 0 CONFIRMED r1 MC-B: Title", "MC-C 0 CONFIRMED r1 MC-C: Title"]);

        await given.Placed(await Session(a), "hall-1", "2024-01-09T10:00:00", 45);
        (await Published()).ShouldBe(["MC-A 1 CONFIRMED r2 MC-A: Title", "MC-B 0 CONFIRMED r1 MC-B: Title", "MC-C 0 CONFIRMED r1 MC-C: Title"]);

        await Revised(a, "title", "New title");
        (await Published()).ShouldBe(["MC-A 1 CONFIRMED r3 MC-A: New title", "MC-B 0 CONFIRMED r1 MC-B: Title", "MC-C 0 CONFIRMED r1 MC-C: Title"]);

        await Revised(a, "status", "cancelled");
        (await Published()).ShouldBe(["MC-A 2 CANCELLED r4 Cancelled: MC-A: New title", "MC-B 0 CONFIRMED r1 MC-B: Title", "MC-C 0 CONFIRMED r1 MC-C: Title"]);

        await Removed(b);
        (await Published()).ShouldBe(["MC-A 2 CANCELLED r4 Cancelled: MC-A: New title", "MC-C 0 CONFIRMED r1 MC-C: Title", "MC-B 1 CANCELLED r5 Cancelled: MC-B: Title"]);

        await Restored(4);
        (await Published()).ShouldBe(["MC-A 2 CANCELLED r4 Cancelled: MC-A: New title", "MC-B 2 CONFIRMED r6 MC-B: Title", "MC-C 0 CONFIRMED r1 MC-C: Title"]);

        await Revised(c, "code", "MC-X");
        (await Published()).ShouldBe(["MC-A 2 CANCELLED r4 Cancelled: MC-A: New title", "MC-B 2 CONFIRMED r6 MC-B: Title", "MC-C 0 CONFIRMED r7 MC-X: Title"]);

        await Removed(c);
        (await Published(Duration.FromDays(-3))).ShouldBe(["MC-A 2 CANCELLED r4 Cancelled: MC-A: New title", "MC-B 2 CONFIRMED r6 MC-B: Title", "MC-C 1 CANCELLED r8 Cancelled: MC-X: Title"]);

        await Revised(a, "status", "confirmed");
        (await Published(Duration.FromDays(3))).ShouldBe(["MC-A 3 CONFIRMED r9 MC-A: New title", "MC-B 2 CONFIRMED r6 MC-B: Title", "MC-C 1 CANCELLED r8 Cancelled: MC-X: Title"]);

        // The conference is over, and after all it was there.
        (await Published(Duration.FromDays(30))).ShouldBe(["MC-A 3 CONFIRMED r9 MC-A: New title", "MC-B 2 CONFIRMED r6 MC-B: Title"]);
        await Restored(7);
        (await Published()).ShouldBe(["MC-A 4 CANCELLED r11 Cancelled: MC-A: New title", "MC-B 2 CONFIRMED r6 MC-B: Title", "MC-C 2 CONFIRMED r11 MC-X: Title"]);
    }

    private async Task<Guid> Entered(string code, int hour)
    {
        var session = await given.Placed(await given.Session(code, "Title"), "hall-1", $"2024-01-09T{hour:d2}:00:00", 60);
        names[session.Id] = code;
        return session.Id;
    }

    private Task<Answer> Session(Guid id) => given.Organiser.Read($"{given.Path}/sessions/{id}");

    private async Task Revised(Guid id, string field, string value) => await PublishedTides.Revise(given, await Session(id), field, value);

    private async Task Removed(Guid id) => (await given.Organiser.Remove($"{given.Path}/sessions/{id}", (await Session(id)).Tag)).ShouldBe(HttpStatusCode.OK);

    private async Task Restored(int release)
    {
        var path = $"{given.Path}/releases/{release}/restoration";
        var state = (await given.Organiser.Add($"{path}?dryRun=true", new { })).ShouldBe(HttpStatusCode.OK)["state"].GetString();
        (await given.Organiser.Add(path, new { state })).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The feed of the next release: each session by its first code, SEQUENCE, STATUS, the release of its DTSTAMP and SUMMARY.</summary>
    private async Task<string[]> Published(Duration? later = null)
    {
        host.Clock.Now += later ?? Duration.FromMinutes(10);
        var number = (await given.Published())["number"].GetInt32();
        using var answer = await host.Reader().GetAsync("/calendars/followed.ics", TestContext.Current.CancellationToken);
        var feed = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var now = HttpDate.Parse(answer.Content.Headers.GetValues("Last-Modified").Single()).Value;
        now.ShouldBeGreaterThan(modified, "caches compare");
        modified = now;
        releases[Stamp.Format(now)] = $"r{number}";
        CalendarText.Lines(feed).First(line => line.Name == "LAST-MODIFIED").Value.ShouldBe(Stamp.Format(now));

        (await host.Reader().GetByteArrayAsync($"/calendars/followed.ics?release={number}", TestContext.Current.CancellationToken)).ShouldBe(feed);
        return [.. CalendarText.Components(feed, "VEVENT").Select(Told)];
    }

    private string Told(Dictionary<string, ContentLine> session)
    {
        var (uid, sequence, stamp) = (session["UID"].Value, int.Parse(session["SEQUENCE"].Value, CultureInfo.InvariantCulture), session["DTSTAMP"].Value);
        session["LAST-MODIFIED"].Value.ShouldBe(stamp);
        if (before.TryGetValue(uid, out var last))
        {
            sequence.ShouldBeGreaterThanOrEqualTo(last.Sequence);
            string.CompareOrdinal(stamp, last.Stamp).ShouldBeGreaterThanOrEqualTo(0);
        }

        before[uid] = (sequence, stamp);
        uid.ShouldEndWith("@agenda.example.org");
        return $"{names[Guid.Parse(uid[..36])]} {sequence} {session["STATUS"].Value} {releases[stamp]} {session["SUMMARY"].Text}";
    }
}
