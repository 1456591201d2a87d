using System.Net;
using Agenda.Api.MyAgendas;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Agenda.Api.Tests.MyAgendas;

public sealed class MyAgendaExpiryTests
{
    private const int KeepDays = 30;

    [Fact]
    public async Task Stars_are_kept_so_many_days_after_the_conference_and_the_agenda_goes_with_the_last()
    {
        await using var host = new KeepingHost(KeepDays);
        var (_, sessions) = await Starred.ConferenceAsync(host, "over");
        var attendee = await Attendee.NewAsync(host);
        (await attendee.StarredAsync(sessions["S-10"]))["keptUntil"].GetString().ShouldBe("2024-02-11");
        (await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.OK);

        host.Clock.Now = Instant.FromUtc(2024, 2, 12, 11, 59);
        await host.LookAfterAsync();
        (await attendee.ReadAsync()).ShouldBe(HttpStatusCode.OK)["stars"].GetArrayLength().ShouldBe(1);

        host.Clock.Now = Instant.FromUtc(2024, 2, 12, 12, 0);
        await host.LookAfterAsync();
        (await attendee.ReadAsync()).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
        host.Forget(attendee);
        (await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.NotFound);
        (await host.RowsAsync()).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Each_conference_takes_its_own_stars_with_it()
    {
        await using var host = new KeepingHost(KeepDays);
        var (_, over) = await Starred.ConferenceAsync(host, "over");
        var (next, later) = await Starred.ConferenceAsync(host, "later");
        var conference = await next.Organiser.Read(next.Path);
        (await next.Organiser.Put(next.Path, conference.Tag, new { slug = "later", name = "Later", timeZone = "Europe/Dublin", firstDay = "2024-01-08", lastDay = "2024-03-01" })).ShouldBe(HttpStatusCode.OK);
        var attendee = await Attendee.NewAsync(host);
        (await attendee.StarredAsync(over["S-10"], later["S-10"]))["keptUntil"].GetString().ShouldBe("2024-03-31");

        host.Clock.Now = Instant.FromUtc(2024, 3, 1, 0, 0);
        await host.LookAfterAsync();

        (await attendee.ReadAsync()).ShouldBe(HttpStatusCode.OK)["stars"].EnumerateArray().ShouldHaveSingleItem().GetProperty("conference").GetString().ShouldBe("later");
    }

    [Fact]
    public async Task An_agenda_without_stars_is_kept_for_as_long_after_it_was_used_last()
    {
        await using var host = new KeepingHost(KeepDays);
        var (_, sessions) = await Starred.ConferenceAsync(host, "unused");
        var (never, used) = (await Attendee.NewAsync(host), await Attendee.NewAsync(host));
        host.Clock.Now += Duration.FromDays(1);
        await used.StarredAsync(sessions["S-10"]);
        await used.UnstarAsync(sessions["S-10"]);

        host.Clock.Now += Duration.FromDays(KeepDays);
        await host.LookAfterAsync();
        (await never.ReadAsync()).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
        (await used.ReadAsync()).ShouldBe(HttpStatusCode.OK);

        host.Clock.Now += Duration.FromSeconds(1);
        await host.LookAfterAsync();
        (await used.ReadAsync()).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
    }

    [Fact]
    public async Task Kept_for_no_day_at_all_stars_stay_while_it_is_the_last_day_anywhere()
    {
        await using var host = new KeepingHost(0);
        var (_, sessions) = await Starred.ConferenceAsync(host, "west", "Pacific/Honolulu");
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"]);

        // Half past three in the afternoon of the last day there.
        host.Clock.Now = Instant.FromUtc(2024, 1, 13, 1, 30);
        await host.LookAfterAsync();

        (await attendee.ReadAsync()).ShouldBe(HttpStatusCode.OK)["stars"].GetArrayLength().ShouldBe(1);
    }

    private sealed class KeepingHost(int days) : AgendaHost
    {
        public async Task LookAfterAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            await MyAgendaExpiry.RunAsync(scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), Clock.Now, Get<MyAgendaSources>().KeptDays, TestContext.Current.CancellationToken);
        }

        public void Forget(Attendee attendee) => Get<MyFeeds>().Forget(Secret.HashOf(attendee.FeedToken));

        public async Task<(int Agendas, int Stars, int Fetches)> RowsAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
            var cancellation = TestContext.Current.CancellationToken;
            return (await db.MyAgendas.CountAsync(cancellation), await db.Stars.CountAsync(cancellation), await db.FeedFetches.CountAsync(cancellation));
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("MyAgendas:KeepDays", $"{days}");
        }
    }
}
