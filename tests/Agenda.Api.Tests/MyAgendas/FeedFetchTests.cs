using System.Net;
using Agenda.Api.Calendars;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Agenda.Api.Tests.MyAgendas;

public sealed class FeedFetchTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    /// <summary>As these programs call themselves.</summary>
    public static TheoryData<string, string> Programs => new()
    {
        { "google", "Google-Calendar-Importer" },
        { "google", "Mozilla/5.0 (compatible; Google-Apps-Script)" },
        { "apple", "iOS/17.2.1 (21C66) dataaccessd/1.0" },
        { "apple", "iOS/18.1 (22B83) accountsd/1.0" },
        { "apple", "macOS/14.2.1 (23C71) CalendarAgent/988" },
        { "apple", "Mac OS X/10.15.7 (19H2) CalendarAgent/930.5.1" },
        { "apple", "Mac+OS+X/10.12.6 (16G29) CalendarAgent/386" },
        { "apple", "DAVKit/4.0.3 (732.2); CalendarStore/4.0.4 (997.7); iCal/4.0.4 (1395.7); Mac OS X/10.6.8 (10K549)" },
        { "outlook", "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17126; Pro)" },
        { "outlook", "Mozilla/4.0 (compatible; ms-office; MSOffice 16)" },
        { "outlook", "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0E; .NET4.0C; Microsoft Outlook 16.0.5083; ms-office; MSOffice 16)" },
        { "outlook", "Outlook-iOS/723.3947028.prod.iphone (2.94.0)" },
        { "outlook", "Microsoft.Exchange/15.20.7228.000" },
        { "thunderbird", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0" },
        { "thunderbird", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:60.0) Gecko/20100101 Thunderbird/60.9.1 Lightning/6.2.9.1" },
        { "android", "ICSx5/2.2.3 (2024-06-01; ktor-client) Android/14" },
        { "android", "Dalvik/2.1.0 (Linux; U; Android 14; Pixel 7 Build/UQ1A)" },
        { "nextcloud", "Nextcloud Server Crawler" },
        { "proton", "ProtonCalendar/5.0" },
        { "fastmail", "Fastmail/1.0" },
        { "evolution", "Evolution/3.52.3" },
        { "yahoo", "YahooCalendar/1.0" },
        { "browser", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36" },
        { "browser", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1" },
        { "browser", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Safari/605.1.15" },
        { "browser", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36" },
        { "other", "curl/8.5.0" },
        { "other", "" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Programs_are_known_by_what_they_call_themselves(string kind, string userAgent) =>
        $"{CalendarClients.Of(userAgent)}".ToLowerInvariant().ShouldBe(kind);

    [Fact]
    public async Task Each_kind_of_program_is_shown_at_once_with_when_it_looked_last_the_newest_first()
    {
        var attendee = await Situation(host);
        (await attendee.ReadAsync())["fetches"].GetArrayLength().ShouldBe(0);
        var feed = await attendee.ReadFeedAsync("", ("User-Agent", "Google-Calendar-Importer"));
        host.Clock.Now += Duration.FromMinutes(1);
        (await attendee.ReadFeedAsync("", ("User-Agent", "iOS/17.2.1 (21C66) dataaccessd/1.0"), ("If-None-Match", feed.Tag))).ShouldBe(HttpStatusCode.NotModified);

        var began = host.Clock.Now - Duration.FromMinutes(1);
        Fetches(await attendee.ReadAsync()).ShouldBe([$"apple {began + Duration.FromMinutes(1)}", $"google {began}"]);

        host.Clock.Now += Duration.FromMinutes(1);
        await attendee.ReadFeedAsync("", ("User-Agent", "Google-Calendar-Importer"));
        await attendee.ReplaceFeedTokenAsync();
        Fetches(await attendee.ReadAsync()).ShouldBe([$"google {began + Duration.FromMinutes(2)}", $"apple {began + Duration.FromMinutes(1)}"]);
    }

    [Fact]
    public async Task What_another_process_noted_is_kept_when_it_ends_and_nothing_older_overwrites_it()
    {
        var attendee = await Situation(host);
        await attendee.ReadFeedAsync("", ("User-Agent", "Thunderbird"));
        await using (var second = new SecondProcess(host))
        {
            second.Clock.Now = host.Clock.Now + Duration.FromHours(1);
            await attendee.At(second.Reader()).ReadFeedAsync("", ("User-Agent", "Thunderbird"));
            await attendee.At(second.Reader()).ReadFeedAsync("", ("User-Agent", "Outlook"));
        }

        var expected = (string[])[$"outlook {host.Clock.Now + Duration.FromHours(1)}", $"thunderbird {host.Clock.Now + Duration.FromHours(1)}"];
        Fetches(await attendee.ReadAsync()).ShouldBe(expected);
        await using (var scope = host.Services.CreateAsyncScope())
            await host.Get<FetchLog>().WriteAsync(scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), TestContext.Current.CancellationToken);
        Fetches(await attendee.ReadAsync()).ShouldBe(expected);
    }

    private static IEnumerable<string> Fetches(Answer mine) =>
        mine["fetches"].EnumerateArray().Select(f => $"{f.GetProperty("client").GetString()} {f.GetProperty("at").GetString()}");

    private static async Task<Attendee> Situation(AgendaHost host)
    {
        var (_, sessions) = await Starred.ConferenceAsync(host, $"fetched-{Interlocked.Increment(ref unique)}");
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"]);
        return attendee;
    }
}
