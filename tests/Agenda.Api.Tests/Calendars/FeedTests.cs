using System.Net;
using System.Text;

namespace Agenda.Api.Tests.Calendars;

/// <summary>Feeds and downloads over HTTP, the way calendar apps ask for them.</summary>
public sealed class FeedTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task An_attendee_subscribes_to_what_an_organiser_published()
    {
        await Published("subscribed");
        var answer = await Ask(HttpMethod.Get, "/calendars/subscribed.ics", request => request.Headers.AcceptEncoding.ParseAdd("br, gzip"));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Content-Type").ShouldBe("text/calendar; charset=utf-8");
        answer.Header("Content-Disposition").ShouldBe("inline; filename=subscribed.ics");
        answer.Header("Cache-Control").ShouldBe("public, no-cache");
        answer.Header("Last-Modified").ShouldBe("Mon, 08 Jan 2024 13:00:00 GMT");
        answer.Header("Content-Encoding").ShouldBe("");
        answer.Header("Vary").ShouldBe("");
        answer.Header("Content-Length").ShouldBe($"{answer.Body.Length}");
        var masterclass = answer.Events.Single(e => e["SUMMARY"].Text.StartsWith("MC-C", StringComparison.Ordinal));
        masterclass.ToDictionary(p => p.Key, p => p.Value.Value).ShouldBe(new Dictionary<string, string>
        {
            ["UID"] = masterclass["UID"].Value,
            ["DTSTAMP"] = "20240108T130000Z",
            ["LAST-MODIFIED"] = "20240108T130000Z",
            ["SEQUENCE"] = "0",
            ["DTSTART"] = "20240108T140000Z",
            ["DTEND"] = "20240108T163000Z",
            ["SUMMARY"] = "MC-C: Professional Learning Networks",
            ["LOCATION"] = "Arbutus Room\\, St. Mary's Building",
            ["DESCRIPTION"] = "Masterclass\\nMonday\\, 8 January 2024\\, 14:00 to 16:30 GMT (Europe/Dublin)\\nChairs: Andy Hargreaves\\, Danette Parsley\\n\\nNetworks.\\n\\nhttps://agenda.example.org/subscribed/sessions/MC-C",
            ["X-ALT-DESC"] = "<html><body><p>Masterclass<br>Monday\\, 8 January 2024\\, 14:00 to 16:30 GMT (Europe/Dublin)<br>Chairs: Andy Hargreaves\\, Danette Parsley</p>"
                + "<p dir=\"auto\"><em>Networks</em>.</p>\\n<p><a href=\"https://agenda.example.org/subscribed/sessions/MC-C\">https://agenda.example.org/subscribed/sessions/MC-C</a></p></body></html>",
            ["URL"] = "https://agenda.example.org/subscribed/sessions/MC-C",
            ["STATUS"] = "CONFIRMED",
            ["CATEGORIES"] = "Masterclass",
        });
        answer.Summaries.ShouldBe(["MC-C: Professional Learning Networks", "Cancelled: MC-D: Called off"]);
        answer.Text.ShouldNotContain("andy@");
    }

    [Fact]
    public async Task A_client_that_has_the_feed_gets_304_until_the_next_release()
    {
        var given = await Published("polled");
        var first = await Ask(HttpMethod.Get, "/calendars/polled.ics");
        var tag = first.Header("ETag");

        foreach (var seen in (string[])[tag, $"W/{tag}", $"\"other\", {tag}", "*"])
        {
            var again = await Ask(HttpMethod.Get, "/calendars/polled.ics", request => request.Headers.TryAddWithoutValidation("If-None-Match", seen));
            again.Status.ShouldBe(HttpStatusCode.NotModified, seen);
            again.Body.ShouldBeEmpty();
            again.Header("ETag").ShouldBe(tag);
            again.Header("Last-Modified").ShouldBe(first.Header("Last-Modified"));
        }

        (await Since("/calendars/polled.ics", first.Header("Last-Modified"))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await Since("/calendars/polled.ics", "Mon, 08 Jan 2024 12:59:59 GMT")).Status.ShouldBe(HttpStatusCode.OK);

        await given.Published("Nothing new, but a release");
        var next = await Since("/calendars/polled.ics", first.Header("Last-Modified"));
        next.Status.ShouldBe(HttpStatusCode.OK);
        next.Header("ETag").ShouldNotBe(tag);
        next.Header("Last-Modified").ShouldBe("Mon, 08 Jan 2024 13:00:01 GMT");
        next.Events.Select(e => e["DTSTAMP"].Value).ShouldAllBe(stamp => stamp == "20240108T130000Z");
    }

    [Fact]
    public async Task Head_says_what_get_would_say()
    {
        await Published("asked");
        foreach (var path in (string[])["/calendars/asked.ics", "/calendars/asked.ics?type=MC", "/calendars/asked/sessions/MC-C.ics"])
        {
            var (get, head) = (await Ask(HttpMethod.Get, path), await Ask(HttpMethod.Head, path));
            head.Status.ShouldBe(HttpStatusCode.OK);
            head.Body.ShouldBeEmpty();
            foreach (var header in (string[])["ETag", "Last-Modified", "Content-Type", "Content-Length", "Content-Disposition", "Cache-Control"])
                head.Header(header).ShouldBe(get.Header(header), header);
        }
    }

    [Fact]
    public async Task Filters_choose_and_their_order_does_not_matter()
    {
        await Published("filtered");
        var one = await Ask(HttpMethod.Get, "/calendars/filtered.ics?room=arbutus-room&room=hall&day=2024-01-08&q=learning");
        var other = await Ask(HttpMethod.Get, "/calendars/filtered.ics?q=learning&day=2024-01-08&room=hall&day=2024-01-08&room=arbutus-room");

        one.Summaries.ShouldBe(["MC-C: Professional Learning Networks"]);
        other.Body.ShouldBe(one.Body);
        other.Header("ETag").ShouldBe(one.Header("ETag"));
        one.Header("Content-Disposition").ShouldStartWith("inline; filename=\"filtered Monday 8 January _ Arbutus Room or Hall _ _learning_.ics\"; filename*=UTF-8''");
        (await Ask(HttpMethod.Get, "/calendars/filtered.ics?room=&q=")).Body.ShouldBe((await Ask(HttpMethod.Get, "/calendars/filtered.ics")).Body);
        (await Ask(HttpMethod.Get, "/calendars/filtered.ics?day=2024-01-08&room=hall")).Summaries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_taken_out_of_the_programme_is_cancelled_in_the_whole_feed_and_gone_from_filtered_ones()
    {
        var given = await Published("withdrawing");
        var uid = (await Ask(HttpMethod.Get, "/calendars/withdrawing.ics")).Events[0]["UID"].Value;
        var before = await given.Organiser.Read($"{given.Path}/sessions/{uid.Split('@')[0]}");
        (await given.Organiser.Remove($"{given.Path}/sessions/{before.Id}", before.Tag)).ShouldBe(HttpStatusCode.OK);
        await given.Session("MC-E", "Comes instead");
        await given.Published();

        var whole = await Ask(HttpMethod.Get, "/calendars/withdrawing.ics");
        whole.Summaries.ShouldBe(["Cancelled: MC-D: Called off", "Cancelled: MC-C: Professional Learning Networks"]);
        whole.Events[1].ToDictionary(p => p.Key, p => p.Value.Value).ShouldBe(new Dictionary<string, string>
        {
            ["UID"] = uid,
            ["DTSTAMP"] = "20240108T130001Z",
            ["LAST-MODIFIED"] = "20240108T130001Z",
            ["SEQUENCE"] = "1",
            ["DTSTART"] = "20240108T140000Z",
            ["DTEND"] = "20240108T163000Z",
            ["SUMMARY"] = "Cancelled: MC-C: Professional Learning Networks",
            ["LOCATION"] = "Arbutus Room\\, St. Mary's Building",
            ["DESCRIPTION"] = "This session is no longer in the programme.\\n\\nhttps://agenda.example.org/withdrawing",
            ["URL"] = "https://agenda.example.org/withdrawing",
            ["STATUS"] = "CANCELLED",
            ["TRANSP"] = "TRANSPARENT",
        });
        (await Ask(HttpMethod.Get, "/calendars/withdrawing.ics?type=MC")).Summaries.ShouldBe(["Cancelled: MC-D: Called off"]);
        (await host.Reader().Read("/calendars/withdrawing/sessions/MC-C.ics")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
    }

    [Fact]
    public async Task A_session_is_downloaded_under_its_code_and_title()
    {
        var given = await Published("downloaded");
        await given.Placed(await given.Session("Łódź-1.2", "Evening"), null, "2024-01-09T23:30:00", 60);
        await given.Published();

        var masterclass = await Ask(HttpMethod.Get, "/calendars/downloaded/sessions/MC-C.ics");
        masterclass.Header("Content-Type").ShouldBe("text/calendar; charset=utf-8");
        masterclass.Header("Content-Disposition").ShouldBe(
            "attachment; filename=\"MC-C Professional Learning Networks.ics\"; filename*=UTF-8''MC-C%20Professional%20Learning%20Networks.ics");
        masterclass.Summaries.ShouldBe(["MC-C: Professional Learning Networks"]);
        masterclass.Text.ShouldNotContain("REFRESH-INTERVAL");

        var evening = await Ask(HttpMethod.Get, "/calendars/downloaded/sessions/%C5%81%C3%B3d%C5%BA-1.2.ics");
        evening.Header("Content-Disposition").ShouldBe(
            "attachment; filename=\"__d_-1.2 Evening.ics\"; filename*=UTF-8''%C5%81%C3%B3d%C5%BA-1.2%20Evening.ics");
        evening.Events[0]["DTEND"].Value.ShouldBe("20240110T003000Z");
        evening.Events[0]["LOCATION"].Text.ShouldBe("ICSEI 2024");
    }

    [Fact]
    public async Task What_is_not_there_is_said_with_a_code()
    {
        await Published("refused");
        var reader = host.Reader();
        (await reader.Read("/calendars/nowhere.ics")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        (await reader.Read("/calendars/nowhere/sessions/MC-C.ics")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        (await reader.Read("/calendars/refused/sessions/MC-X.ics")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await reader.Read("/calendars/refused/sessions/MC-Z.ics")).ShouldBeProblem(HttpStatusCode.NotFound, "session-without-time");
        (await reader.Read("/calendars/refused/sessions/..%2F..%2Fx.ics")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");

        foreach (var (parameter, value) in ((string, string)[])[("day", "2024-02-30"), ("room", "cellar"), ("track", "none"), ("type", "ZZ"), ("person", "somebody"), ("language", "tlh")])
        {
            var problem = (await reader.Read($"/calendars/refused.ics?type=MC&{parameter}={value}")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value");
            (problem["parameter"].GetString(), problem["value"].GetString()).ShouldBe((parameter, value));
        }

        (await reader.Read($"/calendars/refused.ics?q={new string('x', 300)}")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
    }

    // A masterclass, one called off and one to be announced.
    private async Task<Given> Published(string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Room("Arbutus Room", 60, "St. Mary's Building");
        await given.Room("Hall");
        await given.Type("MC", "Masterclass");
        var andy = await given.Person("Andy", "Hargreaves", "University of Ottawa", "andy@example.org");
        var danette = await given.Person("Danette", "Parsley");
        var masterclass = await given.Session("MC-C", "Professional Learning Networks", more: new { @abstract = "*Networks*.", chairs = new[] { andy.Id, danette.Id } });
        await given.Placed(masterclass, "arbutus-room", "2024-01-08T14:00:00", 150);
        await given.Placed(await given.Session("MC-D", "Called off", status: "cancelled"), "hall", "2024-01-09T09:00:00", 60);
        await given.Session("MC-Z", "To be announced");
        await given.Published();
        return given;
    }

    private Task<FeedAnswer> Since(string path, string date) => Ask(HttpMethod.Get, path, request => request.Headers.TryAddWithoutValidation("If-Modified-Since", date));

    private async Task<FeedAnswer> Ask(HttpMethod method, string path, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(method, path);
        with?.Invoke(request);
        using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new FeedAnswer(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private sealed record FeedAnswer(HttpStatusCode Status, Dictionary<string, string> Headers, byte[] Body)
    {
        public string Text => Encoding.UTF8.GetString(Body);

        public IReadOnlyList<Dictionary<string, ContentLine>> Events => CalendarText.Components(Body, "VEVENT");

        public IEnumerable<string> Summaries => Events.Select(e => e["SUMMARY"].Text);

        public string Header(string name) => Headers.GetValueOrDefault(name, "");
    }
}
