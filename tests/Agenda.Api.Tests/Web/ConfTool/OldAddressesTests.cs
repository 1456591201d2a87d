using System.Net;
using Agenda.Api.Tests.Databases;
using Agenda.Api.Tests.Interchange;

namespace Agenda.Api.Tests.Web.ConfTool;

/// <summary>A conference that was imported from a file with numbers only, and published.</summary>
public sealed class ImportedByNumber : IAsyncLifetime
{
    public AgendaHost Host { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var given = await Given.Conference(Host, "imported", "Europe/Brussels", "2024-02-03", "2024-02-04", "Imported");
        await given.Imported(System.Text.RegularExpressions.Regex.Replace(ImportStory.File(), " guid=\"[^\"]*\"", ""));
        // Links have the number, whatever the session is called by now.
        var talk = (await given.Organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray().Single(s => s.GetProperty("code").GetString() == "2");
        (await given.Organiser.Put($"{given.Path}/sessions/{talk.GetProperty("id").GetGuid()}", $"\"{talk.GetProperty("version")}\"", new
        {
            code = "TALK-2",
            title = "Renamed",
            type = talk.GetProperty("type").GetString(),
            status = "confirmed",
        })).ShouldBe(HttpStatusCode.OK);
        await given.PublishedAsItIs();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

public sealed class OldAddressesTests(ImportedByNumber conference) : IClassFixture<ImportedByNumber>
{
    [Theory]
    [InlineData("index.php?page=browseSessions", "")]
    [InlineData("index.php?page=browseSessions&form_date=2024-02-03", "?day=2024-02-03")]
    [InlineData("index.php?page=browseSessions&form_date=all&presentations=show&abstracts=show", "?day=all")]
    [InlineData("index.php?page=browseSessions&form_date=2024-02-03&mode=table", "?day=2024-02-03&view=grid")]
    [InlineData("index.php?page=browseSessions&mode=table", "?view=grid")]
    [InlineData("index.php?page=browseSessions&mode=list&cols=3&print=export&ismobile=false", "")]
    [InlineData("index.php?page=browseSessions&form_date=2024-02-09", "")]
    [InlineData("index.php?page=browseSessions&form_date=2024-13-45", "")]
    [InlineData("index.php?page=browseSessions&form_date=//evil.example/", "")]
    [InlineData("index.php?form_session=1&form_date=all", "/sessions/1")]
    [InlineData("index.php?page=browseSessions&form_session=2", "/sessions/TALK-2")]
    [InlineData("index.php?page=browseSessions&form_session=999&form_date=2024-02-03", "?day=2024-02-03")]
    [InlineData("index.php?page=browseSessions&form_session=//evil.example/", "")]
    [InlineData("index.php?page=browseSessions&form_session=%0D%0ALocation:%20https://evil.example", "")]
    [InlineData("index.php?page=browseSessions&form_session=1&form_session=2", "")]
    [InlineData("index.php?page=browseSessions&form_room=17", "")]
    [InlineData("index.php?page=https://evil.example/", "")]
    [InlineData("sessions.php", "")]
    [InlineData("sessions.php?form_date=2024-02-03", "?day=2024-02-03")]
    public async Task Leads_to_the_view_that_matches(string old, string view)
    {
        foreach (var prefix in (string[])["/imported/", "/"])
        {
            var answer = await Get(prefix + old);

            answer.StatusCode.ShouldBe(HttpStatusCode.Found);
            var target = answer.Headers.Location!.OriginalString;
            target.ShouldBe($"/imported{view}");
            answer.Headers.CacheControl!.ToString().ShouldBe("no-cache");
            (await conference.Host.Reader().Read(target)).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_number_is_shown_nowhere()
    {
        var session = (await conference.Host.Reader().Read("/api/v1/conferences/imported/agenda"))["sessions"][0].GetProperty("code").GetString();
        (await conference.Host.Reader().Read($"/api/v1/conferences/imported/agenda/sessions/{session}")).Text.ShouldNotContain("externalId");
    }

    [Fact]
    public async Task Where_there_is_no_conference_of_that_name_there_is_nothing() =>
        (await Get("/nowhere/index.php?page=browseSessions")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Where_there_are_several_conferences_the_bare_address_leads_to_their_list()
    {
        await using var host = new AgendaHost();
        foreach (var slug in (string[])["one", "two"])
        {
            var given = await Given.Conference(host, slug);
            await given.Type("MC", "Masterclass");
            await given.Session("X", "Published");
            await given.Published();
        }

        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Reader().BaseAddress };
        (await client.GetAsync("/index.php?form_session=1", TestContext.Current.CancellationToken)).Headers.Location!.OriginalString.ShouldBe("/");
    }

    private async Task<HttpResponseMessage> Get(string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = conference.Host.Reader().BaseAddress };
        return await client.GetAsync(path, TestContext.Current.CancellationToken);
    }
}
