using System.Net;
using Agenda.Domain;
using Agenda.Infrastructure.Audit;

namespace Agenda.Api.Tests.Audit;

/// <summary>Reading the trace: pages, filters, and who sees what of other conferences.</summary>
public sealed class AuditListTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Pages_of_entries_of_one_instant_have_everything_once_newest_first()
    {
        var given = await Given.Conference(host, "paged");
        for (var i = 1; i <= 7; i++)
            await given.Track($"Track {i}");
        await host.SaveAsync(AuditActor.Service, db =>
        {
            var conference = db.Conferences.Single(c => c.Slug == "paged");
            for (var i = 8; i <= 12; i++)
                db.Tracks.Add(new(conference, $"track-{i}", $"Track {i}", null));
        });

        var (labels, keys, times) = (new List<string>(), new List<string>(), new List<string>());
        for (string? next = ""; next is not null;)
        {
            var page = (await given.Organiser.Read($"{given.Path}/audit?limit=2{(next.Length > 0 ? $"&after={next}" : "")}")).ShouldBe(HttpStatusCode.OK);
            page["items"].GetArrayLength().ShouldBeInRange(1, 2);
            foreach (var item in page["items"].EnumerateArray())
            {
                labels.Add(item.GetProperty("label").GetString()!);
                keys.Add(item.GetProperty("key").GetString()!);
                times.Add(item.GetProperty("at").GetString()!);
            }

            next = page["next"].GetString();
        }

        times.Distinct().ShouldBe(["2024-01-08T13:00:00Z"]);
        labels.ShouldBe([.. Enumerable.Range(1, 12).Reverse().Select(i => $"track-{i}"), "paged"]);
        keys.ShouldBe(keys.Distinct().OrderDescending(StringComparer.Ordinal));
        keys.ShouldAllBe(key => key.Length <= Limits.AuditKey);
    }

    [Fact]
    public async Task Later_entries_come_first_whatever_was_made_when()
    {
        var given = await Given.Conference(host, "later");
        var before = host.Clock.Now;
        host.Clock.Now = before.Plus(NodaTime.Duration.FromDays(1));
        await given.Track("Tomorrow");
        host.Clock.Now = before;
        await given.Track("Today");

        (await given.Organiser.Read($"{given.Path}/audit?limit=2"))["items"].EnumerateArray().Select(e => e.GetProperty("label").GetString()).ShouldBe(["tomorrow", "today"]);
    }

    [Fact]
    public async Task Entries_are_found_by_session_person_and_account()
    {
        var given = await Given.Conference(host, "filtered");
        await given.Type("MC", "Masterclass");
        var (first, second) = (await given.Session("A", "First"), await given.Session("B", "Second"));
        await given.Placed(first, null, "2024-01-08T14:00:00", 60);
        var person = await given.Person("Maja", "Łódzka");
        await given.Person("Andy", "Hargreaves");
        var account = AccountId.New();
        await host.SaveAsync(Trace.Somebody(account), db => db.Sessions.AsEnumerable().Single(s => s.Id.Value == second.Id).Move(null));
        await host.SaveAsync(Trace.Somebody(account), db => db.Sessions.Remove(db.Sessions.AsEnumerable().Single(s => s.Id.Value == second.Id)));

        async Task<string[]> Found(string query) => [.. (await given.Organiser.Traced($"{given.Path}/audit?{query}")).Select(e => e.What)];
        (await Found($"session={first.Id}")).ShouldBe(["session added A", "session changed A"]);
        (await Found($"session={second.Id}")).ShouldBe(["session added B", "session removed B"]);
        (await Found($"person={person.Id}")).ShouldBe(["person added Maja Łódzka"]);
        (await Found($"account={account.Value}")).ShouldBe(["session removed B"]);
        (await Found($"account={account.Value}&session={first.Id}")).ShouldBeEmpty();

        var entry = (await given.Organiser.Traced($"/api/v1/audit?account={account.Value}")).ShouldHaveSingleItem();
        (entry.Said("by"), entry.Said("via"), entry.Said("from"), entry.Said("account")).ShouldBe(("Niamh Ó Súilleabháin", "token laptop", "192.0.2.7", $"{account.Value}"));
    }

    [Fact]
    public async Task A_conference_shows_its_own_entries_and_the_installation_all_those_of_removed_ones_included()
    {
        var (kept, gone) = (await Given.Conference(host, "kept"), await Given.Conference(host, "gone"));
        await gone.Track("Of the other");
        (await gone.Organiser.Remove(gone.Path, (await gone.Organiser.Read(gone.Path)).Tag)).ShouldBe(HttpStatusCode.NoContent);

        (await kept.Organiser.Traced($"{kept.Path}/audit")).Select(e => e.What).ShouldBe(["conference added kept"]);
        (await gone.Organiser.Read($"{gone.Path}/audit")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        (await gone.Organiser.Read($"{gone.Path}/audit.csv")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");

        // Another conference may take the name, and sees nothing of the first.
        var again = await Given.Conference(host, "gone");
        (await again.Organiser.Traced($"{again.Path}/audit")).Select(e => e.What).ShouldBe(["conference added gone"]);
        var all = await kept.Organiser.Traced("/api/v1/audit");
        all.Select(e => e.What).Where(what => what.EndsWith(" gone", StringComparison.Ordinal) || what == "track added of-the-other")
            .ShouldBe(["conference added gone", "track added of-the-other", "conference removed gone", "conference added gone"]);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    public async Task A_page_of_no_or_of_too_many_entries_is_refused(string query, string field)
    {
        var answer = await host.Organiser().Read($"/api/v1/audit?{query}");

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        answer["errors"].EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task A_session_that_is_no_id_is_refused() =>
        (await host.Organiser().Read($"{(await Given.Conference(host, "malformed")).Path}/audit?session=MC-C")).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-request");
}
