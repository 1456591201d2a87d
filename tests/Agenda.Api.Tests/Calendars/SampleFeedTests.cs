using Microsoft.AspNetCore.Hosting;

namespace Agenda.Api.Tests.Calendars;

/// <summary>Every feed of the sample conference, seen by parsers that are not ours.</summary>
public sealed class SampleFeedTests(SampleFeeds sample) : IClassFixture<SampleFeeds>
{
    [Theory, MemberData(nameof(IndependentReaders.All), MemberType = typeof(IndependentReaders))]
    public async Task Say_what_the_agenda_says_wherever_the_machine_is(string reader)
    {
        var feeds = await sample.Feeds;
        feeds.Feeds.ShouldBeGreaterThan(100);
        foreach (var zone in IndependentReaders.MachineZones)
            await feeds.ShouldBeReadBy(reader, zone);
    }
}

/// <summary>The service as it is after the first start, and all feeds that it offers.</summary>
public sealed class SampleFeeds : AgendaHost
{
    private Task<FeedFolder>? feeds;

    internal Task<FeedFolder> Feeds => feeds ??= new PublishedFeeds(Reader(), Infrastructure.Samples.SampleConference.Slug).FetchAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
    }

    public override async ValueTask DisposeAsync()
    {
        if (feeds is not null)
            (await feeds).Dispose();
        await base.DisposeAsync();
    }
}
