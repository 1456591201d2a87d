using System.Text.Json.Nodes;
using Agenda.Api.Web;
using Agenda.Api.Web.Embed;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NodaTime;

namespace Agenda.Api.Tests.Web;

/// <summary>Whatever people enter comes out as the words that they entered.</summary>
public sealed class HostileTextTests
{
    private const string Attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;'";

    // Data, which browsers do not run; nothing else may stand in an element that could be a script.
    private const string DataBlock = "head > script[type='application/ld+json']";
    private const string OurModule = "head > script[type=module][src^='/static/']:empty";

    [Fact]
    public async Task Entered_text_never_becomes_markup_of_the_agenda()
    {
        var page = await Html.AgendaAsync(Everywhere(), new AgendaFilter { Queries = [Attack] });
        ShouldBeHarmless(page);
        page.QuerySelector("input[name=q]")!.GetAttribute("value").ShouldBe(Attack);

        page = await Html.AgendaAsync(Everywhere());
        ShouldBeHarmless(page);
        page.QuerySelector("h4 a")!.TextContent.ShouldBe("Title " + Attack);
    }

    [Fact]
    public async Task Entered_text_never_becomes_markup_of_the_grid()
    {
        var page = await Html.AgendaAsync(Everywhere(), asGrid: true);

        ShouldBeHarmless(page);
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelector("h4 a .name")!.TextContent.ShouldBe("Title " + Attack);
        page.QuerySelector(".heads b")!.TextContent.ShouldBe("Room " + Attack);
        page.QuerySelector(".tile .who")!.TextContent.ShouldContain("Family " + Attack);
    }

    [Theory]
    [InlineData("script")]
    [InlineData("alert")]
    [InlineData("img src")]
    [InlineData("lt")]
    public async Task What_a_search_marks_in_entered_text_stays_text(string query)
    {
        foreach (var asGrid in (bool[])[false, true])
        {
            var page = await Html.AgendaAsync(Everywhere(), new AgendaFilter { Queries = [query] }, asGrid);

            ShouldBeHarmless(page);
            page.QuerySelectorAll("mark").ShouldNotBeEmpty();
            page.QuerySelectorAll("mark").ShouldAllBe(mark => mark.ChildElementCount == 0);
            page.QuerySelector(asGrid ? "h4 a .name" : "h4 a")!.TextContent.ShouldBe("Title " + Attack);
        }
    }

    [Fact]
    public async Task Entered_text_never_becomes_markup_of_a_frame_in_another_site()
    {
        var published = Everywhere();
        var page = await Html.PageAsync<EmbedPage>(new()
        {
            [nameof(EmbedPage.View)] = new AgendaView(ShownRelease.TheNewest(published), new(), published.Select(new()).Sessions, Harbour.SummerMorning),
        });

        ShouldBeHarmless(page);
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelector("h4 a")!.TextContent.ShouldBe("Title " + Attack);
    }

