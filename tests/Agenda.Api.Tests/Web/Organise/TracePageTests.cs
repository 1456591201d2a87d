using Agenda.Api.Tests.Audit;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Audit;

namespace Agenda.Api.Tests.Web.Organise;

/// <summary>Who changed what, as a page.</summary>
public sealed class TracePageTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Each_edit_tells_what_was_before_and_after_the_newest_first()
    {
        var given = await Given.Conference(host, "trace");
        await given.Type("MC", "Masterclass");
        await given.Room("Arbutus Room", 60);
        var ada = await given.Person("Ada", "Byrne");
        var session = await given.Session("MC-1", "Networks", more: new { chairs = new[] { ada.Id } });
        await given.Placed(session, "arbutus-room", "2024-01-08T14:00:00", 150);
        using var browser = await ConsoleReader.SignedInAsync(host, "trace", ConferenceRole.Organiser);

        var page = await browser.GetAsync($"/organise/trace/audit?session={session.Id}");

        page.Html.Texts(".trace h2").ShouldBe(["Session MC-1 changed", "Session MC-1 added"]);
        page.Html.Texts(".trace > li:first-child dt").ShouldBe(["Room", "Start", "Minutes"], ignoreOrder: true);
        page.Html.Texts(".trace > li:first-child ins bdi").ShouldBe(["arbutus-room", "Monday 8 January, 14:00", "150"], ignoreOrder: true);
        page.Html.Texts(".trace > li:first-child del").ShouldBeEmpty();
        page.Html.Texts(".trace > li:last-child ins bdi").ShouldContain("Ada Byrne");
        page.Html.Text(".note.good").ShouldStartWith("Only edits of MC-1.");
    }

    [Fact]
    public async Task The_filters_leave_what_they_say()
    {
        var given = await Given.Conference(host, "trace-filters");
        await given.Type("MC", "Masterclass");
        var ada = await given.Person("Ada", "Byrne");
        await given.Session("MC-1", "Networks");
        using var browser = await ConsoleReader.SignedInAsync(host, "trace-filters", ConferenceRole.Organiser);

        (await SentencesAsync("?kind=session+type")).ShouldBe(["Session type MC added"]);
        (await SentencesAsync($"?person={ada.Id}&kind=")).ShouldBe(["Person Ada Byrne added"]);
        (await SentencesAsync("?session=none")).ShouldBeEmpty();
        (await SentencesAsync($"?account={Guid.CreateVersion7()}")).ShouldBeEmpty();
        (await SentencesAsync("?until=2001-01-01")).ShouldBeEmpty();
        (await SentencesAsync("?from=2001-01-01&until=2999-01-01&kind=session")).ShouldBe(["Session MC-1 added"]);
        (await SentencesAsync("?from=9999-12-31&until=0001-01-01&kind=session")).ShouldBe(["Session MC-1 added"], "days that no calendar has are not asked for");
        (await browser.GetAsync("/organise/trace-filters/audit?kind=session")).Html.QuerySelector("[data-csv]")!.GetAttribute("href").ShouldBe("/organise/trace-filters/audit.csv?kind=session");
        var table = await browser.GetAsync("/organise/trace-filters/audit.csv?kind=session");
        table.Text.ShouldContain("MC-1");
        table.Text.ShouldNotContain("Byrne");

        async Task<IEnumerable<string>> SentencesAsync(string query) => (await browser.GetAsync($"/organise/trace-filters/audit{query}")).Html.Texts(".trace h2");
    }

    [Fact]
    public async Task A_long_trace_is_read_page_by_page_and_no_edit_twice()
    {
        await Given.Conference(host, "trace-long");
        await host.SaveAsync(AuditActor.Service, db =>
        {
            var conference = db.Conferences.Single(c => c.Slug == "trace-long").Id;
            for (var i = 1; i <= 120; i++)
                db.Note(new AuditNote(AuditKinds.Invitation, AuditAct.Added) { Conference = conference, Label = $"{i}" });
        });
        using var browser = await ConsoleReader.SignedInAsync(host, "trace-long", ConferenceRole.Owner);

        List<string> read = [];
        for (var address = "/organise/trace-long/audit?kind=invitation"; address is not null;)
        {
            var page = await browser.GetAsync(address);
            read.AddRange(page.Html.Texts(".trace h2"));
            address = page.Html.QuerySelector("[rel=next]")?.GetAttribute("href");
        }

        read.ShouldBe(Enumerable.Range(1, 120).Reverse().Select(i => $"Invitation {i} added"));
    }
}
