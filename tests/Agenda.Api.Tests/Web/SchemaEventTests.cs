using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agenda.Api.Web;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Tests.Web;

/// <summary>What search engines read of a session.</summary>
public sealed class SchemaEventTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly object Aoife = new { type = "Person", name = "Aoife Brannagh-Quill", affiliation = new { type = "Organization", name = "Ardmullen College of Teaching" } };
    private static readonly object Nino = new { type = "Person", name = "ნინო ვარსკვლავაძე", affiliation = new { type = "Organization", name = "University of Upper Svaneti" } };
    private static readonly object Layla = new { type = "Person", name = "ليلى نجمة" };
    private static readonly object Conference = new { type = "Event", name = "Harbour 24", startDate = "2024-01-08", endDate = "2024-01-10", url = "https://agenda.example.org/harbour-24" };

    [Fact]
    public void Says_when_where_and_with_whom_a_session_is() => Text(Said(Harbour.MasterclassC)).ShouldBe(Json(new
    {
        context = "https://schema.org",
        type = "Event",
        name = "Designing and Leading Professional Learning Networks",
        startDate = "2024-01-08T14:00:00+00:00",
        endDate = "2024-01-08T16:30:00+00:00",
        location = new { type = "Place", name = "Birch Room, Linen Hall" },
        description = "Engaging educators.\n\nWhat to bring\n\n- one sheet",
        eventStatus = "https://schema.org/EventScheduled",
        eventAttendanceMode = "https://schema.org/OfflineEventAttendanceMode",
        performer = new[] { Layla },
        organizer = new[] { Aoife, Nino },
        inLanguage = "en",
        url = "https://agenda.example.org/harbour-24/sessions/MC-C",
        superEvent = Conference,
    }));

    [Fact]
    public void Contributions_that_have_a_time_are_events_within_it_and_an_online_room_is_the_page()
    {
        var place = new { type = "VirtualLocation", url = "https://agenda.example.org/harbour-24/sessions/PS-1" };
        var untimed = Harbour.Papers.Contributions[1] with { Id = new(Guid.CreateVersion7()), Code = "PS-1.3", Title = "Whenever", Minutes = null };

        Text(Said(Harbour.Papers with { Contributions = [.. Harbour.Papers.Contributions, untimed] })).ShouldBe(Json(new
        {
            context = "https://schema.org",
            type = "Event",
            name = "Who is in the room?",
            startDate = "2024-01-09T23:00:00+00:00",
            endDate = "2024-01-10T00:30:00+00:00",
            location = place,
            eventStatus = "https://schema.org/EventScheduled",
            eventAttendanceMode = "https://schema.org/OnlineEventAttendanceMode",
            performer = new[] { Aoife },
            inLanguage = "ga",
            url = "https://agenda.example.org/harbour-24/sessions/PS-1",
            superEvent = Conference,
            subEvent = new object[]
            {
                new { type = "Event", name = "Attendance as evidence", startDate = "2024-01-09T23:00:00+00:00", endDate = "2024-01-09T23:20:00+00:00", location = place, performer = new[] { Aoife } },
                new { type = "Event", name = "The empty chair", startDate = "2024-01-09T23:20:00+00:00", endDate = "2024-01-09T23:45:00+00:00", location = place },
            },
        }));
    }

    [Fact]
    public void A_cancelled_session_says_so_and_its_place_has_the_address_of_the_building()
    {
        var said = Said(Harbour.Cancelled)!;

        said["eventStatus"]!.GetValue<string>().ShouldBe("https://schema.org/EventCancelled");
        said["location"]!.ToJsonString().ShouldBe("""{"@type":"Place","name":"Great Hall, Linen Hall","address":"1 Quay Street"}""");
    }

    [Fact]
    public void A_session_without_a_room_is_at_the_conference_and_says_neither_online_nor_offline()
    {
        var said = Said(Harbour.Opening with { Room = null })!;

        said["location"]!.ToJsonString().ShouldBe("""{"@type":"Place","name":"Harbour 24"}""");
        said.ContainsKey("eventAttendanceMode").ShouldBeFalse();
    }

    [Fact]
    public void The_offset_is_that_of_the_very_date()
    {
        // The night in which Dublin's clocks go forward.
        var said = Said(Harbour.Opening with { LocalStart = new LocalDateTime(2024, 3, 31, 0, 30), Minutes = 60 })!;

        (said["startDate"]!.GetValue<string>(), said["endDate"]!.GetValue<string>()).ShouldBe(("2024-03-31T00:30:00+00:00", "2024-03-31T02:30:00+01:00"));
    }

    [Fact]
    public void A_talk_that_is_its_whole_session_is_one_event_with_the_abstract_cut_behind_a_word()
    {
        var talk = Harbour.Papers.Contributions[0] with { Title = Harbour.Papers.Title, Abstract = string.Concat(Enumerable.Repeat("**words** ", 200)) };

        var said = Said(Harbour.Papers with { Contributions = [talk] })!;

        said.ContainsKey("subEvent").ShouldBeFalse();
        said["description"]!.GetValue<string>().ShouldBe(string.Concat(Enumerable.Repeat("words ", 83)) + "…");
    }

    [Fact]
    public void A_masterclass_is_given_by_its_chairs_and_who_was_erased_is_named_nowhere()
    {
        var erased = Harbour.Nino with { GivenName = "", FamilyName = "Name withdrawn", Affiliation = null, Country = null };
        var agenda = new PublishedAgenda(Harbour.Document([Harbour.MasterclassC with { Discussants = [] }]) with { People = [Harbour.Aoife, erased, Harbour.Layla] });

        var said = JsonNode.Parse(SchemaEvent.Of(agenda, agenda.Sessions[0], Html.Address)!)!;

        said["performer"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).ShouldBe(["Aoife Brannagh-Quill"]);
        said["organizer"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).ShouldBe(["Aoife Brannagh-Quill"]);
    }

    [Fact]
    public void A_session_to_be_announced_says_nothing() => Said(Harbour.Unplaced).ShouldBeNull();

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("]]>&lt;/script&gt;\"'\\")]
    [InlineData("\u2028\u2029\u0085\0\u001b")]
    [InlineData("\ud800 lone")]
    [InlineData("𝔸 👩‍🔬 ნინო")]
    public void No_text_ends_the_element_or_the_string_that_it_stands_in(string text)
    {
        var session = Harbour.MasterclassC with { Title = text, Abstract = text, Language = text };
        var agenda = new PublishedAgenda(Harbour.Document([session]) with { People = [Harbour.Aoife with { FamilyName = text, Affiliation = text }, Harbour.Nino, Harbour.Layla] });

        var data = SchemaEvent.Of(agenda, agenda.Sessions[0], Html.Address)!;

        data.IndexOfAny(['<', '>', '&', '\'', '\u2028', '\u2029', '\u0085', '\0', '\n']).ShouldBe(-1);
        JsonNode.Parse(data)!["name"]!.GetValue<string>().ShouldBe(text.Replace('\ud800', '\ufffd'));
    }

    [Fact]
    public async Task The_page_of_the_newest_release_carries_it_and_no_other()
    {
        var given = await Given.Conference(host, "found");
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("MC-C", "Networks </script>", more: new { @abstract = "Text." }), null, "2024-01-08T14:00:00", 150);
        await given.Session("TBA", "To be announced");
        await given.Published();
        await given.Published();

        var page = Html.Parse((await host.Reader().Read("/found/sessions/MC-C")).ShouldBe(HttpStatusCode.OK).Text);
        var data = JsonNode.Parse(page.QuerySelectorAll("head script[type='application/ld+json']").ShouldHaveSingleItem().TextContent)!;
        data["name"]!.GetValue<string>().ShouldBe("Networks </script>");
        data["url"]!.GetValue<string>().ShouldBe("https://agenda.example.org/found/sessions/MC-C");
        foreach (var path in (string[])["/found/sessions/MC-C?release=1", "/found/sessions/MC-C?release=2", "/found/sessions/TBA", "/found/sessions/none", "/found", "/"])
            Html.Parse((await host.Reader().Read(path)).Text).QuerySelectorAll("script:not([src])").ShouldBeEmpty(path);
    }

    private static JsonObject? Said(ReleasedSession session)
    {
        var agenda = Harbour.Published(session);
        return SchemaEvent.Of(agenda, agenda.Sessions[0], Html.Address) is { } data ? JsonNode.Parse(data)!.AsObject() : null;
    }

    private static string Text(JsonObject? said) => said!.ToJsonString();

    // Words of JSON-LD begin with a sign that names of C# cannot have.
    private static string Json(object said) => JsonSerializer.SerializeToNode(said)!.ToJsonString()
        .Replace("\"type\":", "\"@type\":", StringComparison.Ordinal).Replace("\"context\":", "\"@context\":", StringComparison.Ordinal);
}
