using System.Net;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Agenda.Api.Tests.Releases;

/// <summary>New rules of a time zone move what was published by older ones.</summary>
public sealed class ZoneRulesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Older = "TZDB: 1999a (mapping: 1)";

    [Fact]
    public async Task Sessions_that_new_rules_move_are_listed_until_they_are_moved_or_published_again()
    {
        var given = await PublishedAsync("moved-by-rules");
        await PublishedByOlderRulesAsync(given.Slug, "MC-1", "MC-2");
        await host.Get<MovedByZoneRules>().LookAsync(TestContext.Current.CancellationToken);

        var ready = (await host.Reader().Read("/health/ready")).ShouldBe(HttpStatusCode.OK);
        var moved = ready["zoneRules"].GetProperty("moved").EnumerateArray().Single(m => m.GetProperty("conference").GetString() == given.Slug);
        ready["zoneRules"].GetProperty("tzdb").GetString().ShouldBe(ready["tzdb"].GetString());
        moved.GetRawText().ShouldBe($$"""{"conference":"moved-by-rules","release":1,"publishedWith":"{{Older}}","sessions":["MC-1","MC-2"],"count":2}""");
        (await ConflictsAsync(given)).ShouldBe(["MC-1 warning", "MC-2 warning"]);

        await given.Placed(await SessionAsync(given, "MC-1"), null, "2024-01-08T15:00:00", 60);
        (await ConflictsAsync(given)).ShouldBe(["MC-2 warning"]);

        await given.Published();
        await host.Get<MovedByZoneRules>().LookAsync(TestContext.Current.CancellationToken);
        (await ConflictsAsync(given)).ShouldBeEmpty();
        (await host.Reader().Read("/health/ready"))["zoneRules"].GetProperty("moved").EnumerateArray().Select(m => m.GetProperty("conference").GetString()).ShouldNotContain(given.Slug);
    }

    [Fact]
    public async Task Other_rules_that_move_nothing_are_not_told()
    {
        var given = await PublishedAsync("not-moved-by-rules");
        await PublishedByOlderRulesAsync(given.Slug);
        await host.Get<MovedByZoneRules>().LookAsync(TestContext.Current.CancellationToken);

        (await host.Reader().Read("/health/ready"))["zoneRules"].GetProperty("moved").EnumerateArray().Select(m => m.GetProperty("conference").GetString()).ShouldNotContain(given.Slug);
        (await ConflictsAsync(given)).ShouldBeEmpty();
    }

    private async Task<Given> PublishedAsync(string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Type("MC", "Masterclass");
        for (var i = 1; i <= 3; i++)
            await given.Placed(await given.Session($"MC-{i}", "Night"), null, $"2024-01-08T1{i}:00:00", 30);
        await given.Published();
        return given;
    }

    // As if the rules had said another offset for these sessions when they were published.
    private async Task PublishedByOlderRulesAsync(string slug, params string[] moved)
    {
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
            var conference = await db.Conferences.Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken);
            var release = (await ReleaseStore.ReadAsync(db, conference, null, TestContext.Current.CancellationToken))!;
            var older = release with
            {
                TzdbVersion = Older,
                Sessions = [.. release.Sessions.Select(s => moved.Contains(s.Code) ? s with { PublishedStart = s.PublishedStart!.Value - Duration.FromHours(1) } : s)],
            };
            await ReleaseStore.RewriteAsync(db, older, TestContext.Current.CancellationToken);
        }

        await host.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string[]> ConflictsAsync(Given given) =>
        [.. (await given.Organiser.Read($"{given.Path}/conflicts?rule=zone-rules-changed")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray()
            .Select(c => $"{c.GetProperty("sessions")[0].GetProperty("code").GetString()} {c.GetProperty("severity").GetString()}")];

    private static async Task<Answer> SessionAsync(Given given, string code)
    {
        var id = (await given.Organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray().Single(s => s.GetProperty("code").GetString() == code).GetProperty("id").GetGuid();
        return await given.Organiser.Read($"{given.Path}/sessions/{id}");
    }
}
