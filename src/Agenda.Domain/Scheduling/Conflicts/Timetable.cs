using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling.Conflicts.Rules;
using NodaTime;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>
/// A programme at one moment, sorted so that what meets is found at once: for every place and every person their sessions in order of time.
/// Immutable; <see cref="With"/> tries other placements.
/// </summary>
public sealed class Timetable
{
    private readonly Dictionary<RoomId, PlannedRoom> rooms;
    private readonly Dictionary<SessionTypeId, SessionType> types;
    private readonly Dictionary<SessionId, PlannedSession> byId;
    private readonly Dictionary<RoomId, PlaceSchedule> places = [];
    private readonly Dictionary<PersonId, List<PlannedSession>> people = [];
    private readonly ResolvedTimes times;

    public Timetable(TimetableFacts facts)
        : this(facts, PlannedRoom.All(facts.Rooms), facts.Types.ToDictionary(t => t.Id), new ResolvedTimes(facts.Zone), null)
    {
    }

    private Timetable(TimetableFacts facts, Dictionary<RoomId, PlannedRoom> rooms, Dictionary<SessionTypeId, SessionType> types, ResolvedTimes times, Timetable? before)
    {
        (Facts, this.rooms, this.types, this.times) = (facts, rooms, types, times);
        Sessions = [.. facts.Sessions.Select(s => before?.byId.GetValueOrDefault(s.Id) is { } same && ReferenceEquals(same.Facts, s) ? same : Planned(s))];
        byId = Sessions.ToDictionary(s => s.Id);
        InOrder = [.. Sessions.Where(s => s.HasTime)];
        InOrder.Sort(PlannedSession.InTime);
        foreach (var session in InOrder)
            Enter(session);
        Walks = before?.Walks ?? new Walks(facts.Policy);
        Hours = before?.Hours ?? new RoomHours(facts.Zone);
        Days = before?.Days ?? ((facts.Zone.StartOf(facts.FirstDay), facts.Zone.StartOf(facts.LastDay.PlusDays(1))));
        Absences = before?.Absences ?? facts.Absences.ToDictionary(
            a => a.Key, a => a.Value.Select(time => (From: facts.Zone.Leniently(time.From), Until: facts.Zone.Leniently(time.Until))).Where(time => time.From < time.Until).ToArray());
    }

    /// <summary>What it was made of, moves included.</summary>
    public TimetableFacts Facts { get; }

    public ConflictPolicy Policy => Facts.Policy;

    public ConferenceZone Zone => Facts.Zone;

    public LocalDate FirstDay => Facts.FirstDay;

    public LocalDate LastDay => Facts.LastDay;

    public IReadOnlyCollection<PlannedRoom> Rooms => rooms.Values;

    public IReadOnlyList<SessionConstraint> Constraints => Facts.Constraints;

    public IReadOnlyList<PlannedSession> Sessions { get; }

    /// <summary>Those with a time, by start.</summary>
    internal List<PlannedSession> InOrder { get; }

    internal IReadOnlyDictionary<RoomId, PlaceSchedule> Places => places;

    /// <summary>By start.</summary>
    internal IReadOnlyDictionary<PersonId, List<PlannedSession>> People => people;

    internal Walks Walks { get; }

    internal RoomHours Hours { get; }

    /// <summary>From the start of the first day to the end of the last, in seconds of Unix time.</summary>
    internal (long From, long Until) Days { get; }

    /// <summary>When people cannot be there, in seconds of Unix time.</summary>
    internal IReadOnlyDictionary<PersonId, (long From, long Until)[]> Absences { get; }

    /// <summary>What the newest release says of a session, where its zone rules are not those in use now.</summary>
    internal PublishedStart? PublishedStart(SessionId session) => Facts.PublishedStarts.TryGetValue(session, out var published) ? published : null;

    public PlannedSession? Session(SessionId id) => byId.GetValueOrDefault(id);

    public PlannedRoom? Room(RoomId id) => rooms.GetValueOrDefault(id);

    /// <summary>The same programme with some sessions elsewhere, or nowhere.</summary>
    public Timetable With(IReadOnlyDictionary<SessionId, Placement?> moves) => new(
        Facts with { Sessions = [.. Facts.Sessions.Select(s => moves.TryGetValue(s.Id, out var placement) ? Moved(s, placement) : s)] }, rooms, types, times, this);

    /// <summary>A session as it would be in another place, without being entered there.</summary>
    internal PlannedSession Tried(PlannedSession session, Placement placement) => new(
        Moved(session.Facts, placement), session.Type, placement.Room is { } room ? rooms.GetValueOrDefault(room) : null, session.People, times.Of(placement.Slot));

    private static PlannedSessionFacts Moved(PlannedSessionFacts session, Placement? placement) =>
        placement?.Room == session.Room && placement?.Slot == session.Slot ? session
        : session with { Room = placement?.Room, Slot = placement?.Slot, Arrangement = session.Arrangement + 1 };

    private PlannedSession Planned(PlannedSessionFacts session) => new(
        session,
        types[session.Type],
        session.Room is { } room ? rooms.GetValueOrDefault(room) : null,
        RoleLists.Merged(Facts.People.GetValueOrDefault(session.Id)),
        session.Slot is { } slot ? times.Of(slot) : null);

    private void Enter(PlannedSession session)
    {
        // A break takes no room.
        if (session is { Room: { } room, Type.Break: false })
        {
            foreach (var place in room.Places)
            {
                if (!places.TryGetValue(place, out var schedule))
                    places[place] = schedule = new PlaceSchedule();
                schedule.Enter(session);
            }
        }

        foreach (var (person, _) in session.People)
        {
            if (!people.TryGetValue(person, out var list))
                people[person] = list = [];
            list.Add(session);
        }
    }
}
