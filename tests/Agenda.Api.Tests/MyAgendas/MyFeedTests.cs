using System.Net;
using NodaTime;

namespace Agenda.Api.Tests.MyAgendas;

public sealed class MyFeedTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Events_are_those_of_the_public_feed_and_nothing_tells_whose_they_are()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-13"], sessions["S-10"]);

        var (mine, whole) = ((await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.OK), await FeedRead.GetAsync(host.Reader(), $"/calendars/{given.Slug}.ics"));

        mine.Summaries.ShouldBe(["S-10: Session at 10", "S-13: Session at 13"]);
        foreach (var id in (Guid[])[sessions["S-10"], sessions["S-13"]])
            mine.Event(id).Select(p => $"{p.Key}:{p.Value.Value}").ShouldBe(whole.Event(id).Select(p => $"{p.Key}:{p.Value.Value}"));
        mine.Text.ShouldContain($"\r\nX-WR-CALNAME:My agenda: Conference {given.Slug}\r\n");
        mine.Text.ShouldNotContain(attendee.FeedToken);
        mine.Text.ShouldNotContain("SOURCE");
        (await attendee.ReadFeedAsync()).Bytes.ShouldBe(mine.Bytes);
    }

    [Fact]
    public async Task Headers_keep_it_from_shared_caches_search_engines_and_other_pages()
    {
        var (_, sessions) = await Starred.ConferenceAsync(host, Slug());
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"]);

        var feed = await attendee.ReadFeedAsync();
        var head = await FeedRead.GetAsync(host.Reader(), attendee.Feed, method: "HEAD");
        var unchanged = await attendee.ReadFeedAsync("", ("If-None-Match", feed.Tag));

        foreach (var answer in (FeedRead[])[feed, head, unchanged])
        {
            answer.Headers["Cache-Control"].ShouldBe("private, no-cache");
            answer.Headers["Referrer-Policy"].ShouldBe("no-referrer");
            answer.Headers["X-Robots-Tag"].ShouldBe("noindex");
            (answer.Tag, answer.Modified).ShouldBe((feed.Tag, feed.Modified));
            answer.Headers.Keys.ShouldNotContain("Content-Encoding");
        }

        foreach (var answer in (FeedRead[])[feed, head])
        {
            answer.Headers["Content-Type"].ShouldBe("text/calendar; charset=utf-8");
            answer.Headers["Content-Disposition"].ShouldBe("inline; filename=my-agenda.ics");
            answer.Headers["Content-Length"].ShouldBe($"{feed.Bytes.Length}");
        }

        (head.Status, head.Bytes.Length, unchanged.Status, unchanged.Bytes.Length).ShouldBe((HttpStatusCode.OK, 0, HttpStatusCode.NotModified, 0));
        (await attendee.ReadFeedAsync("", ("If-None-Match", "\"another\""))).ShouldBe(HttpStatusCode.OK);
        (await attendee.ReadFeedAsync("", ("If-Modified-Since", feed.Modified))).ShouldBe(HttpStatusCode.NotModified);
        (await attendee.ReadFeedAsync("", ("If-None-Match", "\"another\""), ("If-Modified-Since", feed.Modified))).ShouldBe(HttpStatusCode.OK);
        (await attendee.ReadFeedAsync("?tz=mars")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Every_change_is_noticed_by_tag_and_by_date_even_within_one_second()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"]);
        var changes = new (string Name, Func<Task> Make)[]
        {
            ("starred", () => attendee.StarredAsync(sessions["S-11"])),
            ("unstarred", () => attendee.UnstarAsync(sessions["S-10"])),
            ("starred again", () => attendee.StarredAsync(sessions["S-10"])),
            ("published", () => Published(("title", "Renamed"))),
            ("published as before", () => Published(("title", "Session at 10"))),
            ("cancelled", () => Published(("status", "cancelled"))),
            ("withdrawn", () => Published(("status", "draft"))),
            ("reinstated", () => Published(("status", "confirmed"))),
        };

        var before = await attendee.ReadFeedAsync();
        foreach (var (name, make) in changes)
        {
            await make();
            (await attendee.ReadFeedAsync("", ("If-None-Match", before.Tag))).ShouldBe(HttpStatusCode.OK);
            var after = (await attendee.ReadFeedAsync("", ("If-Modified-Since", before.Modified))).ShouldBe(HttpStatusCode.OK);
            after.Tag.ShouldNotBe(before.Tag, name);
            Date(after).ShouldBeGreaterThan(Date(before), name);
            (await attendee.ReadFeedAsync("", ("If-Modified-Since", after.Modified))).ShouldBe(HttpStatusCode.NotModified);
            before = after;
        }

        // A clock that goes back takes nothing back.
        host.Clock.Now -= Duration.FromDays(1);
        await attendee.UnstarAsync(sessions["S-11"]);
        Date(await attendee.ReadFeedAsync()).ShouldBeGreaterThan(Date(before));

        async Task Published((string, object?) fact)
        {
            await given.RevisedAsync(sessions["S-10"], fact);
            await given.Published();
        }
    }

    [Fact]
    public async Task Local_times_change_with_the_days_of_the_conference_and_their_date_as_well()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"]);
        var before = await attendee.ReadFeedAsync("?tz=local");

        var conference = await given.Organiser.Read(given.Path);
        var facts = new { slug = given.Slug, name = conference["name"].GetString(), timeZone = "Europe/Dublin", firstDay = "2023-09-01", lastDay = "2024-08-01" };
        (await given.Organiser.Put(given.Path, conference.Tag, facts)).ShouldBe(HttpStatusCode.OK);
        await given.Published();

        var after = await attendee.ReadFeedAsync("?tz=local", ("If-Modified-Since", before.Modified));
        (after.Status, after.Text == before.Text).ShouldBe((HttpStatusCode.OK, false));
        Date(after).ShouldBeGreaterThan(Date(before));
    }

    [Fact]
    public async Task Sessions_of_several_conferences_stand_in_one_feed_each_with_its_zone()
    {
        var (dublin, inDublin) = await Starred.ConferenceAsync(host, Slug());
        var (_, inKolkata) = await Starred.ConferenceAsync(host, Slug(), "Asia/Kolkata");
        var (_, inDublinToo) = await Starred.ConferenceAsync(host, Slug());
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(inKolkata["S-13"], inDublin["S-10"], inDublinToo["S-11"], inDublin["S-13"]);

        var (utc, local) = (await attendee.ReadFeedAsync(), await attendee.ReadFeedAsync("?tz=local&alarm=15"));

        utc.Text.ShouldContain("\r\nX-WR-CALNAME:My agenda\r\n");
        utc.Text.ShouldNotContain("VTIMEZONE");
        utc.Events.Select(e => $"{e["SUMMARY"].Text} {e["DTSTART"].Value}").ShouldBe(
            ["S-10: Session at 10 20240108T100000Z", "S-13: Session at 13 20240108T130000Z", "S-13: Session at 13 20240108T073000Z", "S-11: Session at 11 20240108T110000Z"]);
        local.Text.Split("BEGIN:VTIMEZONE\r\nTZID:")[1..].Select(zone => zone.Split("\r\n")[0]).ShouldBe(["Asia/Kolkata", "Europe/Dublin"]);
        local.Text.Split("BEGIN:VALARM").Length.ShouldBe(5);
        local.Text.ShouldContain("DTSTART;TZID=Asia/Kolkata:20240108T130000");
        local.Tag.ShouldNotBe(utc.Tag);
        (await attendee.ReadFeedAsync("?tz=local&alarm=15", ("If-None-Match", local.Tag))).ShouldBe(HttpStatusCode.NotModified);

        // Of one conference alone it has the name again.
        foreach (var id in (Guid[])[inKolkata["S-13"], inDublinToo["S-11"]])
            await attendee.UnstarAsync(id);
        (await attendee.ReadFeedAsync()).Text.ShouldContain($"\r\nX-WR-CALNAME:My agenda: Conference {dublin.Slug}\r\n");
    }

    [Fact]
    public async Task A_withdrawn_session_stays_as_cancelled_until_the_conference_is_over_and_counts_on_when_it_comes_back()
    {
        var own = new AgendaHost();
        await using var _ = own;
        var (given, sessions) = await Starred.ConferenceAsync(own, "tombs");
        var attendee = await Attendee.NewAsync(own);
        await attendee.StarredAsync(sessions["S-10"], sessions["S-13"]);
        var first = (await attendee.ReadFeedAsync()).Event(sessions["S-10"]);

        await given.RevisedAsync(sessions["S-10"], ("status", "draft"));
        await Next(Duration.FromDays(1));
        var withdrawn = (await attendee.ReadFeedAsync()).Event(sessions["S-10"]);
        await given.RevisedAsync(sessions["S-10"], ("status", "confirmed"));
        await Next(Duration.FromDays(1));
        var back = (await attendee.ReadFeedAsync()).Event(sessions["S-10"]);
        await given.RemovedAsync(sessions["S-10"]);
        await Next(Duration.FromDays(1));
        var removed = (await attendee.ReadFeedAsync()).Event(sessions["S-10"]);
        await Next(Duration.FromDays(4));
        var over = await attendee.ReadFeedAsync();

        new[] { first, withdrawn, back, removed }.Select(e => e["STATUS"].Value).ShouldBe(["CONFIRMED", "CANCELLED", "CONFIRMED", "CANCELLED"]);
        new[] { first, withdrawn, back, removed }.Select(e => e["SEQUENCE"].Value).ShouldBe(["0", "1", "2", "3"]);
        new[] { withdrawn, back, removed }.ShouldAllBe(e => e["UID"].Value == first["UID"].Value);
        over.Summaries.ShouldBe(["S-13: Session at 13"]);
        (await attendee.ReadAsync())["stars"].EnumerateArray().Select(s => s.GetProperty("status").GetString()).ShouldBe(["confirmed", "withdrawn"]);

        async Task Next(Duration later)
        {
            own.Clock.Now += later;
            await given.Published();
        }
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_the_feed_too()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        var person = await given.Person("Zsófia", "Quillfeather");
        await given.RevisedAsync(sessions["S-10"], ("chairs", new[] { person.Id }));
        await given.Published();
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"]);
        var before = await attendee.ReadFeedAsync();
        before.Unfolded.ShouldContain("Quillfeather");

        (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{person.Id}/erasure", null, "*")).ShouldBe(HttpStatusCode.OK);

        var after = (await attendee.ReadFeedAsync("", ("If-Modified-Since", before.Modified))).ShouldBe(HttpStatusCode.OK);
        after.Unfolded.ShouldNotContain("Quillfeather");
        Date(after).ShouldBeGreaterThan(Date(before));
    }

    [Fact]
    public async Task A_session_without_a_slot_is_in_the_list_and_comes_into_the_feed_with_its_time()
    {
        var (given, _) = await Starred.ConferenceAsync(host, Slug());
        var session = await given.Session("S-99", "To be announced");
        await given.PublishedAsItIs();
        var attendee = await Attendee.NewAsync(host);
        (await attendee.StarredAsync(session.Id))["stars"].GetArrayLength().ShouldBe(1);
        (await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.OK).Events.ShouldBeEmpty();

        await given.Placed(await given.SessionAsync(session.Id), "arbutus-room", "2024-01-09T10:00:00", 60);
        await given.PublishedAsItIs();

        (await attendee.ReadFeedAsync()).Summaries.ShouldBe(["S-99: To be announced"]);
    }

    private static Instant Date(FeedRead feed) => NodaTime.Text.InstantPattern.CreateWithInvariantCulture("ddd, dd MMM uuuu HH:mm:ss 'GMT'").Parse(feed.Modified).Value;

    private static string Slug() => $"feed-{Interlocked.Increment(ref unique):d3}";
}
