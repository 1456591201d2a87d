using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Agenda.Api.Interchange;

namespace Agenda.Api.Tests.Interchange;

/// <summary>A programme is fetched from a ConfTool site, and from nowhere else.</summary>
public sealed class ConfToolSiteTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Sessions_papers_and_people_are_fetched_with_a_number_that_rises_and_the_hash_of_the_passphrase()
    {
        var site = await FakeConfTool.Shared;
        var address = site.NewSite();
        var given = await Given.Conference(host, "site-all", "Europe/Dublin", "2031-01-01", "2031-01-05");

        (await Fetch(given, address)).ShouldBe(HttpStatusCode.OK)["created"].GetInt32().ShouldBe(1);
        (await Fetch(given, $"{address}index.php?page=browseSessions", "papers")).ShouldBe(HttpStatusCode.OK)["updated"].GetInt32().ShouldBe(1);
        (await Fetch(given, address[..^1], "people")).ShouldBe(HttpStatusCode.OK).Tally("people").ShouldBe((0, 1, 0));

        (await given.Programme())["Designing & Leading Networks"].GetProperty("contributions")[0].GetProperty("title").GetString().ShouldBe("A paper");
        lock (site.Asked)
            site.Asked.ShouldContain("adminExport sessions xml presentations,presentations_abstracts");
    }

    [Fact]
    public async Task What_the_site_says_instead_of_an_export_is_told_although_its_status_is_200()
    {
        var site = await FakeConfTool.Shared;
        var address = site.NewSite();
        var given = await Given.Conference(host, "site-says", "Europe/Dublin", "2031-01-01", "2031-01-05");
        var before = await host.Everything();

        var answer = await Fetch(given, address, passphrase: "wrong secret");

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "conftool-refused");
        answer.Text.ShouldContain("Invalid passphrase or nonce");
        answer.Text.ShouldNotContain("wrong secret");
        (await host.Everything()).ShouldBe(before);
    }

    [Theory]
    [InlineData("http://localhost:1/x/", "conftool-address")]
    [InlineData("https://localhost:1/x/", "address-not-allowed")]
    [InlineData("https://10.0.0.1/x/", "address-not-allowed")]
    [InlineData("https://[::1]/x/", "address-not-allowed")]
    [InlineData("https://[::ffff:169.254.169.254]/latest/", "address-not-allowed")]
    [InlineData("https://0x0a000001/", "address-not-allowed")]
    [InlineData("ftp://conftool.example.org/", "conftool-address")]
    [InlineData("file:///etc/passwd", "conftool-address")]
    [InlineData("https://user:secret@conftool.example.org/", "conftool-address")]
    [InlineData("icsei2024", "conftool-address")]
    public async Task Addresses_that_are_none_or_lead_into_the_services_own_network_are_refused(string address, string code)
    {
        var given = await Given.Conference(host, $"site-no-{Math.Abs(address.GetHashCode(StringComparison.Ordinal))}", "Europe/Dublin", "2031-01-01", "2031-01-05");

        // 127.0.0.1 is the one host that the tests' service allows.
        (await Fetch(given, address)).ShouldBeProblem(HttpStatusCode.BadRequest, code);
        (await given.Lines()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirection_is_not_followed_and_nobody_there_is_told()
    {
        var site = await FakeConfTool.Shared;
        var address = site.NewSite();
        var given = await Given.Conference(host, "site-moved", "Europe/Dublin", "2031-01-01", "2031-01-05");

        (await Fetch(given, new Uri(new Uri(address), "/moved/").AbsoluteUri)).ShouldBeProblem(HttpStatusCode.BadRequest, "conftool-unreachable");
        (await Fetch(given, "http://127.0.0.1:1/x/")).ShouldBeProblem(HttpStatusCode.BadRequest, "conftool-unreachable");
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2a00:1450:4001:831::200e", true)]
    [InlineData("127.8.9.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.1.2.3", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_addresses_of_the_public_Internet_are_public(string address, bool isPublic) => PublicNetwork.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public async Task Whoever_wants_to_hears_how_far_an_import_is_and_at_the_end_the_report_or_the_refusal()
    {
        var given = await Given.Conference(host, "told", "Europe/Dublin", "2031-01-01", "2031-01-05");
        var rows = Enumerable.Range(1, 1_200).Select(n => ((string, string)[])[("session_ID", $"{n}"), ("session_short", $"S{n}"), ("session_title", $"Session {n}"), ("session_start", "2031-01-02 09:00"), ("session_end", "2031-01-02 10:00")]).ToArray();

        var events = await Events(given, new ConfToolFile(rows).Csv(), "?zone=Europe/Dublin");

        events.Take(events.Count - 1).ShouldAllBe(e => e.Name == "progress");
        events.Count.ShouldBeGreaterThan(1);
        (events[^2].Data.GetProperty("done").GetInt32(), events[^2].Data.GetProperty("of").GetInt32()).ShouldBe((1_200, 1_200));
        (events[^1].Name, events[^1].Data.GetProperty("created").GetInt32(), events[^1].Data.GetProperty("conference").GetString()).ShouldBe(("report", 1_200, "told"));

        var refused = (await Events(given, "<html/>", "?zone=Europe/Dublin")).ShouldHaveSingleItem();
        (refused.Name, refused.Data.GetProperty("code").GetString(), refused.Data.GetProperty("status").GetInt32()).ShouldBe(("refused", "not-a-schedule", 400));
    }

    private static async Task<List<(string Name, JsonElement Data)>> Events(Given given, string file, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{given.Path}/imports{query}") { Content = new StringContent(file, System.Text.Encoding.UTF8, "text/csv") };
        request.Headers.Add("Accept", "text/event-stream");
        using var answer = await given.Organiser.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('\n')).Select(e => (e.Single(l => l.StartsWith("event: ", StringComparison.Ordinal))[7..], JsonElement.Parse(e.Single(l => l.StartsWith("data: ", StringComparison.Ordinal))[6..])))];
    }

    private static Task<Answer> Fetch(Given given, string address, string export = "sessions", string passphrase = FakeConfTool.Passphrase) =>
        given.Organiser.Send(HttpMethod.Post, $"{given.Path}/imports/conftool?zone=Europe/Dublin", JsonContent.Create(new { address, passphrase, export }));
}