    [Fact]
    public async Task Entered_text_never_becomes_markup_of_a_session()
    {
        var page = await Html.SessionAsync(Everywhere(), "C " + Attack);

        ShouldBeHarmless(page);
        JsonNode.Parse(page.QuerySelectorAll(DataBlock).ShouldHaveSingleItem().TextContent)!["name"]!.GetValue<string>().ShouldBe("Title " + Attack);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Title " + Attack);
        page.QuerySelectorAll("a[href]").Select(a => ((IHtmlAnchorElement)a).Href).ShouldNotContain(href => href.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Entered_text_never_becomes_markup_of_people_and_rooms()
    {
        var published = Everywhere();
        var person = published.Document.People[0];

        var page = await Html.PersonAsync(published, person);
        ShouldBeHarmless(page);
        page.QuerySelector("h1")!.TextContent.ShouldBe($"Given {Attack} Family {Attack}");
        page.QuerySelectorAll("main a[href]").Select(a => ((IHtmlAnchorElement)a).Href).ShouldNotContain(href => href.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));

        page = await Html.PageAsync<PeoplePage>(new() { [nameof(PeoplePage.View)] = PeopleView.Of(ShownRelease.TheNewest(published), Attack, Attack) });
        ShouldBeHarmless(page);
        page.QuerySelector(".person h3")!.TextContent.ShouldBe($"Given {Attack} Family {Attack}");
        page.QuerySelector("input[name=q]")!.GetAttribute("value").ShouldBe(Attack);

        page = await Html.RoomAsync(published, "room");
        ShouldBeHarmless(page);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Room " + Attack);

        ShouldBeHarmless(await Html.PageAsync<RoomsPage>(new() { [nameof(RoomsPage.Shown)] = ShownRelease.TheNewest(published) }));

        page = await Html.DoorAsync(published, "room", new(2024, 1, 8, 9, 10));
        ShouldBeHarmless(page);
        page.QuerySelector("main h2")!.TextContent.ShouldBe("Title " + Attack);
        page = await Html.DoorAsync(published, "room", new(2024, 1, 8, 8, 10));
        ShouldBeHarmless(page);
        page.QuerySelector("footer li .what")!.TextContent.ShouldBe("Title " + Attack);
    }

    [Fact]
    public async Task Entered_text_never_becomes_markup_of_what_is_on_now_and_around()
    {
        var published = Everywhere();
        published = new(published.Document with { Sessions = [.. published.Document.Sessions, published.Document.Sessions[0] with { Id = SessionId.New(), Code = "B " + Attack, Room = null }] });

        var page = await Html.AgendaAsync(published, now: Instant.FromUtc(2024, 1, 8, 9, 10));
        ShouldBeHarmless(page);
        page.QuerySelector(".board li a")!.TextContent.ShouldBe("Title " + Attack);

        page = await Html.SessionAsync(published, "C " + Attack);
        ShouldBeHarmless(page);
        page.QuerySelector(".along h3")!.TextContent.ShouldBe("Title " + Attack);
    }

    [Fact]
    public async Task Direction_marks_in_names_and_titles_cannot_turn_their_surroundings()
    {
        var person = Harbour.Aoife with { FamilyName = "\u202Eliam\u202D" };
        var document = Harbour.Document([Harbour.MasterclassC with { Title = "\u202Eesrever" }]) with { People = [person, Harbour.Nino, Harbour.Layla] };

        var page = await Html.AgendaAsync(new PublishedAgenda(document));

        var turned = page.QuerySelectorAll("main *").Where(e => e.ChildNodes.OfType<IText>().Any(t => t.Data.Contains('\u202E', StringComparison.Ordinal))).ToList();
        turned.Count.ShouldBe(2);
        turned.ShouldAllBe(e => e.LocalName == "bdi");
    }

    private static void ShouldBeHarmless(IHtmlDocument page)
    {
        page.QuerySelectorAll($"script:not({DataBlock}, {OurModule}), img:not(.qr), iframe, object, style").ShouldBeEmpty();
        page.QuerySelectorAll(DataBlock).ShouldAllBe(block => block.Attributes.Length == 1);
        page.All.SelectMany(e => e.Attributes).Select(a => a.Name).ShouldNotContain(name => name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    private static PublishedAgenda Everywhere()
    {
        var room = new ReleasedRoom(RoomId.New(), "room", "Room " + Attack, "Building " + Attack, "Address " + Attack, 5, 1, false);
        var type = new ReleasedType(SessionTypeId.New(), "T" + Attack, "Type " + Attack, Attack, false, false, false);
        var track = new ReleasedTrack(TrackId.New(), "track", "Track " + Attack, Attack);
        var person = new ReleasedPerson(PersonId.New(), "Given " + Attack, "Family " + Attack, "Affiliation " + Attack, "Country " + Attack, Attack + "\n\n[a](javascript:alert(1))", [new Link(Attack, "javascript:alert(1)"), new Link(Attack, "https://example.org/" + Attack)]);
        var session = new ReleasedSession
        {
            Id = SessionId.New(),
            Code = "C " + Attack,
            Title = "Title " + Attack,
            Type = type.Id,
            Track = track.Id,
            Language = "x-" + Attack,
            Abstract = Attack + "\n\n[a](javascript:alert(1)) ![b](javascript:alert(1))",
            Status = SessionStatus.Confirmed,
            Room = room.Id,
            LocalStart = new LocalDateTime(2024, 1, 8, 9, 0),
            Minutes = 60,
            Chairs = [person.Id],
            Discussants = [person.Id],
            Contributions = [new(ContributionId.New(), "K" + Attack, "Contribution " + Attack, Attack, 10, [new(person.Id, true)])],
            Resources = [new Link("Resource " + Attack, "https://example.org/" + Attack), new Link(Attack, "javascript:alert(1)")],
        };
        var document = Harbour.Document([session]);
        return new PublishedAgenda(document with
        {
            Conference = document.Conference with { Name = "Conference " + Attack, Contact = Attack, Links = [new Link(Attack, "javascript:alert(1)")] },
            Rooms = [room],
            Types = [type],
            Tracks = [track],
            People = [person],
        });
    }
}
