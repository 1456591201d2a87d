using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Domain.Tests;

/// <summary>A small programme in Dublin, 12 to 14 January 2027, to start a test from.</summary>
public sealed class Given
{
    public static readonly Instant Morning = Instant.FromUtc(2026, 12, 1, 9, 0);

    public static readonly LocalDate Tuesday = new(2027, 1, 12);

    private readonly List<Session> sessions = [];
    private readonly List<Person> people = [];
    private readonly List<Room> rooms = [];

    public Given()
    {
        Conference = new Conference("meitheal-2027", Facts("Europe/Dublin"));
        Saint = new Building(Conference, "St. Brigid's House", "1 Meadow Walk");
        Willow = Room("willow", "Willow Room", Saint, 60);
        Rowan = Room("rowan", "Rowan Room", Saint, 40);
        Loft = Room("loft", "Loft", null, null);
        Masterclass = new SessionType(Conference, "MC", new("Masterclass"));
        Paper = new SessionType(Conference, "PS", new("Paper session"));
        Teaching = new Track(Conference, "teaching", "Teaching", "#1f6f8b");
        Leading = new Track(Conference, "leading", "Leading", null);
        Lucja = Person("Łucja", "Źdźbłowska", "Akademia Szkolna, Łódź");
        Niamh = Person("Niamh", "Ní Thuathaláin", "Meitheal Institute");
        Okello = Person("Okello", "p'Lakwena", null);
    }

    public Conference Conference { get; }

    public Building Saint { get; }

    public Room Willow { get; }

    public Room Rowan { get; }

    public Room Loft { get; }

    public SessionType Masterclass { get; }

    public SessionType Paper { get; }

    public Track Teaching { get; }

    public Track Leading { get; }

    public Person Lucja { get; }

    public Person Niamh { get; }

    public Person Okello { get; }

    public Programme Programme => new(Conference, [Saint], rooms, [Masterclass, Paper], [Teaching, Leading], people, sessions);

    public static ConferenceFacts Facts(string zone) => new("Meitheal 2027", ConferenceZone.Of(zone), Tuesday, Tuesday.PlusDays(2), "The office", []);

    public static TimeSlot At(string start, int minutes, int? offset = null) => new(
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(start).Value, minutes, offset is { } hours ? Offset.FromHours(hours) : null);

    public static SessionFacts WithTalks(SessionFacts facts, params ContributionFacts[] talks) => facts with { Contributions = talks };

    /// <summary>A confirmed masterclass unless said otherwise, in the Willow Room on Tuesday at nine.</summary>
    public Session Session(string code, Func<SessionFacts, SessionFacts>? with = null, Room? room = null, string start = "2027-01-12 09:00", int minutes = 60, int? offset = null)
    {
        var session = Unplaced(code, with);
        session.Place(room ?? Willow, At(start, minutes, offset));
        return session;
    }

    public Session Unplaced(string code, Func<SessionFacts, SessionFacts>? with = null)
    {
        var facts = new SessionFacts(code, $"Title of {code}", Masterclass) { Status = SessionStatus.Confirmed };
        var session = new Session(Conference, with is null ? facts : with(facts));
        sessions.Add(session);
        return session;
    }

    /// <summary>What would be entered to leave the session as it is.</summary>
    public SessionFacts Now(Session session) => new(session.Code, session.Title, session.TypeId == Masterclass.Id ? Masterclass : Paper)
    {
        Track = session.TrackId == Teaching.Id ? Teaching : session.TrackId == Leading.Id ? Leading : null,
        Language = session.Language,
        Abstract = session.Abstract,
        Status = session.Status,
        Chairs = [.. session.People.Where(p => p.Role == SessionRole.Chair).OrderBy(p => p.Position).Select(p => p.PersonId)],
        Discussants = [.. session.People.Where(p => p.Role == SessionRole.Discussant).OrderBy(p => p.Position).Select(p => p.PersonId)],
        Contributions = [.. session.Contributions.Select(c => new ContributionFacts(c.Code, c.Title)
        {
            Id = c.Id, Abstract = c.Abstract, Minutes = c.Minutes, Authors = [.. c.Authors.OrderBy(a => a.Position).Select(a => new AuthorFacts(a.PersonId, a.Presenting))],
        })],
        Resources = [.. session.Resources],
    };

    public Session Revise(Session session, Func<SessionFacts, SessionFacts> with)
    {
        session.Revise(with(Now(session)));
        return session;
    }

    public void Remove(Session session) => sessions.Remove(session);

    public Person Person(string given, string family, string? affiliation)
    {
        var person = new Person(Conference, new(given, family) { Affiliation = affiliation, Email = "secret@example.org" });
        people.Add(person);
        return person;
    }

    public ReleaseDocument Publish(ReleaseDocument? previous = null, Instant? at = null) =>
        Publishing.NextRelease(Programme, previous, new Publication(at ?? previous?.PublishedAt + Duration.FromHours(1) ?? Morning, "Niamh", "Note")).Release!;

    public PublishedAgenda Agenda() => new(Publish());

    private Room Room(string slug, string name, Building? building, int? capacity)
    {
        var room = new Room(Conference, slug, new(name, building, capacity, rooms.Count, Virtual: false));
        rooms.Add(room);
        return room;
    }
}
