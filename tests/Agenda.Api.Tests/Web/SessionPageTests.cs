using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Api.Tests.Web;

public sealed class SessionPageTests
{
    [Fact]
    public async Task Shows_everything_public_of_a_masterclass()
    {
        var page = await Html.SessionAsync(Harbour.Published(Harbour.MasterclassC), "MC-C");

        page.Title.ShouldBe("MC-C: Designing and Leading Professional Learning Networks · Harbour 24");
        page.Text("h1").ShouldBe("Designing and Leading Professional Learning Networks");
        page.QuerySelector("h1")!.GetAttribute("lang").ShouldBe("en");
        page.Texts(".title .meta > span").ShouldBe(["MC-C", "Masterclass", "NNetworks", "in English"]);
        page.Texts(".facts > div").ShouldBe(
        [
            "When Monday 8 January 2024 14:00–16:30 Europe/Dublin, GMT (UTC+0) · 2 h 30 min",
            "Location Birch Room Linen Hall Capacity 60",
            "Session Chair Aoife Brannagh-Quill Ardmullen College of Teaching",
            "Session Chair ნინო ვარსკვლავაძე University of Upper Svaneti",
            "Discussant ليلى نجمة",
        ]);
        page.QuerySelectorAll(".facts time").Select(time => time.GetAttribute("datetime")).ShouldBe(["2024-01-08T14:00+00:00", "2024-01-08T16:30+00:00"]);
        page.QuerySelectorAll(".prose > *").Select(e => e.OuterHtml).ShouldBe(
        [
            "<p dir=\"auto\">Engaging <em>educators</em>.</p>", "<h2 dir=\"auto\">What to bring</h2>", "<ul>\n<li dir=\"auto\">one sheet</li>\n</ul>",
        ]);
        page.Text(".part > .none").ShouldBe("No contributions were assigned to this session.");
        page.Text(".clock p:first-child").ShouldBe("All times are shown in the time zone of the conference. The current conference time is .");
    }

    [Fact]
    public async Task Leads_back_to_its_day_and_on_to_calendar_room_people_and_resources()
    {
        var page = await Html.SessionAsync(Harbour.Published(Harbour.MasterclassC), "MC-C");

        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldBe(
        [
            "/harbour-24?day=2024-01-08",
            "/calendars/harbour-24/sessions/MC-C.ics",
            "/harbour-24/rooms/birch-room",
            $"/harbour-24/people/{Harbour.Aoife.Id.Value}",
            $"/harbour-24/people/{Harbour.Nino.Id.Value}",
            $"/harbour-24/people/{Harbour.Layla.Id.Value}",
            "https://example.org/sheet.pdf",
            "https://agenda.example.org/harbour-24/sessions/MC-C",
        ]);
        page.QuerySelector("main a[href^=https]")!.GetAttribute("rel").ShouldBe("noopener noreferrer nofollow");
    }

