using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Web;

/// <summary>
/// A session as search engines read it: an Event of schema.org as JSON-LD. It is no EducationEvent, since breaks, dinners and posters
/// are sessions too.
/// </summary>
internal sealed class SchemaEvent(PublishedAgenda agenda, PublicAddress address)
{
    private const int LongestDescription = 500;

    // Letters of every script stay letters. "<", ">", "&", quotes and the separators U+2028 and U+2029 are escaped whatever is allowed,
    // so nothing that somebody entered ends the element that this stands in.
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The session; null while it is to be announced, because an event without a start is none to a search engine.</summary>
    public static string? Of(PublishedAgenda agenda, PublishedSession session, PublicAddress address) =>
        session.Times is { } times ? new SchemaEvent(agenda, address).Session(session, times).ToJsonString(Format) : null;

    private JsonObject Session(PublishedSession session, SlotTimes times)
    {
        var page = address.Session(agenda.Conference.Slug, session.Code);
        var place = Place(session.Room, page);
        var said = Event(session.Title, times.Start, times.End, place);
        said.Insert(0, "@context", "https://schema.org");
        said["description"] = Description(session);
        said["eventStatus"] = $"https://schema.org/Event{(session.Cancelled ? "Cancelled" : "Scheduled")}";
        said["eventAttendanceMode"] = session.Room is { } room ? $"https://schema.org/{(room.Virtual ? "Online" : "Offline")}EventAttendanceMode" : null;
        said["performer"] = People(Performers(session));
        said["organizer"] = People(session.Chairs);
        said["inLanguage"] = session.Language;
        said["url"] = page;
        said["superEvent"] = Conference();
        said["subEvent"] = SingleTalk.Is(session) ? null : List(session.Contributions.Where(c => c.Start is not null).Select(c => Contribution(c, place)));
        return Known(said);
    }

    private JsonObject Conference() => new()
    {
        ["@type"] = "Event",
        ["name"] = agenda.Conference.Name,
        ["startDate"] = LocalDatePattern.Iso.Format(agenda.Conference.FirstDay),
        ["endDate"] = LocalDatePattern.Iso.Format(agenda.Conference.LastDay),
        ["url"] = address.Agenda(agenda.Conference.Slug),
    };

    private static JsonObject Contribution(PublishedContribution contribution, JsonObject place)
    {
        var start = contribution.Start!.Value;
        var said = Event(contribution.Released.Title, start, start.PlusMinutes(contribution.Released.Minutes!.Value), place.DeepClone());
        said["performer"] = People(Speakers(contribution));
        return Known(said);
    }

    private static JsonObject Event(string name, ZonedDateTime start, ZonedDateTime end, JsonNode place) => new()
    {
        ["@type"] = "Event",
        ["name"] = name,
        ["startDate"] = Wording.StampOf(start),
        ["endDate"] = Wording.StampOf(end),
        ["location"] = place,
    };

    // Where to join is nobody's business who is not there: the session's page is what leads on. Without a room the conference is where it is.
    private JsonObject Place(ReleasedRoom? room, string page) => room?.Virtual == true
        ? new() { ["@type"] = "VirtualLocation", ["url"] = page }
        : Known(new() { ["@type"] = "Place", ["name"] = room?.Location ?? agenda.Conference.Name, ["address"] = room?.Address });

    private static string? Description(PublishedSession session)
    {
        var markdown = string.IsNullOrWhiteSpace(session.Abstract) && SingleTalk.Is(session) ? session.Contributions[0].Released.Abstract : session.Abstract;
        if (string.IsNullOrWhiteSpace(markdown))
            return null;

        var text = PlainText.Of(markdown).Trim();
        var brief = ShortText.Of(text, LongestDescription);
        return brief.Length < text.Length ? $"{brief} …" : text;
    }

    // A masterclass without contributions is given by its chairs.
    private static IEnumerable<PublishedPerson> Performers(PublishedSession session)
    {
        var heard = session.Contributions.SelectMany(Speakers).Concat(session.Discussants).ToList();
        return heard.Count > 0 ? heard : session.Chairs;
    }

    private static IEnumerable<PublishedPerson> Speakers(PublishedContribution contribution)
    {
        var presenting = contribution.Authors.Where(a => a.Presenting).ToList();
        return (presenting.Count > 0 ? presenting : contribution.Authors).Select(a => a.Person);
    }

    private static JsonArray? People(IEnumerable<PublishedPerson> people) => List(people.Distinct().Where(p => !p.Released.IsErased).Select(p => Known(new()
    {
        ["@type"] = "Person",
        ["name"] = p.Name,
        ["affiliation"] = p.Affiliation is { } affiliation ? new JsonObject { ["@type"] = "Organization", ["name"] = affiliation } : null,
    })));

    private static JsonArray? List(IEnumerable<JsonObject> items)
    {
        var list = new JsonArray([.. items]);
        return list.Count == 0 ? null : list;
    }

    /// <summary>Without what is not known: a null says nothing to anybody.</summary>
    private static JsonObject Known(JsonObject said)
    {
        foreach (var (name, _) in said.Where(p => p.Value is null).ToList())
            said.Remove(name);
        return said;
    }
}
