using System.Globalization;
using System.Text;
using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Agenda.Api.Tests.Calendars;

public sealed class ReleaseCalendarTests
{
    private static readonly PublicAddress Address = new(new ConfigurationBuilder().AddInMemoryCollection([new("Agenda:PublicUrl", "https://agenda.example.org")]).Build());

    [Fact]
    public async Task Writes_the_same_bytes_as_ever()
    {
        var golden = Path.Combine(AppContext.BaseDirectory, "Calendars", "handmade.ics");
        var expected = await File.ReadAllBytesAsync(golden, TestContext.Current.CancellationToken);
        var feed = await BytesOf(Calendar(HandmadeRelease.Document).Whole);
        if (!feed.AsSpan().SequenceEqual(expected))
        {
            await File.WriteAllBytesAsync(golden + ".now", feed, TestContext.Current.CancellationToken);
            Encoding.UTF8.GetString(feed).Split("\r\n").ShouldBe(Encoding.UTF8.GetString(expected).Split("\r\n"), $"Written now: {golden}.now");
        }

        feed.ShouldBe(expected);
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    public async Task Does_not_depend_on_the_culture(string culture)
    {
        var expected = await BytesOf(Calendar(HandmadeRelease.Document).Whole);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(culture);
            (await BytesOf(Calendar(HandmadeRelease.Document).Whole)).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task Holds_every_session_with_a_slot_and_the_withdrawn_ones() =>
        (await Uids(Calendar(HandmadeRelease.Document).Whole)).ShouldBe(Uids(501, 504, 502, 503, 591));

    [Fact]
    public async Task Leaves_withdrawn_sessions_out_once_a_release_comes_after_the_last_day()
    {
        var lastEvening = HandmadeRelease.Document with { PublishedAt = Instant.FromUtc(2024, 1, 10, 23, 59) };
        var morningAfter = HandmadeRelease.Document with { PublishedAt = Instant.FromUtc(2024, 1, 11, 0, 0) };
        (await Uids(Calendar(lastEvening).Whole)).ShouldBe(Uids(501, 504, 502, 503, 591));
        (await Uids(Calendar(morningAfter).Whole)).ShouldBe(Uids(501, 504, 502, 503));
    }

    [Fact]
    public async Task Feeds_of_a_filter_hold_what_it_chose_and_say_so()
    {
        var feed = Feed(new() { Days = ["2024-01-09", "2024-01-08"], People = [HandmadeRelease.Aoife.Id.Value.ToString()], Queries = ["grading"] });
        var bytes = await BytesOf(feed);

        (await Uids(feed)).ShouldBe(Uids(502));
        CalendarText.Lines(bytes).TakeWhile(line => line.Value != "VEVENT").Skip(4).Select(line => line.Name switch
        {
            "NAME" or "X-WR-CALNAME" => $"{line.Name} {line.Text}",
            _ => $"{line.Name} {line.Value}",
        }).ShouldBe(
        [
            "NAME Schools in Motion 2024: Monday 8 January or Tuesday 9 January · Aoife Ní Bhriain · “grading”",
            "X-WR-CALNAME Schools in Motion 2024: Monday 8 January or Tuesday 9 January · Aoife Ní Bhriain · “grading”",
            "URL https://agenda.example.org/schools-2024?day=2024-01-08&day=2024-01-09&person=018c8000-0000-7000-8000-000000000401&q=grading",
            "SOURCE https://agenda.example.org/calendars/schools-2024.ics?day=2024-01-08&day=2024-01-09&person=018c8000-0000-7000-8000-000000000401&q=grading",
            "LAST-MODIFIED 20231220T093000Z",
            "REFRESH-INTERVAL PT1H",
            "X-PUBLISHED-TTL PT1H",
        ]);
        bytes.Length.ShouldBe((int)feed.Length);
    }

    [Fact]
    public async Task A_feed_that_finds_nothing_is_a_calendar_all_the_same()
    {
        var feed = Feed(new() { Rooms = ["arbutus-room"], Types = ["BR"] });
        CalendarText.Lines(await BytesOf(feed)).Select(line => line.Name).ShouldBe(
            ["BEGIN", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "URL", "SOURCE", "LAST-MODIFIED", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "END"]);
        (await Uids(feed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Spellings_of_one_filter_are_one_feed()
    {
        var (one, other) = (
            Feed(new() { Days = ["2024-01-09", "2024-01-08"], Rooms = ["arbutus-room"], Languages = ["EN"], Queries = ["professional  networks", "chess"] }),
            Feed(new() { Queries = ["chess", "professional networks", "chess"], Languages = ["en", "En"], Rooms = ["arbutus-room", "arbutus-room"], Days = ["2024-01-08", "2024-01-09", "2024-01-08"] }));
        (await BytesOf(one)).ShouldBe(await BytesOf(other));
        one.Tag.ShouldBe(other.Tag);
        (await Uids(one)).ShouldBe(Uids(501));
    }

    [Fact]
    public void Filters_that_ask_for_nothing_are_the_whole_feed()
    {
        var calendar = Calendar(HandmadeRelease.Document);
        calendar.Feed(new FeedFilter(new()), [0], default).ShouldBeSameAs(calendar.Whole);
        calendar.Feed(new FeedFilter(new() { Queries = ["chess", "  "] }), [0], default).ShouldBeSameAs(calendar.Whole);
    }

    [Fact]
    public void A_tag_stands_for_the_bytes()
    {
        var document = HandmadeRelease.Document;
        var again = Calendar(document with { Note = "Notes are in no feed." });
        var retitled = Calendar(document with { Sessions = [HandmadeRelease.MasterclassC with { Title = "Other" }, .. document.Sessions.Skip(1)] });
        var monday = new AgendaFilter { Days = ["2024-01-08"] };
        var tuesday = new AgendaFilter { Days = ["2024-01-09"] };

        again.Whole.Tag.ShouldBe(Calendar(document).Whole.Tag);
        Feed(monday, document).Tag.ShouldBe(Feed(monday).Tag);
        Feed(tuesday).Tag.ShouldNotBe(Feed(monday).Tag);
        retitled.Whole.Tag.ShouldNotBe(again.Whole.Tag);
    }

    [Fact]
    public async Task A_download_is_one_event_without_what_makes_a_subscription()
    {
        var agenda = new PublishedAgenda(HandmadeRelease.Document);
        var download = await BytesOf(new ReleaseCalendar(agenda, Address).Download(agenda.Session("MC-C")!, default));
        var lines = CalendarText.Lines(download);
        lines.TakeWhile(line => line.Value != "VEVENT").Select(line => $"{line.Name}:{line.Value}")
            .ShouldBe(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Agenda//Agenda//EN", "CALSCALE:GREGORIAN"]);
        lines[^1].Value.ShouldBe("VCALENDAR");
        CalendarText.Components(download, "VEVENT").ShouldHaveSingleItem()["UID"].Text.ShouldBe(Uids(501)[0]);
    }

    [Fact]
    public void Descriptions_say_the_time_of_the_conference()
    {
        Description(new(2024, 7, 27, 7, 0), 60).ShouldStartWith("Masterclass\nSaturday, 27 July 2024, 07:00 to 08:00 IST (Europe/Dublin)\n");
        Description(new(2024, 10, 27, 0, 30), 120).ShouldStartWith("Masterclass\nSunday, 27 October 2024, 00:30 IST to 01:30 GMT (Europe/Dublin)\n");
        Description(new(2024, 10, 27, 1, 30), 60, Offset.Zero).ShouldStartWith("Masterclass\nSunday, 27 October 2024, 01:30 to 02:30 GMT (Europe/Dublin)\n");
    }

    [Fact]
    public void A_session_that_is_one_talk_says_its_title_once()
    {
        var talk = HandmadeRelease.Excursion with
        {
            LocalStart = new(2024, 1, 8, 9, 0),
            Minutes = 30,
            Contributions = [new(new(HandmadeRelease.Guid(604)), "EX-1.1", HandmadeRelease.Excursion.Title, null, 30, [new(HandmadeRelease.Aoife.Id, true), new(HandmadeRelease.Mariam.Id, false)])],
        };
        Description(talk).ShouldBe(
            "Masterclass\nMonday, 8 January 2024, 09:00 to 09:30 GMT (Europe/Dublin)\nSpeakers: Aoife Ní Bhriain, مريم الحسن\nChair: Łukasz Żółkiewski\n\nhttps://x.example/");
    }

    private static string Description(LocalDateTime start, int minutes, Offset? offset = null) =>
        Description(HandmadeRelease.Excursion with { LocalStart = start, Minutes = minutes, Offset = offset });

    private static string Description(ReleasedSession session)
    {
        var published = new PublishedAgenda(HandmadeRelease.Document with { Sessions = [session] });
        return SessionDescription.Of(published.Sessions[0], published.Sessions[0].Times!.Value, published.Zone, "https://x.example/");
    }

    private static ReleaseCalendar Calendar(ReleaseDocument document) => new(new PublishedAgenda(document), Address);

    private static IContent Feed(AgendaFilter filter, ReleaseDocument? document = null)
    {
        var agenda = new PublishedAgenda(document ?? HandmadeRelease.Document);
        var selection = agenda.Select(filter);
        selection.Unknown.ShouldBeNull();
        return new ReleaseCalendar(agenda, Address).Feed(new FeedFilter(filter), selection.Sessions, default);
    }

    private static async Task<byte[]> BytesOf(IContent content)
    {
        using var bytes = new MemoryStream();
        await content.WriteToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static async Task<string[]> Uids(IContent content) => [.. CalendarText.Components(await BytesOf(content), "VEVENT").Select(e => e["UID"].Text)];

    private static string[] Uids(params int[] sessions) => [.. sessions.Select(n => $"{HandmadeRelease.Guid(n)}@agenda.example.org")];
}