    [Fact]
    public async Task Lists_contributions_with_start_minutes_authors_and_abstracts()
    {
        var page = await Html.SessionAsync(Harbour.Published(Harbour.Papers), "PS-1");

        page.Texts(".lines > li").ShouldBe(
        [
            "23:00 Attendance as evidence PS-1.1 20 min Aoife Brannagh-Quill, presenting · Ardmullen College of Teaching ნინო ვარსკვლავაძე · University of Upper Svaneti Abstract of Attendance as evidence A count. Method",
            "23:20 The empty chair PS-1.2 25 min",
        ]);
        page.QuerySelectorAll(".lines time").Select(time => time.GetAttribute("datetime")).ShouldBe(["2024-01-09T23:00+00:00", "2024-01-09T23:20+00:00"]);
        page.QuerySelectorAll(".lines .prose h4").Select(h => h.TextContent).ShouldBe(["Method"]);
        page.QuerySelectorAll(".none").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_abstract_of_a_contribution_is_folded_and_its_authors_are_linked()
    {
        var page = await Html.SessionAsync(Harbour.Published(Harbour.Papers), "PS-1");

        page.QuerySelectorAll(".lines details").ShouldHaveSingleItem().HasAttribute("open").ShouldBeFalse();
        page.QuerySelectorAll(".lines .who a").Select(a => a.GetAttribute("href")).ShouldBe([$"/harbour-24/people/{Harbour.Aoife.Id.Value}", $"/harbour-24/people/{Harbour.Nino.Id.Value}"]);
    }

    [Fact]
    public async Task Tells_what_is_on_at_the_same_time_elsewhere_without_breaks_and_what_is_cancelled()
    {
        var at = Harbour.MasterclassC.LocalStart!.Value;
        ReleasedSession Other(string code, LocalDateTime start, ReleasedRoom? room, ReleasedType? type = null, int minutes = 30) =>
            Harbour.Opening with { Id = SessionId.New(), Code = code, Title = $"The {code}", LocalStart = start, Minutes = minutes, Room = room?.Id, Type = (type ?? Harbour.Keynote).Id };

        var page = await Html.SessionAsync(
            Harbour.Published(
                Harbour.MasterclassC, Other("BEFORE", at.PlusMinutes(-30), Harbour.Hall), Other("INTO", at.PlusMinutes(-30), Harbour.Hall, minutes: 31), Other("SAME", at, Harbour.Online),
                Other("NOWHERE", at.PlusMinutes(10), null), Other("PAUSE", at, Harbour.Hall, Harbour.Pause), Other("GONE", at, Harbour.Hall) with { Status = SessionStatus.Cancelled },
                Other("SHARES", at, Harbour.Birch), Other("AFTER", at.PlusMinutes(150), Harbour.Hall)),
            "MC-C");

        page.Texts(".along li").ShouldBe(["INTO The INTO 13:30–14:01 Great Hall", "SAME The SAME 14:00–14:30 Online Room", "NOWHERE The NOWHERE 14:10–14:40"]);
        page.QuerySelectorAll(".along a").Select(a => a.GetAttribute("href")).ShouldBe(["/harbour-24/sessions/INTO", "/harbour-24/sessions/SAME", "/harbour-24/sessions/NOWHERE"]);
        page.QuerySelectorAll(".beside").ShouldBeEmpty();
    }

    [Fact]
    public async Task Leads_to_what_is_before_and_after_in_the_same_room()
    {
        ReleasedSession Other(string code, LocalDateTime start) => Harbour.MasterclassC with { Id = SessionId.New(), Code = code, Title = $"The {code}", LocalStart = start, Minutes = 30 };

        var page = await Html.SessionAsync(
            Harbour.Published(
                Other("EARLY", new(2024, 1, 8, 9, 0)), Other("BEFORE", new(2024, 1, 8, 13, 30)), Harbour.MasterclassC, Other("GONE", new(2024, 1, 8, 17, 0)) with { Status = SessionStatus.Cancelled },
                Other("AFTER", new(2024, 1, 9, 9, 0)), Other("LATE", new(2024, 1, 9, 10, 0))),
            "MC-C");

        page.Texts(".beside li").ShouldBe(["Before, 13:30 ← BEFORE The BEFORE", "After, Tue 9 January, 09:00 AFTER → The AFTER"]);
        page.QuerySelectorAll(".beside a").Select(a => a.GetAttribute("href")).ShouldBe(["/harbour-24/sessions/BEFORE", "/harbour-24/sessions/AFTER"]);
    }

    [Fact]
    public async Task Many_sessions_at_the_same_time_are_counted_and_found_in_the_agenda_of_the_day()
    {
        var others = Enumerable.Range(1, 10).Select(i => Harbour.MasterclassC with { Id = SessionId.New(), Code = $"P-{i:00}", Room = Harbour.Hall.Id });

        var page = await Html.SessionAsync(Harbour.Published([Harbour.MasterclassC, .. others]), "MC-C");

        page.Texts(".along .code").Count.ShouldBe(8);
        page.Text("section[aria-labelledby=same-time] > p").ShouldBe("And 2 more in the agenda of the day");
        page.QuerySelector("section[aria-labelledby=same-time] > p a")!.GetAttribute("href").ShouldBe("/harbour-24?day=2024-01-08");
    }

    [Fact]
    public async Task Shows_a_talk_that_is_its_whole_session_once()
    {
        var talk = Harbour.Papers with { Abstract = "The talk.", Contributions = [Harbour.Papers.Contributions[0] with { Title = Harbour.Papers.Title, Abstract = "The talk." }] };

        var page = await Html.SessionAsync(Harbour.Published(talk), "PS-1");

        page.Texts(".facts dt").ShouldBe(["When", "Location", "Speaker", "Speaker"]);
        page.Texts(".prose").ShouldBe(["The talk."]);
        page.QuerySelectorAll(".lines, .none").ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_that_a_session_is_cancelled_and_offers_it_to_no_calendar()
    {
        var page = await Html.SessionAsync(Harbour.Published(Harbour.Cancelled), "MC-X");

        page.Text(".note").ShouldBe("Cancelled This session is cancelled. It does not take place.");
        page.QuerySelectorAll("p.acts").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_without_a_time_is_to_be_announced()
    {
        var page = await Html.SessionAsync(Harbour.Published(Harbour.Unplaced), "TBA");

        page.Texts(".facts > div").ShouldBe(["When To be announced"]);
        page.QuerySelector(".crumb a")!.GetAttribute("href").ShouldBe("/harbour-24");
        page.QuerySelectorAll("p.acts").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resource_that_is_no_web_address_is_words_only()
    {
        var session = Harbour.MasterclassC with { Resources = [new Link("Slides", "javascript:alert(1)")] };

        var page = await Html.SessionAsync(Harbour.Published(session), "MC-C");

        page.Text(".body .lines").ShouldBe("Slides");
        page.QuerySelectorAll(".body .lines a").ShouldBeEmpty();
    }
}
