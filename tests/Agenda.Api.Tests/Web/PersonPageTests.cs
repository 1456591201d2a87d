using Agenda.Api.Web;
using Agenda.Domain.Privacy;
using Agenda.Domain.Releases;
using Agenda.Domain.Text;
using AngleSharp.Html.Dom;

namespace Agenda.Api.Tests.Web;

/// <summary>What the page of somebody in the programme says, and the index of all of them.</summary>
public sealed class PersonPageTests
{
    private static readonly ReleasedPerson Aoife = Harbour.Aoife with
    {
        Biography = "Teaches *teachers*.\n\n# Books\n\n<b>None</b>.",
        Links = [new Link("Home page", "https://example.org/aoife"), new Link("Trap", "javascript:alert(1)")],
    };

    [Fact]
    public async Task Tells_who_somebody_is_and_everything_that_they_do()
    {
        var page = await PersonAsync(Harbour.Papers, Harbour.MasterclassC, Harbour.Unplaced with { Discussants = [Aoife.Id] }, Harbour.Opening);

        page.Title.ShouldBe("Aoife Brannagh-Quill · Harbour 24");
        page.Text("h1").ShouldBe("Aoife Brannagh-Quill");
        page.Text(".lead").ShouldBe("Ardmullen College of Teaching, IE");
        page.QuerySelectorAll("article .prose > *").Select(e => e.OuterHtml).ShouldBe(
            ["<p dir=\"auto\">Teaches <em>teachers</em>.</p>", "<h2 dir=\"auto\">Books</h2>", "<p dir=\"auto\">&lt;b&gt;None&lt;/b&gt;.</p>"]);
        page.Texts(".links li").ShouldBe(["Home page", "Trap"]);
        page.QuerySelectorAll(".links a").Select(a => a.GetAttribute("href")).ShouldBe(["https://example.org/aoife"]);
        page.Text(".hits p").ShouldBe("3 sessions");
        page.Texts("main .day > h2, .slot > h3, .row .code, .does li, .where").ShouldBe(
        [
            "Monday 8 January 2024", "14:00", "MC-C", "Session Chair", "Location: Birch Room Linen Hall, capacity 60",
            "Tuesday 9 January 2024", "23:00", "PS-1", "Presents at 23:00: Attendance as evidence", "Location: Online Room online",
            "To be announced", "Time not set", "TBA", "Discussant",
        ]);
        page.QuerySelectorAll(".row .who").ShouldBeEmpty();
        page.Text(".clock p:first-child").ShouldBe("All times are shown in the time zone of the conference. The current conference time is .");
    }

    [Fact]
    public async Task Names_each_contribution_and_who_presents_it_and_a_talk_that_is_its_session_once()
    {
        var nino = Harbour.Nino;
        var talk = Harbour.MasterclassC with { Chairs = [], Contributions = [Harbour.Papers.Contributions[0] with { Title = Harbour.MasterclassC.Title, Authors = [new(nino.Id, true)] }] };
        var papers = Harbour.Papers with { Contributions = [.. Harbour.Papers.Contributions, Harbour.Papers.Contributions[1] with { Title = "Third", Minutes = null, Authors = [new(nino.Id, true)] }] };

        var page = await PersonAsync(nino, talk, papers);

        page.Texts(".does li").ShouldBe(["Speaker", "Author of: Attendance as evidence", "Presents: Third"]);
    }

    [Fact]
    public async Task Offers_their_sessions_to_calendars_with_what_to_expect()
    {
        var page = await PersonAsync(Harbour.MasterclassC);
        var (id, feed) = (Aoife.Id.Value, $"https://agenda.example.org/calendars/harbour-24.ics?person={Aoife.Id.Value}");

        page.Text(".subscribe summary").ShouldBe("Subscribe to this person's sessions");
        page.QuerySelector(".qr")!.GetAttribute("src").ShouldBe($"/api/v1/conferences/harbour-24/subscribe/qr.svg?person={id}");
        page.QuerySelectorAll(".subscribe a").Select(a => a.GetAttribute("href")).ShouldBe(
        [
            $"webcal://agenda.example.org/calendars/harbour-24.ics?person={id}",
            $"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString($"webcal://agenda.example.org/calendars/harbour-24.ics?person={id}")}",
            $"https://outlook.live.com/calendar/0/addfromweb?url={Uri.EscapeDataString(feed)}&name=Harbour%2024",
            feed,
        ]);
        page.Text(".address").ShouldBe(feed);
        page.QuerySelector("link[type='text/calendar']")!.GetAttribute("href").ShouldBe($"/calendars/harbour-24.ics?person={id}");
        page.QuerySelector(".hits a")!.GetAttribute("href").ShouldBe($"/harbour-24?person={id}");
    }

    [Fact]
    public async Task Whoever_was_erased_is_named_as_such_and_linked_nowhere()
    {
        var erased = Aoife with { GivenName = "", FamilyName = Withdrawn.Name, Affiliation = null, Country = null, Biography = null, Links = [] };
        var published = new PublishedAgenda(Harbour.Document([Harbour.MasterclassC, Harbour.Papers]) with { People = [erased, Harbour.Nino, Harbour.Layla] });
        var id = Aoife.Id.Value.ToString();

        published.Person(Aoife.Id.Value).ShouldBeNull();
        foreach (var page in (IHtmlDocument[])[await Html.AgendaAsync(published), await Html.SessionAsync(published, "MC-C"), await Html.SessionAsync(published, "PS-1")])
        {
            page.Texts("main bdi").ShouldContain(Withdrawn.Name);
            page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ShouldNotContain(href => href.Contains($"/people/{id}", StringComparison.Ordinal));
        }

        var people = await PeopleAsync(published);
        people.Texts(".person h3").ShouldBe(["ნინო ვარსკვლავაძე", "ليلى نجمة"], ignoreOrder: true);
        people.Text(".hits p").ShouldBe("2 people");
    }

