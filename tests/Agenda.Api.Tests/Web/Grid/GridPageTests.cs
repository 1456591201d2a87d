using Agenda.Api.Web;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Tests.Web.Grid;

/// <summary>The grid as a page: a day at a time, with everything that the list has.</summary>
public sealed class GridPageTests
{
    [Fact]
    public async Task Shows_the_first_day_that_the_filter_leaves_and_only_that()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.Opening, Harbour.Papers), new AgendaFilter { Languages = ["ga"] }, asGrid: true);

        page.Texts(".day > h2").ShouldBe(["Tuesday 9 January 2024"]);
        page.Texts(".tile .code").ShouldBe(["PS-1"]);
        page.Text(".hits p").ShouldBe("1 session");
        page.QuerySelectorAll(".days a[aria-current]").Single().TextContent.ShouldStartWith("9");
    }

    [Fact]
    public async Task Shows_today_while_the_conference_runs()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.Opening, Harbour.Papers), asGrid: true, now: Instant.FromUtc(2024, 1, 9, 8, 0));

        page.Texts(".day > h2").ShouldBe(["Tuesday 9 January 2024"]);
    }

    [Fact]
    public async Task Every_link_and_the_search_keep_the_view_and_what_else_is_chosen()
    {
        var filter = new AgendaFilter { Tracks = ["networks"], Queries = ["a&b"] };

        var page = await Html.AgendaAsync(Harbour.Published(Harbour.MasterclassC, Harbour.Papers), filter, asGrid: true);

        page.QuerySelectorAll(".days a").Select(a => a.GetAttribute("href")).ShouldBe(
        [
            "/harbour-24?day=2024-01-08&track=networks&q=a%26b&view=grid",
            "/harbour-24?day=2024-01-09&track=networks&q=a%26b&view=grid",
            "/harbour-24?day=2024-01-10&track=networks&q=a%26b&view=grid",
        ]);
        page.QuerySelectorAll(".views a").Select(a => (a.TextContent, a.GetAttribute("href"), a.GetAttribute("aria-current"))).ShouldBe(
        [
            ("List", "/harbour-24?track=networks&q=a%26b", null),
            ("Grid", "/harbour-24?track=networks&q=a%26b&view=grid", "page"),
        ]);
        page.QuerySelectorAll("form[role=search] input").Select(input => (input.GetAttribute("name"), input.GetAttribute("value"))).ShouldBe(
            [("view", "grid"), ("track", "networks"), ("q", "a&b")]);
        page.QuerySelectorAll(".menu a, .chosen a").Select(a => a.GetAttribute("href")).ShouldAllBe(href => href!.EndsWith("view=grid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tile_says_in_words_what_it_shows_by_place_and_colour()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.MasterclassC), asGrid: true);

        page.Text(".tile h4 a").ShouldBe("MC-C N Designing and Leading Professional Learning Networks Location: Birch Room");
        page.QuerySelector(".tile h4 a")!.GetAttribute("href").ShouldBe("/harbour-24/sessions/MC-C");
        page.QuerySelector(".tile .disc")!.GetAttribute("aria-hidden").ShouldBe("true");
        page.QuerySelectorAll(".tile a").Length.ShouldBe(1);
        page.Text(".tile .who").ShouldBe("Aoife Brannagh-Quill, ნინო ვარსკვლავაძე, ليلى نجمة");
        page.Texts(".tile .meta > span").ShouldBe(["to 16:30", "NNetworks", "Masterclass"]);
        page.QuerySelector(".tile")!.GetAttribute("data-hue").ShouldBe("9");
        page.Texts(".heads p").ShouldBe(["Birch Room Linen Hall, capacity 60"]);
    }

    [Fact]
    public async Task Says_in_words_what_is_cancelled_and_what_ends_on_a_later_day()
    {
        var cancelled = await Html.AgendaAsync(Harbour.Published(Harbour.Cancelled), asGrid: true);
        cancelled.Text(".off h4 a").ShouldBe("MC-X Cancelled Mentoring Location: Great Hall");
        cancelled.Text(".hits p").ShouldBe("1 session, 1 cancelled");

        (await Html.AgendaAsync(Harbour.Published(Harbour.Papers), asGrid: true)).Texts(".tile .meta > span").ShouldContain("to 00:30 +1 day");
    }

    [Fact]
    public async Task Stands_in_the_document_by_time_and_then_room_under_headings()
    {
        var later = Harbour.MasterclassC with { Code = "A", LocalStart = new(2024, 1, 8, 14, 5), Room = Harbour.Hall.Id };

        var page = await Html.AgendaAsync(Harbour.Published(later with { Id = new(Guid.CreateVersion7()), Code = "B", Room = Harbour.Online.Id }, later, Harbour.MasterclassC, Harbour.Opening), asGrid: true);

        page.Texts("main h2, main h3, .tile .code").ShouldBe(["Monday 8 January 2024", "09:00", "OP-1", "14:00", "MC-C", "14:05", "A", "B"]);
        page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName).ShouldBe(["h1", "h2", "h3", "h4", "h3", "h4", "h3", "h4", "h4"]);
        page.Texts(".sheet .fold").ShouldBe(["4 h 30 min without sessions"]);
        page.Texts(".close h3").ShouldBe(["14:05"]);
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        var region = page.QuerySelector("[role=region]")!;
        (region.GetAttribute("tabindex"), region.GetAttribute("aria-label")).ShouldBe(("0", "Timetable, rooms by time"));
    }

    [Fact]
    public async Task A_stack_leads_to_the_list_of_its_room_and_day()
    {
        var posters = Enumerable.Range(1, 5).Select(i => Harbour.MasterclassC with { Id = new(Guid.CreateVersion7()), Code = $"PO-{i}" });

        var page = await Html.AgendaAsync(Harbour.Published([.. posters]), new AgendaFilter { Tracks = ["networks"] }, asGrid: true);

        var link = page.QuerySelector(".stack a")!;
        link.TextContent.ShouldBe("3 more sessions in Birch Room");
        link.GetAttribute("href").ShouldBe("/harbour-24?day=2024-01-08&room=birch-room&track=networks");
        page.Text(".stack .who").ShouldBe("PO-3, PO-4, PO-5");
    }

    [Fact]
    public async Task Says_how_many_have_no_time_and_where_they_are()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.Opening, Harbour.Unplaced), asGrid: true);
        page.Text("main > .none").ShouldBe("1 session without a time: see the list.");
        page.QuerySelector("main > .none a")!.GetAttribute("href").ShouldBe("/harbour-24#to-be-announced");

        (await Html.AgendaAsync(Harbour.Published(Harbour.Unplaced), asGrid: true)).Texts("main > .none").ShouldBe(
            ["No session of this view has a time yet.", "1 session without a time: see the list."]);
    }

    [Fact]
    public async Task An_empty_grid_says_which_filter_empties_it_and_stays_a_grid()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.Opening, Harbour.Papers), new AgendaFilter { Days = ["2024-01-08"], Rooms = ["online"] }, asGrid: true);

        page.Texts(".none li").ShouldBe(["1 session without Day Monday 8 January 2024", "1 session without Room Online Room", "Show the whole agenda"]);
        page.QuerySelectorAll(".none a").Select(a => a.GetAttribute("href")).ShouldBe(
            ["/harbour-24?room=online&view=grid", "/harbour-24?day=2024-01-08&view=grid", "/harbour-24?view=grid"]);
        page.QuerySelectorAll(".tile, .grid").ShouldBeEmpty();
        page.QuerySelectorAll(".days a[aria-current]").Single().GetAttribute("href").ShouldBe("/harbour-24?day=2024-01-08&room=online&view=grid");
    }

    [Fact]
    public async Task Only_the_grid_asks_for_its_style_sheet_and_it_has_a_rule_for_every_class_that_places()
    {
        (await Html.AgendaAsync(Harbour.Published(Harbour.Opening))).QuerySelectorAll("link[rel=stylesheet]").Length.ShouldBe(1);

        var page = await Html.AgendaAsync(Harbour.Published(Harbour.Opening), asGrid: true);
        page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")).ShouldBe([StyleSheet.Address, StyleSheet.GridAddress]);
        page.QuerySelectorAll("script:not([src]), [style], style").ShouldBeEmpty();
    }
}
