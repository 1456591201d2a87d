using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Agenda.Api.Tests.Releases;

public sealed class PublishReleaseTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task A_programme_without_a_confirmed_session_is_not_published()
    {
        var given = await Given.Conference(host, "empty");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "Draft", status: "draft");

        (await given.Organiser.Add($"{given.Path}/releases", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "nothing-to-publish");
        (await host.Reader().Read($"{given.Path}/agenda")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
    }

    [Theory]
    [InlineData("Europe/Dublin", "2027-03-28T01:30:00", "time-skipped")]
    [InlineData("Europe/Dublin", "2027-10-31T01:30:00", "time-repeated")]
    public async Task A_session_at_a_time_that_the_new_zone_does_not_have_once_is_not_published(string newZone, string start, string code)
    {
        var slug = $"zone-{code}";
        var given = await Given.Conference(host, slug, "UTC", start[..10], start[..10]);
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("MC-1", "Night"), null, start, 60);
        var conference = await given.Organiser.Read(given.Path);
        (await given.Organiser.Put(given.Path, conference.Tag, new { slug, name = "Moved", timeZone = newZone, firstDay = start[..10], lastDay = start[..10] })).ShouldBe(HttpStatusCode.OK);

        var refused = await given.Organiser.Add($"{given.Path}/releases", new { });

        refused.ShouldBeProblem(HttpStatusCode.Conflict, code);
        refused["detail"].GetString()!.ShouldContain("MC-1");
        (await given.Organiser.Read($"{given.Path}/sessions"))["items"][0].GetProperty("placement").GetProperty("startUtc").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Publishers_at_once_get_numbers_in_a_row()
    {
        var given = await Given.Conference(host, "at-once");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "One");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Organiser().Add($"{given.Path}/releases", new { })));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Created || a.Code == "edits-collided");
        var numbers = answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => a["number"].GetInt32()).Order().ToList();
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count));
        numbers.ShouldNotBeEmpty();
        var releases = (await host.Reader().Read($"{given.Path}/releases"))["items"].EnumerateArray().ToList();
        releases.Select(r => r.GetProperty("number").GetInt32()).ShouldBe(numbers.AsEnumerable().Reverse());
        releases.Select(r => r.GetProperty("publishedAt").GetString()).Distinct().Count().ShouldBe(numbers.Count);
    }

    [Fact]
    public async Task An_old_release_stays_as_it_was()
    {
        var given = await Given.Conference(host, "immutable");
        await given.Type("MC", "Masterclass");
        var session = await given.Session("MC-1", "Before");
        await given.Published("First");
        var reader = host.Reader();
        var before = (await reader.Read($"{given.Path}/agenda")).Text;
        var edited = new { code = "MC-1", title = "After", type = "MC", status = "confirmed" };
        (await given.Organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, edited)).ShouldBe(HttpStatusCode.OK);
        host.Clock.Now += Duration.FromHours(1);

        (await reader.Read($"{given.Path}/agenda")).Text.ShouldBe(before, "nothing is public before it is published");
        await given.Published("Second");

        (await reader.Read($"{given.Path}/agenda"))["sessions"][0].GetProperty("title").GetString().ShouldBe("After");
        (await reader.Read($"{given.Path}/agenda?release=1")).Text.ShouldBe(before);
    }

    [Fact]
    public async Task What_another_process_published_is_learnt_by_asking_the_database()
    {
        var given = await Given.Conference(host, "two-processes");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "One");
        await given.Published();
        await using var other = new SecondProcess(host);
        (await other.Reader().Read($"{given.Path}/agenda"))["release"].GetInt32().ShouldBe(1);

        await given.Published();
        await other.Get<Infrastructure.Releases.PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);

        (await other.Reader().Read($"{given.Path}/agenda"))["release"].GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_release_that_cannot_be_read_keeps_nobody_from_the_one_before()
    {
        var given = await Given.Conference(host, "damaged");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "One");
        await given.Published();
        (await host.Reader().Read($"{given.Path}/agenda"))["release"].GetInt32().ShouldBe(1);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Infrastructure.AgendaDbContext>();
            var conference = await db.Conferences.SingleAsync(c => c.Slug == "damaged", TestContext.Current.CancellationToken);
            db.Releases.Add(new Infrastructure.Releases.StoredRelease
            {
                ConferenceId = conference.Id,
                Number = 2,
                PublishedAt = host.Clock.Now,
                PublishedBy = "x",
                Sessions = 0,
                Document = [1, 2, 3],
            });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await host.Get<Infrastructure.Releases.PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);

        (await host.Reader().Read($"{given.Path}/agenda"))["release"].GetInt32().ShouldBe(1);
        var other = await Given.Conference(host, "beside-damaged");
        await other.Type("MC", "Masterclass");
        await other.Session("MC-1", "One");
        await other.Published();
        (await host.Reader().Read($"{other.Path}/agenda"))["release"].GetInt32().ShouldBe(1);
    }
}
