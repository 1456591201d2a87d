using System.Net;
using Agenda.Api.Tests.Audit;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Releases;

/// <summary>Where only so many releases are kept, of older ones there stays that they were.</summary>
public sealed class ReleaseRetentionTests(ReleaseRetentionTests.ForgetfulHost host) : IClassFixture<ReleaseRetentionTests.ForgetfulHost>
{
    private static int unique;

    [Fact]
    public async Task An_older_release_is_gone_but_for_that_it_was()
    {
        var given = await PublishedAsync(2);
        (await host.Reader().Read($"{given.Path}/agenda?release=1")).ShouldBe(HttpStatusCode.OK);

        var left = await given.Organiser.TracedMeanwhile(() => given.Published("Third"));

        left.Select(entry => $"{entry.Said("kind")} {entry.Said("label")} {entry.Said("act")}").Order().ShouldBe(["release 1 changed", "release 3 added"]);
        var reader = host.Reader();
        foreach (var path in (string[])["/agenda?release=1", "/releases/1/changes", "/releases/3/changes?since=1"])
            (await reader.Read(given.Path + path)).ShouldBeProblem(HttpStatusCode.Gone, "release-not-kept");
        foreach (var path in (string[])["/agenda?release=2", "/agenda?release=3", "/releases/3/changes"])
            (await reader.Read(given.Path + path)).ShouldBe(HttpStatusCode.OK);
        (await given.Organiser.Add($"{given.Path}/releases/1/restoration?dryRun=true", new { })).ShouldBeProblem(HttpStatusCode.Gone, "release-not-kept");
        (await reader.Read($"{given.Path}/agenda?release=4")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-release");
        (await reader.Read($"{given.Path}/releases/1")).ShouldBe(HttpStatusCode.OK)["note"].GetString().ShouldBe("Release 1");
        (await reader.Read($"{given.Path}/releases"))["items"].EnumerateArray().Select(r => r.GetProperty("number").GetInt32()).ShouldBe([3, 2, 1]);
        (await SizesAsync(given)).Select(size => size > 0).ShouldBe([false, true, true]);
    }

    [Fact]
    public async Task A_person_is_erased_from_the_releases_that_are_kept()
    {
        var given = await PublishedAsync(0);
        var person = await given.Person("Maja", "Łódzka");
        await given.Session("MC-2", "With her", more: new { chairs = new[] { person.Id } });
        for (var i = 0; i < 3; i++)
            await given.Published();

        var erased = (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{person.Id}/erasure", new { }, person.Tag)).ShouldBe(HttpStatusCode.OK);

        erased["releases"].EnumerateArray().Select(r => r.GetInt32()).ShouldBe([2, 3]);
        (await SizesAsync(given))[0].ShouldBe(0);
    }

    private async Task<Given> PublishedAsync(int releases)
    {
        var given = await Given.Conference(host, $"kept-{Interlocked.Increment(ref unique)}");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "One");
        for (var i = 1; i <= releases; i++)
            await given.Published($"Release {i}");
        return given;
    }

    private async Task<List<int>> SizesAsync(Given given)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        return await db.Conferences.Where(c => c.Slug == given.Slug).SelectMany(c => db.Releases.Where(r => r.ConferenceId == c.Id)).OrderBy(r => r.Number).Select(r => r.Document.Length)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    public sealed class ForgetfulHost : AgendaHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Releases:KeepDocuments", "2");
        }
    }
}
