using System.Net;
using Agenda.Infrastructure.Releases;
using NodaTime;

namespace Agenda.Api.Tests.Calendars;

/// <summary>A release and a filter decide every byte of a feed: not the process that answers, and not the day on which it is asked.</summary>
public sealed class SameBytesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly string[] Feeds =
    [
        "same.ics", "same.ics?day=2024-01-08", "same.ics?room=hall&room=arbutus-room&q=networks", "same.ics?type=MC", "same.ics?language=en", "same.ics?release=1", "same/sessions/MC-C.ics",
    ];

    [Fact]
    public async Task Feeds_are_the_same_in_every_process_and_on_every_day()
    {
        await PublishAsync();
        var told = await AnswersAsync(host);
        told.Select(answer => answer.Tag).ShouldBeUnique();

        // Before the conference, on its last day and years after.
        foreach (var days in (int[])[-30, 4, 1_000])
        {
            await using var other = new SecondProcess(host) { Clock = { Now = host.Clock.Now + Duration.FromDays(days) } };
            (await AnswersAsync(other)).ShouldBe(told);
            await other.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);
            (await AnswersAsync(other)).ShouldBe(told);
        }
    }

    [Fact]
    public async Task What_one_process_gave_another_calls_unchanged()
    {
        await PublishAsync();
        await using var other = new SecondProcess(host) { Clock = { Now = host.Clock.Now + Duration.FromDays(400) } };
        foreach (var given in await AnswersAsync(host))
        {
            using var byTag = new HttpRequestMessage(HttpMethod.Get, given.Address);
            byTag.Headers.TryAddWithoutValidation("If-None-Match", given.Tag);
            using var byTime = new HttpRequestMessage(HttpMethod.Get, given.Address);
            byTime.Headers.TryAddWithoutValidation("If-Modified-Since", given.LastModified);
            foreach (var request in (HttpRequestMessage[])[byTag, byTime])
            {
                using var answer = await other.Reader().SendAsync(request, TestContext.Current.CancellationToken);
                answer.StatusCode.ShouldBe(HttpStatusCode.NotModified, given.Address);
            }
        }
    }

    private async Task PublishAsync()
    {
        // Whichever test comes first.
        if ((await host.Reader().Read("/api/v1/conferences/same")).Status == HttpStatusCode.OK)
            return;

        var given = await Given.Conference(host, "same");
        await given.Room("Arbutus Room", 60, "St. Mary's Building");
        await given.Room("Hall");
        await given.Type("MC", "Masterclass");
        var andy = await given.Person("Andy", "Hargreaves");
        var masterclass = await given.Session("MC-C", "Learning Networks", more: new { language = "en", chairs = new[] { andy.Id } });
        await given.Placed(masterclass, "arbutus-room", "2024-01-08T14:00:00", 150);
        var withdrawn = await given.Placed(await given.Session("MC-D", "Withdrawn"), "hall", "2024-01-09T09:00:00", 60);
        await given.Published();
        (await given.Organiser.Remove($"{given.Path}/sessions/{withdrawn.Id}", withdrawn.Tag)).ShouldBe(HttpStatusCode.OK);
        await given.Published();
    }

    private static async Task<List<(string Address, string Body, string? Tag, string? LastModified)>> AnswersAsync(AgendaHost process)
    {
        var answers = new List<(string, string, string?, string?)>();
        foreach (var feed in Feeds)
        {
            using var answer = await process.Reader().GetAsync($"/calendars/{feed}", TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, feed);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            answers.Add(($"/calendars/{feed}", Convert.ToHexString(bytes), answer.Headers.ETag?.ToString(), answer.Content.Headers.GetValues("Last-Modified").Single()));
        }

        return answers;
    }
}
