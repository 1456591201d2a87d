using System.Net;
using System.Text;
using Agenda.Api.Tests.Interchange;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Archives;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Archives;

/// <summary>What an archive carries to another installation is there as it was here, and makes the same archive again.</summary>
public sealed class ArchiveIdentityTests(AgendaHost host, ElsewhereHost elsewhere) : IClassFixture<AgendaHost>, IClassFixture<ElsewhereHost>
{
    private const string Rich = $"/api/v1/conferences/{RichConference.Slug}";


    [Fact]
    public async Task An_archive_of_an_archive_is_the_same_byte_for_byte()
    {
        var first = await host.Organiser().Archived(await RichAsync());

        elsewhere.Clock.Now = host.Clock.Now;
        var second = await elsewhere.Organiser().Archived(RichConference.Slug);

        ArchiveFile.Read(second).Entries.Select(e => e.Name).ShouldBe(ArchiveFile.Read(first).Entries.Select(e => e.Name));
        foreach (var (name, content) in ArchiveFile.Read(first).Entries)
            ArchiveFile.Read(second).Content(name).ShouldBe(content, name);
        second.ShouldBe(first);
    }

    [Fact]
    public async Task Leaves_accounts_tokens_stars_and_the_erased_behind()
    {
        var archive = ArchiveFile.Read(await host.Organiser().Archived(await RichAsync()));
        var (stored, carried) = (StoredRows.Whole(host), string.Join('\n', archive.Entries.Select(e => Encoding.UTF8.GetString(e.Content))));

        foreach (var secret in RichConference.Secrets.Where(s => s is not ("Forgotten" or "aodh@example.org")))
            stored.ShouldContain(secret);
        foreach (var secret in RichConference.Secrets)
            carried.ShouldNotContain(secret);
        carried.ShouldContain("maja@example.org");
        var there = StoredRows.Of(elsewhere);
        there["memberships"].Concat(there["invitations"]).Concat(there["api_tokens"]).Concat(there["stars"]).Concat(there["my_agendas"]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/calendars/lighthouses.ics")]
    [InlineData("/calendars/lighthouses.ics?tz=local&room=lamp-room")]
    [InlineData("/api/v1/conferences/lighthouses")]
    [InlineData("/api/v1/conferences/lighthouses/agenda")]
    [InlineData("/api/v1/conferences/lighthouses/agenda?release=1")]
    [InlineData("/api/v1/conferences/lighthouses/agenda/sessions/MC-A")]
    [InlineData("/api/v1/conferences/lighthouses/agenda/people")]
    [InlineData("/api/v1/conferences/lighthouses/releases")]
    [InlineData("/api/v1/conferences/lighthouses/releases/2/changes")]
    [InlineData("/api/v1/conferences/lighthouses/releases/atom")]
    [InlineData("/lighthouses/sessions/MC-A")]
    [InlineData("/lighthouses/people")]
    [InlineData("/lighthouses/changes")]
    public async Task Readers_get_the_same_apart_from_the_host_in_addresses(string path)
    {
        await RichAsync();
        elsewhere.Clock.Now = host.Clock.Now;

        var (here, there) = (await host.Reader().Read(path), await elsewhere.Reader().Read(path));

        here.ShouldBe(HttpStatusCode.OK);
        there.ShouldBe(HttpStatusCode.OK);
        // Lines of calendars are folded by their length.
        Bare(there).Replace("elsewhere.example.net", "agenda.example.org", StringComparison.Ordinal).ShouldBe(Bare(here));
    }

    [Fact]
    public async Task Sessions_keep_the_UIDs_under_which_calendars_know_them()
    {
        await RichAsync();
        (await elsewhere.Reader().Read("/calendars/lighthouses.ics")).Text.ShouldContain("@before.example.org");

        var given = await Given.Conference(host, "uids");
        await given.Type("MC", "Masterclass");
        var session = await given.Placed(await given.Session("MC-1", "Networks"), null, "2024-01-08T14:00:00", 30);
        await given.Published();
        var archive = await host.Organiser().Archived("uids");
        ArchiveFile.Read(archive).Json(ArchiveLayout.Conference)["uidHost"]!.GetValue<string>().ShouldBe("agenda.example.org");
        (await elsewhere.Organiser().ImportArchive(archive, "?as=uids-moved")).ShouldBe(HttpStatusCode.Created);

        var feed = (await elsewhere.Reader().Read("/calendars/uids-moved.ics")).ShouldBe(HttpStatusCode.OK).Text.Replace("\r\n ", "", StringComparison.Ordinal);
        feed.ShouldContain($"UID:{session.Id}@agenda.example.org");
        feed.ShouldContain("https://elsewhere.example.net/uids-moved/sessions/MC-1");
        feed.ShouldNotContain("/uids/");
    }

    [Fact]
    public async Task The_sample_comes_through()
    {
        await using (var scope = host.Services.CreateAsyncScope())
            await SampleConference.AddToAsync(scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), host.Clock.Now, TestContext.Current.CancellationToken);
        await host.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);

        await ComesThroughAsync(SampleConference.Build().Conference.Slug);
    }

    [Theory]
    [InlineData("fosdem-2024.schedule.xml", "Europe/Brussels")]
    [InlineData("debconf-2023.schedule.xml", "Asia/Kolkata")]
    [InlineData("camp-2019.schedule.json", "Europe/Berlin")]
    [InlineData("democon.schedule.json", "UTC")]
    [InlineData("hub.schedule2.json", "Europe/Berlin")]
    public async Task Real_programmes_come_through(string name, string zone)
    {
        var file = ScheduleFixtures.Real(name);
        var given = await Given.Conference(host, $"real-{name.Split('.')[0]}", zone, "2019-01-01", "2020-01-01");
        await given.Imported(file);
        await given.PublishedAsItIs();

        await ComesThroughAsync(given.Slug);
    }

    private async Task ComesThroughAsync(string slug)
    {
        var first = ArchiveFile.Read(await host.Organiser().Archived(slug));
        (await elsewhere.Organiser().ImportArchive(first.Bytes())).ShouldBe(HttpStatusCode.Created);
        var second = ArchiveFile.Read(await elsewhere.Organiser().Archived(slug));

        second.Entries.Select(e => (e.Name, Text(e.Content))).ShouldBe(first.Entries.Select(e => (e.Name, Text(e.Content))));
        Bare(await elsewhere.Reader().Read($"/calendars/{slug}.ics")).Replace("elsewhere.example.net", "agenda.example.org", StringComparison.Ordinal)
            .ShouldBe(Bare(await host.Reader().Read($"/calendars/{slug}.ics")));

        static string Text(byte[] content) => Encoding.UTF8.GetString(content);
    }

    // Made once, here, and brought there, before anything else is.
    private async Task<string> RichAsync()
    {
        if ((await elsewhere.Organiser().Read(Rich)).Status == HttpStatusCode.OK)
            return RichConference.Slug;

        await RichConference.MakeAsync(host);
        var archive = await host.Organiser().Archived(RichConference.Slug);
        var tried = (await elsewhere.Organiser().ImportArchive(archive, "?dryRun=true")).ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Organiser().Read(Rich)).ShouldBe(HttpStatusCode.NotFound);
        var done = (await elsewhere.Organiser().ImportArchive(archive)).ShouldBe(HttpStatusCode.Created);
        done.Text.ShouldBe(tried.Text.Replace("\"dryRun\":true", "\"dryRun\":false", StringComparison.Ordinal));
        return RichConference.Slug;
    }

    private static string Bare(Answer answer) => answer.Text.Replace("\r\n ", "", StringComparison.Ordinal);
}
