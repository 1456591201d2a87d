using System.Net;
using AngleSharp.Html.Dom;

namespace Agenda.Api.Tests.Web;

/// <summary>What the agenda shows before anybody asks for something: the day and the moment.</summary>
public sealed class OpeningDayTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly string[] All = ["A-1", "A-2", "B-1", "C-1", "TBA"];

    [Theory]
    [InlineData("2023-12-24T12:00", "2024-01-08", "A-1 A-2")]
    [InlineData("2024-01-08T23:59", "2024-01-08", "A-1 A-2")]
    [InlineData("2024-01-09T00:01", "2024-01-09", "B-1")]
    [InlineData("2024-01-10T08:00", "2024-01-11", "C-1")]
    [InlineData("2024-01-11T23:59", "2024-01-11", "C-1")]
    [InlineData("2024-01-12T00:01", "2024-01-08", "A-1 A-2")]
    public async Task Opens_with_today_while_the_conference_runs_and_else_with_the_first_day(string now, string day, string codes)
    {
        await PublishAsync("opening");
        SetClock(now);

        var page = await ReadAsync("/opening");

        string.Join(' ', page.Texts(".row .code")).ShouldBe(codes);
        page.QuerySelectorAll(".days [aria-current]").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"/opening?day={day}");
        page.Text(".hits p").ShouldBe($"{(codes.Contains(' ', StringComparison.Ordinal) ? "2 sessions" : "1 session")} on this day, 5 on all days");
        page.Text(".subscribe summary").ShouldBe("Subscribe to all days");
        page.Text(".subscribe .address").ShouldEndWith("/calendars/opening.ics");
    }

    [Fact]
    public async Task All_days_are_one_choice_away_and_any_filter_asks_all_days()
    {
        await PublishAsync("choice");
        SetClock("2024-01-09T10:00");

        var page = await ReadAsync("/choice");
        page.QuerySelector(".days a")!.GetAttribute("href").ShouldBe("/choice?day=all");
        page.QuerySelectorAll("form[role=search] input[type=hidden]").ShouldBeEmpty();

        page = await ReadAsync("/choice?day=all");
        page.Texts(".row .code").ShouldBe(All);
        page.QuerySelectorAll(".days [aria-current]").ShouldHaveSingleItem().TextContent.ShouldBe("All days");
        page.Text(".hits p").ShouldBe("5 sessions");
        page.Text(".subscribe .address").ShouldEndWith("/calendars/choice.ics");

        (await ReadAsync("/choice?type=MC")).Texts(".row .code").ShouldBe(All);
        (await ReadAsync("/choice?q=session&day=all&day=2024-01-08")).Texts(".row .code").ShouldBe(All);
        (await ReadAsync("/choice?day=2024-01-08&day=2024-01-09")).Texts(".row .code").ShouldBe(["A-1", "A-2", "B-1"]);
        (await host.Reader().Read("/api/v1/conferences/choice/agenda"))["sessions"].GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task An_older_release_opens_in_the_same_way_and_stays_within_itself()
    {
        await PublishAsync("older-days");
        SetClock("2024-01-09T10:00");

        var page = await ReadAsync("/older-days?release=1");

        page.Texts(".row .code").ShouldBe(["B-1"]);
        page.QuerySelector(".days a")!.GetAttribute("href").ShouldBe("/older-days?day=all&release=1");
    }

    [Fact]
    public async Task Midnight_is_not_slept_through_by_a_copy()
    {
        await PublishAsync("midnight");
        SetClock("2024-01-08T23:59");
        using var before = await host.Reader().GetAsync("/midnight", TestContext.Current.CancellationToken);
        (before.Content.Headers.LastModified, before.Headers.CacheControl!.NoCache).ShouldBe((null, true));

        SetClock("2024-01-09T00:01");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/midnight") { Headers = { { "If-None-Match", before.Headers.ETag!.ToString() }, { "If-Modified-Since", "Tue, 09 Jan 2024 00:00:30 GMT" } } };
        using var after = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        Html.Parse(await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Texts(".row .code").ShouldBe(["B-1"]);
    }

    [Fact]
    public async Task A_calendar_at_the_address_of_the_agenda_has_all_days()
    {
        await PublishAsync("whole");
        SetClock("2024-01-09T10:00");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/whole") { Headers = { { "Accept", "text/calendar" } } };
        using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);

        var feed = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        feed.Split("BEGIN:VEVENT").Length.ShouldBe(5);
    }

    [Theory]
    [InlineData("2024-01-08T08:10", "", "Nothing is on at the moment.", "Next 09:00", "A-1")]
    [InlineData("2024-01-08T09:10", "", "A-1", "Next 10:30", "A-2")]
    [InlineData("2024-01-08T10:30", "?day=2024-01-08", "A-2", "", "")]
    [InlineData("2024-01-08T09:10", "?day=all", "A-1", "Next 10:30", "A-2")]
    [InlineData("2024-01-08T09:10", "?room=hall-2", "Nothing is on at the moment.", "Next 10:30", "A-2")]
    public async Task Says_what_is_on_now_and_what_comes_next(string at, string query, string now, string next, string coming)
    {
        await PublishAsync("moment");
        SetClock(at);

        var page = await ReadAsync($"/moment{query}");

        page.Texts(".board section[aria-labelledby=now] li > b, .board section[aria-labelledby=now] > p").ShouldBe([now]);
        string.Join('|', page.Texts("#next")).ShouldBe(next);
        string.Join('|', page.Texts(".board section[aria-labelledby=next] li > b")).ShouldBe(coming);
        page.QuerySelectorAll(".board").ShouldHaveSingleItem().HasAttribute("open").ShouldBeFalse();
    }

    [Theory]
    [InlineData("2023-12-24T12:00", "")]
    [InlineData("2024-01-08T23:59", "")]
    [InlineData("2024-01-08T09:10", "?day=2024-01-09")]
    [InlineData("2024-01-10T09:10", "")]
    [InlineData("2024-01-12T09:10", "")]
    public async Task Says_nothing_of_now_when_nothing_is_on_or_another_day_was_asked_for(string at, string query)
    {
        await PublishAsync("elsewhen");
        SetClock(at);

        (await ReadAsync($"/elsewhen{query}")).QuerySelectorAll(".board").ShouldBeEmpty();
    }

    private void SetClock(string local) => host.Clock.Now = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InUtc().ToInstant();

    private async Task<IHtmlDocument> ReadAsync(string path) => Html.Parse((await host.Reader().Read(path)).ShouldBe(HttpStatusCode.OK).Text);

    // Days with sessions are the 8th, 9th and 11th of 8 to 12 January, in Dublin's winter, where the clocks show UTC.
    private async Task PublishAsync(string slug)
    {
        if ((await host.Reader().Read($"/api/v1/conferences/{slug}")).Status == HttpStatusCode.OK)
            return;

        var given = await Given.Conference(host, slug);
        await given.Room("Hall 1");
        await given.Room("Hall 2");
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("A-1", "A session"), "hall-1", "2024-01-08T09:00:00", 60);
        await given.Placed(await given.Session("A-2", "A session"), "hall-2", "2024-01-08T10:30:00", 60);
        await given.Placed(await given.Session("B-1", "A session"), "hall-1", "2024-01-09T09:00:00", 60);
        await given.Placed(await given.Session("C-1", "A session"), "hall-1", "2024-01-11T09:00:00", 60);
        await given.Session("TBA", "A session");
        await given.Published();
    }
}
