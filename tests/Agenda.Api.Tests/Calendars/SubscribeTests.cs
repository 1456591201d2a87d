using System.Net;
using System.Text;
using System.Text.Json;
using Agenda.Api.Calendars;

namespace Agenda.Api.Tests.Calendars;

/// <summary>What somebody is told who wants the agenda in their calendar.</summary>
public sealed class SubscribeTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Feed = "https://agenda.example.org/calendars/", Pictures = "https://agenda.example.org/api/v1/conferences/";

    [Fact]
    public async Task Each_app_gets_the_address_that_it_takes()
    {
        await Published("joining");

        var answer = (await host.Reader().Read("/api/v1/conferences/joining/subscribe")).ShouldBe(HttpStatusCode.OK);

        JsonSerializer.Serialize(answer.Body).ShouldBe(JsonSerializer.Serialize(new
        {
            name = "Meitheal & 2027",
            https = $"{Feed}joining.ics",
            webcal = "webcal://agenda.example.org/calendars/joining.ics",
            google = "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fagenda.example.org%2Fcalendars%2Fjoining.ics",
            outlook = "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fagenda.example.org%2Fcalendars%2Fjoining.ics&name=Meitheal%20%26%202027",
            office365 = "https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Fagenda.example.org%2Fcalendars%2Fjoining.ics&name=Meitheal%20%26%202027",
            qrCode = new { svg = $"{Pictures}joining/subscribe/qr.svg", png = $"{Pictures}joining/subscribe/qr.png" },
            refresh = new
            {
                apple = "5 minutes to a week, as set by its user",
                thunderbird = "30 minutes",
                outlook = "about 3 hours, up to 24 hours",
                google = "8 to 24 hours, whatever the feed says",
            },
        }));
    }

    [Fact]
    public async Task A_filter_is_said_in_one_form_and_by_the_name_that_its_feed_has()
    {
        await Published("narrowed");
        var reader = host.Reader();

        var one = (await reader.Read("/api/v1/conferences/narrowed/subscribe?q=a%26b&room=willow-room&room=hall")).ShouldBe(HttpStatusCode.OK);
        var other = (await reader.Read("/api/v1/conferences/narrowed/subscribe?room=hall&q=a%26b&q=&room=willow-room&room=hall")).ShouldBe(HttpStatusCode.OK);

        other.Text.ShouldBe(one.Text);
        other.Tag.ShouldBe(one.Tag);
        one["https"].GetString().ShouldBe($"{Feed}narrowed.ics?room=hall&room=willow-room&q=a%26b");
        one["google"].GetString().ShouldEndWith("narrowed.ics%3Froom%3Dhall%26room%3Dwillow-room%26q%3Da%2526b");
        one["qrCode"].GetProperty("svg").GetString().ShouldBe($"{Pictures}narrowed/subscribe/qr.svg?room=hall&room=willow-room&q=a%26b");
        one["name"].GetString().ShouldBe("Meitheal & 2027: Hall or Willow Room · “a&b”");
        var feed = await reader.Read(new Uri(one["https"].GetString()!).PathAndQuery);
        CalendarText.Lines(Encoding.UTF8.GetBytes(feed.ShouldBe(HttpStatusCode.OK).Text)).Single(line => line.Name == "NAME").Text.ShouldBe(one["name"].GetString());
    }

    [Fact]
    public async Task Both_pictures_hold_the_feeds_own_address()
    {
        await Published("pictured");
        foreach (var query in (string[])["", "?room=willow-room", "?day=2024-01-08&day=2024-01-09&room=willow-room&room=hall&q=" + new string('x', 100)])
        {
            var said = (await host.Reader().Read($"/api/v1/conferences/pictured/subscribe{query}")).ShouldBe(HttpStatusCode.OK);
            var address = said["https"].GetString();

            var (svgType, svg) = await Picture(said["qrCode"].GetProperty("svg"));
            var (pngType, png) = await Picture(said["qrCode"].GetProperty("png"));

            (svgType, pngType).ShouldBe(("image/svg+xml", "image/png"));
            QrReader.Read(QrReader.Svg(svg)).Text.ShouldBe(address);
            QrReader.Read(QrReader.Png(png, 8)).Text.ShouldBe(address);
        }
    }

    [Theory]
    [InlineData("/subscribe", "application/json; charset=utf-8")]
    [InlineData("/subscribe/qr.svg", "image/svg+xml")]
    [InlineData("/subscribe/qr.png", "image/png")]
    public async Task Answers_are_kept_and_asked_for_again(string operation, string contentType)
    {
        var path = $"{(await Published("kept")).Path}{operation}?room=hall";
        using var get = await Ask(HttpMethod.Get, path);
        get.Content.Headers.ContentType!.ToString().ShouldBe(contentType);
        get.Headers.CacheControl!.ToString().ShouldBe("public, no-cache");
        get.Headers.ETag!.IsWeak.ShouldBeFalse();
        get.Content.Headers.LastModified.ShouldNotBeNull();

        using var head = await Ask(HttpMethod.Head, path);
        (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, get.Headers.ETag, get.Content.Headers.ContentLength));
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();

        using var again = await Ask(HttpMethod.Get, path, get.Headers.ETag.ToString());
        (again.StatusCode, again.Headers.ETag).ShouldBe((HttpStatusCode.NotModified, get.Headers.ETag));
        using var another = await Ask(HttpMethod.Get, path.Replace("hall", "willow-room", StringComparison.Ordinal), get.Headers.ETag.ToString());
        another.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_is_too_long_for_a_picture_is_told_without_one()
    {
        var path = $"{(await Published("long")).Path}/subscribe";
        var query = "?" + string.Join('&', Enumerable.Range(100, 12).Select(i => $"q={i}{new string('x', 190)}"));

        var answer = (await host.Reader().Read(path + query)).ShouldBe(HttpStatusCode.OK);

        answer["https"].GetString()!.Length.ShouldBeGreaterThan(QrPicture.MostCharacters);
        answer["qrCode"].ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var picture in (string[])["/qr.svg", "/qr.png"])
            (await host.Reader().Read(path + picture + query)).ShouldBeProblem(HttpStatusCode.BadRequest, "address-too-long");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/qr.svg")]
    [InlineData("/qr.png")]
    public async Task What_is_not_there_is_said_with_a_code(string operation)
    {
        var path = $"{(await Published("not-there")).Path}/subscribe{operation}";
        var reader = host.Reader();
        (await reader.Read($"/api/v1/conferences/nowhere/subscribe{operation}")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        foreach (var (parameter, value) in ((string, string)[])[("day", "2024-02-30"), ("room", "cellar"), ("track", "none"), ("type", "ZZ"), ("person", "somebody"), ("language", "tlh")])
        {
            var problem = (await reader.Read($"{path}?type=MC&{parameter}={value}")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value");
            (problem["parameter"].GetString(), problem["value"].GetString()).ShouldBe((parameter, value));
        }

        (await reader.Read($"{path}?q={new string('x', 300)}")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
    }

    [Fact]
    public void A_secret_address_is_drawn_within_the_answer()
    {
        const string feed = "https://agenda.example.org/calendars/mine/0123456789abcdef.ics";

        var answer = SubscriptionResponse.Of("My agenda", feed, () => SubscriptionQrCode.WithinAnswer(feed));

        answer.QrCode!.Svg.ShouldStartWith("data:image/svg+xml;base64,");
        answer.QrCode.Png.ShouldStartWith("data:image/png;base64,");
        QrReader.Read(QrReader.Svg(Convert.FromBase64String(answer.QrCode.Svg.Split(',')[1]))).Text.ShouldBe(feed);
        QrReader.Read(QrReader.Png(Convert.FromBase64String(answer.QrCode.Png.Split(',')[1]), 8)).Text.ShouldBe(feed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(150)]
    [InlineData(700)]
    [InlineData(1_500)]
    [InlineData(QrPicture.MostCharacters)]
    public void Pictures_hold_what_they_are_said_to_hold(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * 7 % 26))));

        QrPicture.Holds(text).ShouldBeTrue();
        QrReader.Read(QrReader.Png(QrPicture.Png(text), 8)).ShouldBe((length switch { 1 => 1, 150 => 8, 700 => 21, 1_500 => 32, _ => 40 }, text));
        QrPicture.Png(text).ShouldBe(QrPicture.Png(text));
        QrPicture.Holds(text + new string('x', QrPicture.MostCharacters)).ShouldBeFalse();
    }

    [Fact]
    public void A_long_name_is_cut_where_it_stands_in_an_address()
    {
        var answer = SubscriptionResponse.Of(string.Join(' ', Enumerable.Repeat("ვარსკვლავი", 40)), $"{Feed}x.ics", () => new("", ""));

        answer.Name.Length.ShouldBe(439);
        Uri.UnescapeDataString(answer.Outlook.Split("&name=")[1]).ShouldBe(string.Join(' ', Enumerable.Repeat("ვარსკვლავი", 9)));
    }

    private async Task<(string Type, byte[] Body)> Picture(JsonElement address)
    {
        using var response = await Ask(HttpMethod.Get, new Uri(address.GetString()!).PathAndQuery);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<Given> Published(string slug)
    {
        if ((await host.Reader().Read($"/api/v1/conferences/{slug}")).Status == HttpStatusCode.OK)
            return new Given(host.Organiser(), slug);

        var given = await Given.Conference(host, slug, name: "Meitheal & 2027");
        await given.Room("Willow Room");
        await given.Room("Hall");
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("MC-C", "Networks"), "hall", "2024-01-08T14:00:00", 150);
        await given.Placed(await given.Session("MC-D", "More"), "willow-room", "2024-01-09T14:00:00", 150);
        await given.Published();
        return given;
    }
}