    [Fact]
    public async Task The_index_goes_by_family_name_with_letters_to_jump_to()
    {
        var page = await PeopleAsync(Many());

        page.Texts(".letters a").ShouldBe(["#", "L", "M", "W", "ვ"]);
        page.QuerySelectorAll(".letters a").Select(a => a.GetAttribute("href")).ShouldBe(["#letter-other", "#letter-L", "#letter-M", "#letter-W", "#letter-ვ"]);
        page.Texts(".letter > h2, .person h3").ShouldBe(["#", "9 Lives", "L", "Ann Lacey", "Maja Łódzka", "M", "Prince Mo", "W", "Wulandari", "ვ", "ნინო ვარსკვლავაძე"]);
        page.QuerySelectorAll(".letter h2").Select(h => h.Id).ShouldBe(["letter-other", "letter-L", "letter-M", "letter-W", "letter-ვ"]);
        page.QuerySelector(".person a")!.GetAttribute("href").ShouldStartWith("/harbour-24/people/");
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        page.QuerySelector("meta[name=robots]").ShouldBeNull();
    }

    [Theory]
    [InlineData("lodzka maja", "Maja Łódzka")]
    [InlineData("SVANETI", "ნინო ვარსკვლავაძე")]
    [InlineData("łód", "Maja Łódzka")]
    [InlineData("laCEY", "Ann Lacey")]
    public async Task A_search_looks_at_names_and_affiliations_without_diacritics(string query, string found)
    {
        var page = await PeopleAsync(Many(), query);

        page.Texts(".person h3").ShouldBe([found]);
        page.Text(".hits p").ShouldBe($"1 person found for {query}");
        page.QuerySelector("input[name=q]")!.GetAttribute("value").ShouldBe(query);
        page.QuerySelector(".hits a")!.GetAttribute("href").ShouldBe("/harbour-24/people");
        page.QuerySelectorAll(".letters").ShouldBeEmpty();
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [Fact]
    public async Task A_search_that_finds_nobody_says_so()
    {
        var page = await PeopleAsync(Many(), "<b>nobody");

        page.Text(".hits p").ShouldBe("0 people found for <b>nobody");
        page.Text(".none").ShouldBe("Nobody's name, affiliation and country have all of these words. Fewer words, or a part of one, may find more.");
        page.QuerySelectorAll(".person, .letters").ShouldBeEmpty();
    }

    [Fact]
    public async Task Very_many_people_come_letter_by_letter()
    {
        var people = Enumerable.Range(0, PeopleView.MostAtOnce + 1).Select(i => Harbour.Aoife with { Id = new(Guid.CreateVersion7()), FamilyName = $"{(char)('A' + (i % 3))}{i:0000}" });
        var published = new PublishedAgenda(Harbour.Document([]) with { People = [.. people] });

        var page = await PeopleAsync(published, letter: "B");
        page.Texts(".letter > h2").ShouldBe(["B"]);
        page.Text(".hits p").ShouldBe($"{PeopleView.MostAtOnce + 1} people");
        page.QuerySelectorAll(".letters a").Select(a => (a.GetAttribute("href"), a.GetAttribute("aria-current"))).ShouldBe(
            [("/harbour-24/people?letter=A", null), ("/harbour-24/people?letter=B", "true"), ("/harbour-24/people?letter=C", null)]);

        (await PeopleAsync(published, letter: "nothing")).Texts(".letter > h2").ShouldBe(["A"]);
    }

    private static PublishedAgenda Many() => new(Harbour.Document([]) with
    {
        People =
        [
            Harbour.Aoife with { Id = new(Guid.CreateVersion7()), GivenName = "Wulandari", FamilyName = "" },
            Harbour.Aoife with { Id = new(Guid.CreateVersion7()), GivenName = "", FamilyName = "9 Lives" },
            Harbour.Aoife with { Id = new(Guid.CreateVersion7()), GivenName = "Ann", FamilyName = "Lacey" },
            Harbour.Aoife with { Id = new(Guid.CreateVersion7()), GivenName = "Maja", FamilyName = "Łódzka" },
            Harbour.Aoife with { Id = new(Guid.CreateVersion7()), GivenName = "Prince", FamilyName = "Mo" },
            Harbour.Nino,
        ],
    });

    private static Task<IHtmlDocument> PeopleAsync(PublishedAgenda published, string? query = null, string? letter = null) =>
        Html.PageAsync<PeoplePage>(new() { [nameof(PeoplePage.View)] = PeopleView.Of(ShownRelease.TheNewest(published), query, letter) });

    private static Task<IHtmlDocument> PersonAsync(params IReadOnlyList<ReleasedSession> sessions) => PersonAsync(Aoife, sessions);

    private static Task<IHtmlDocument> PersonAsync(ReleasedPerson person, params IReadOnlyList<ReleasedSession> sessions) =>
        Html.PersonAsync(new PublishedAgenda(Harbour.Document(sessions) with { People = [Aoife, Harbour.Nino, Harbour.Layla] }), person);
}
