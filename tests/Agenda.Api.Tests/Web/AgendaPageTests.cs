using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Tests.Web;

public sealed class AgendaPageTests
{
    [Fact]
    public async Task Tells_the_conference_its_zone_and_its_time()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.MasterclassC));

        page.Title.ShouldBe("Conference Agenda · Harbour 24");
        page.Text("h1").ShouldBe("Conference Agenda");
        page.Text(".sign").ShouldBe("Harbour 24 8–10 January 2024");
        page.Texts(".clock p").ShouldBe(
        [
            "All times are shown in the time zone of the conference. The current conference time is .",
            "Time zone: Europe/Dublin, GMT (UTC+0)",
        ]);
        page.QuerySelector(".clock")!.GetAttribute("data-zone").ShouldBe("Europe/Dublin");
        page.QuerySelector(".ticking")!.HasAttribute("hidden").ShouldBeTrue();
        page.Text(".foot .wrap > p:first-child").ShouldBe("Release 3, published Friday 1 December 2023, 10:00 GMT.");
    }

    [Fact]
    public async Task Shows_of_a_session_what_one_chooses_by()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.MasterclassC));

        page.Texts(".day > h2").ShouldBe(["Monday 8 January 2024"]);
        page.Texts(".slot > h3").ShouldBe(["14:00"]);
        page.QuerySelector(".slot > h3 time")!.GetAttribute("datetime").ShouldBe("2024-01-08T14:00+00:00");
        page.Text(".code").ShouldBe("MC-C");
        page.Text(".key small").ShouldBe("to 16:30");
        page.Text("h4").ShouldBe("Designing and Leading Professional Learning Networks");
        page.QuerySelector("h4 a")!.GetAttribute("href").ShouldBe("/harbour-24/sessions/MC-C");
        page.QuerySelector("h4 bdi")!.GetAttribute("lang").ShouldBe("en");
        page.Texts(".row .who li").ShouldBe(["Session Chair: Aoife Brannagh-Quill", "Session Chair: ნინო ვარსკვლავაძე", "Discussant: ليلى نجمة"]);
        page.Texts(".row .meta > span").ShouldBe(["NNetworks", "Masterclass", "2 h 30 min"]);
        page.Text(".where").ShouldBe("Location: Birch Room Linen Hall, capacity 60");
    }

    [Fact]
    public async Task Groups_by_day_and_time_in_the_order_of_the_agenda_with_the_unplaced_last()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.Unplaced, Harbour.Papers, Harbour.MasterclassC, Harbour.Cancelled, Harbour.Opening));

        page.Texts("main h2, main h3, .row .code").ShouldBe(
        [
            "Monday 8 January 2024", "09:00", "MC-X", "OP-1", "14:00", "MC-C",
            "Tuesday 9 January 2024", "23:00", "PS-1",
            "To be announced", "Time not set", "TBA",
        ]);
        page.Text(".hits p").ShouldBe("5 sessions, 1 cancelled");
    }

    [Fact]
    public async Task Says_in_words_what_is_cancelled_and_what_ends_on_a_later_day()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.Papers, Harbour.Cancelled));

        page.Text(".off h4").ShouldBe("Cancelled Mentoring");
        page.Texts(".key small").ShouldBe(["to 09:30", "to 00:30 +1 day"]);
    }

    [Fact]
    public async Task Keeps_apart_the_hour_that_the_zone_has_twice()
    {
        var first = Harbour.Opening with { LocalStart = new(2024, 10, 27, 1, 30), Offset = Offset.FromHours(1) };
        var second = Harbour.MasterclassC with { LocalStart = new(2024, 10, 27, 1, 30), Offset = Offset.Zero };

        var page = await Html.AgendaAsync(Harbour.Published(second, first));

        page.QuerySelectorAll(".slot > h3 time").Select(time => time.GetAttribute("datetime")).ShouldBe(["2024-10-27T01:30+01:00", "2024-10-27T01:30+00:00"]);
        page.Texts(".row .code").ShouldBe(["OP-1", "MC-C"]);
    }

    [Fact]
    public async Task Links_to_days_and_rooms_keep_the_other_filters()
    {
        var filter = new AgendaFilter { Days = ["2024-01-08"], Tracks = ["networks"], Queries = ["a&b"] };

        var page = await Html.AgendaAsync(Harbour.Published(Harbour.MasterclassC, Harbour.Papers), filter);

        page.QuerySelectorAll(".days a").Select(a => (a.GetAttribute("href"), a.GetAttribute("aria-current"))).ShouldBe(
        [
            ("/harbour-24?track=networks&q=a%26b", null),
            ("/harbour-24?day=2024-01-08&track=networks&q=a%26b", "true"),
            ("/harbour-24?day=2024-01-09&track=networks&q=a%26b", null),
            ("/harbour-24?day=2024-01-10&track=networks&q=a%26b", null),
        ]);
        page.QuerySelectorAll("nav[aria-label=Room] a").Select(a => (a.GetAttribute("href"), a.GetAttribute("aria-current"))).ShouldBe(
        [
            ("/harbour-24?day=2024-01-08&track=networks&q=a%26b", "true"),
            ("/harbour-24?day=2024-01-08&room=great-hall&track=networks&q=a%26b", null),
            ("/harbour-24?day=2024-01-08&room=birch-room&track=networks&q=a%26b", null),
            ("/harbour-24?day=2024-01-08&room=online&track=networks&q=a%26b", null),
        ]);
        page.QuerySelectorAll("form[role=search] input").Select(input => (input.GetAttribute("name"), input.GetAttribute("value"))).ShouldBe(
            [("day", "2024-01-08"), ("track", "networks"), ("q", "a&b")]);
        page.QuerySelectorAll(".subscribe .acts a[href*='.ics']").Select(a => a.GetAttribute("href")).Last().ShouldBe("https://agenda.example.org/calendars/harbour-24.ics?day=2024-01-08&track=networks&q=a%26b");
    }

    [Fact]
    public async Task Names_the_filters_in_use_each_with_the_way_out_of_it()
    {
        var nino = Harbour.Nino.Id.Value.ToString();
        var filter = new AgendaFilter { Tracks = ["networks", "equity"], People = [nino.ToUpperInvariant()], Languages = ["en"] };

        var page = await Html.AgendaAsync(Harbour.Published(Harbour.MasterclassC, Harbour.Papers), filter);

        page.Texts(".chosen li > span").ShouldBe(["Track: Networks", "Track: Équité", "Person: ნინო ვარსკვლავაძე", "Language: English"]);
        page.QuerySelectorAll(".chosen a").Select(a => a.GetAttribute("href")).ShouldBe(
        [
            $"/harbour-24?track=equity&person={nino.ToUpperInvariant()}&language=en",
            $"/harbour-24?track=networks&person={nino.ToUpperInvariant()}&language=en",
            "/harbour-24?track=networks&track=equity&language=en",
            $"/harbour-24?track=networks&track=equity&person={nino.ToUpperInvariant()}",
            "/harbour-24",
        ]);
    }

    [Fact]
    public async Task An_empty_answer_says_which_filter_empties_it()
    {
        var filter = new AgendaFilter { Days = ["2024-01-08"], Rooms = ["online"], Queries = ["xyzzy"] };

        var page = await Html.AgendaAsync(Harbour.Published(Harbour.MasterclassC, Harbour.Papers), filter);

        page.Texts(".none p, .none li").ShouldBe(
        [
            "No session fits all of these filters together.",
            "Search xyzzy finds nothing in the whole programme.",
            "Show the whole agenda",
        ]);
    }

    [Fact]
    public async Task An_empty_answer_of_filters_that_exclude_each_other_says_what_there_is_without_one()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.MasterclassC, Harbour.Papers), new AgendaFilter { Days = ["2024-01-08"], Rooms = ["online"] });

        page.Texts(".none li").ShouldBe(["1 session without Day Monday 8 January 2024", "1 session without Room Online Room", "Show the whole agenda"]);
        page.QuerySelectorAll(".none a").Select(a => a.GetAttribute("href")).ShouldBe(["/harbour-24?room=online", "/harbour-24?day=2024-01-08", "/harbour-24?day=all"]);
    }

    [Fact]
    public async Task A_talk_that_is_its_whole_session_shows_its_authors_as_speakers()
    {
        var talk = Harbour.Papers with { Contributions = [Harbour.Papers.Contributions[0] with { Title = Harbour.Papers.Title }] };

        var page = await Html.AgendaAsync(Harbour.Published(talk));

        page.Texts(".row .who li").ShouldBe(["Speaker: Aoife Brannagh-Quill", "Speaker: ნინო ვარსკვლავაძე"]);
        page.Texts(".row .meta > span").ShouldBe(["ÉÉquité", "Masterclass", "1 h 30 min"]);
    }

    [Fact]
    public async Task Has_the_headings_and_landmarks_of_an_accessible_page()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Harbour.MasterclassC, Harbour.Unplaced));

        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("body")!.FirstElementChild!.GetAttribute("href").ShouldBe("#main");
        page.QuerySelectorAll("main").Single().Id.ShouldBe("main");
        page.QuerySelectorAll("nav").Select(nav => nav.GetAttribute("aria-label")).ShouldBeUnique();
        page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName).ShouldBe(["h1", "h2", "h3", "h4", "h2", "h3", "h4"]);
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        page.QuerySelectorAll("script:not([src]), [style], style, [onclick]").ShouldBeEmpty();
    }
}
