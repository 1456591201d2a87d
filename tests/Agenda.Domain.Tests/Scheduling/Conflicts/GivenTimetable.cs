using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Tests.Scheduling.Conflicts;

/// <summary>A timetable in the words of a test: rooms, types and people by name, sessions by code.</summary>
internal sealed class GivenTimetable
{
    private readonly List<Room> rooms = [];
    private readonly List<SessionType> types = [];
    private readonly List<PlannedSessionFacts> sessions = [];
    private readonly Dictionary<SessionId, List<RoleOfPerson>> people = [];
    private readonly Dictionary<PersonId, IReadOnlyList<Absence>> absences = [];
    private readonly List<SessionConstraint> constraints = [];
    private readonly Dictionary<string, PersonId> persons = [];
    private readonly Dictionary<SessionId, PublishedStart> published = [];
    private readonly Conference conference;
    private readonly LocalDate firstDay, lastDay;
    private ConflictPolicyFacts policy = new(0, [], [], []);

    public GivenTimetable(string zone = "Europe/Dublin", LocalDate? firstDay = null, int days = 3)
    {
        this.firstDay = firstDay ?? new LocalDate(2024, 1, 8);
        lastDay = this.firstDay.PlusDays(days - 1);
        conference = new Conference("tried", new ConferenceFacts("Tried", ConferenceZone.Of(zone), this.firstDay, lastDay, null, []));
        Type = AddType("MC");
    }

    /// <summary>That of sessions unless another is said.</summary>
    public SessionType Type { get; }

    public ConferenceZone Zone => conference.Zone;

    public IReadOnlyList<Room> Rooms => rooms;

    public Timetable Timetable
    {
        get
        {
            var own = new ConflictPolicy(conference.Id);
            own.Revise(policy);
            return new Timetable(new TimetableFacts(conference.Zone, firstDay, lastDay)
            {
                Policy = own,
                Rooms = rooms,
                Types = types,
                Sessions = [.. sessions],
                People = people,
                Absences = absences,
                Constraints = constraints,
                PublishedStarts = published,
            });
        }
    }

    /// <summary>Each conflict as "rule: code code person", in order.</summary>
    public IReadOnlyList<string> Found => Told(ConflictCheck.All(Timetable));

    public IReadOnlyList<string> Told(ConflictList list) => [.. list.Items.Select(c =>
        $"{c.Rule}: {c.First.Code}{(c.Second is { } second ? " " + second.Code : "")}{(c.Person is { } person ? " " + persons.Single(p => p.Value == person).Key : "")}").Order(StringComparer.Ordinal)];

    public SessionType AddType(string code, bool plenary = false, bool parallel = false, bool isBreak = false, bool needsChair = false)
    {
        var type = new SessionType(conference, code, new SessionTypeFacts(code, null, null, plenary, parallel, isBreak, needsChair));
        types.Add(type);
        return type;
    }

    public Building Building(string name) => new(conference, name, null);

    public Room Room(string name, int? capacity = null, Building? building = null, Room[]? parts = null, OpeningHours[]? hours = null, bool isVirtual = false)
    {
        var room = new Room(conference, name, new RoomFacts(name, building, capacity, rooms.Count, isVirtual)
        {
            Parts = [.. (parts ?? []).Select(p => p.Id)],
            OpeningHours = hours ?? [],
        });
        rooms.Add(room);
        return room;
    }

    public PersonId Person(string name) => persons.TryGetValue(name, out var known) ? known : persons[name] = PersonId.New();

    public void Away(string name, params Absence[] times) => absences[Person(name)] = times;

    /// <summary>A confirmed session; roles such as "chair Ada", "presenter Ada".</summary>
    public PlannedSessionFacts Session(
        string code, Room? room = null, LocalDateTime? start = null, int minutes = 60, SessionType? type = null, SessionStatus status = SessionStatus.Confirmed, int? seats = null, int talks = 0,
        Offset? offset = null, params string[] roles)
    {
        var session = new PlannedSessionFacts(SessionId.New(), code, status, (type ?? Type).Id)
        {
            Room = room?.Id,
            Slot = start is { } local ? new TimeSlot(local, minutes, offset) : null,
            Seats = seats,
            ContributionMinutes = talks,
            Arrangement = 1,
        };
        sessions.Add(session);
        people[session.Id] = [.. roles.Select(role => role.Split(' ')).Select(role => new RoleOfPerson(Person(role[1]), Enum.Parse<ProgrammeRoles>(role[0], ignoreCase: true)))];
        return session;
    }

    public void Policy(int changeOver = 0, RuleSeverity[]? severities = null, RolePairSeverity[]? pairs = null, WalkingTime[]? walks = null) =>
        policy = new(changeOver, severities ?? [], pairs ?? [], walks ?? []);

    public void Constraint(SessionConstraintKind kind, PlannedSessionFacts first, PlannedSessionFacts second) => constraints.Add(MakeConstraint(kind, first.Id, second.Id));

    public void Published(PlannedSessionFacts session, Instant instant) =>
        published[session.Id] = new PublishedStart(session.Slot!.Value.LocalStart, session.Slot.Value.Offset, instant);

    public static LocalDateTime At(int day, int hour, int minute = 0) => new LocalDate(2024, 1, 8).PlusDays(day - 1).At(new LocalTime(hour, minute));

    // Constraints are made of sessions that exist; here only their ids matter.
    private SessionConstraint MakeConstraint(SessionConstraintKind kind, SessionId first, SessionId second)
    {
        var constraint = new SessionConstraint(conference, kind, Entity(), Entity(), null);
        typeof(SessionConstraint).GetProperty(nameof(SessionConstraint.First))!.SetValue(constraint, first);
        typeof(SessionConstraint).GetProperty(nameof(SessionConstraint.Second))!.SetValue(constraint, second);
        return constraint;
    }

    private Session Entity() => new(conference, new SessionFacts("X", "X", Type));
}
