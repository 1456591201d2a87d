using Agenda.Domain.People;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Conferences;

/// <summary>
/// The programme of a conference as the start of another's. All dates move by the same number of weeks, so weekdays stay; wall times stay as well.
/// Sessions become drafts. What belongs to the one conference alone is left behind: releases, files, links to join, absences, what files call things.
/// </summary>
public sealed class ConferenceCopy
{
    private readonly Programme source;
    private readonly CopyScope scope;
    private readonly Dictionary<BuildingId, Building> buildings = [];
    private readonly Dictionary<RoomId, Room> rooms = [];
    private readonly Dictionary<SessionTypeId, SessionType> types = [];
    private readonly Dictionary<TrackId, Track> tracks = [];
    private readonly Dictionary<PersonId, Person> people = [];
    private readonly Dictionary<SessionId, Session> sessions = [];
    private readonly List<LeftOutOfCopy> leftOut = [];

    private ConferenceCopy(Programme source, Conference target, CopyScope scope)
    {
        (this.source, Target, this.scope) = (source, target, scope);
        Weeks = WeeksBetween(source.Conference.FirstDay, target.FirstDay);
        if (scope.Rooms)
            CopyPlaces();
        foreach (var type in scope.Types ? source.Types : [])
            types[type.Id] = new(target, type.Code, new(type.Name, type.Colour, type.DefaultMinutes, type.Plenary, type.Parallel, type.Break, type.NeedsChair));
        foreach (var track in scope.Tracks ? source.Tracks : [])
            tracks[track.Id] = new(target, track.Slug, track.Name, track.Colour);
        if (scope.People)
            CopyPeople();
        if (scope.Sessions)
            CopySessions();
    }

    /// <summary>The conference that begins with the copy.</summary>
    public Conference Target { get; }

    /// <summary>By how many weeks all dates move.</summary>
    public int Weeks { get; }

    public IReadOnlyCollection<Building> Buildings => buildings.Values;

    public IReadOnlyCollection<Room> Rooms => rooms.Values;

    public IReadOnlyCollection<SessionType> Types => types.Values;

    public IReadOnlyCollection<Track> Tracks => tracks.Values;

    public IReadOnlyCollection<Person> People => people.Values;

    public IReadOnlyCollection<Session> Sessions => sessions.Values;

    /// <summary>What was asked for and could not be taken.</summary>
    public IReadOnlyList<LeftOutOfCopy> LeftOut => leftOut;

    /// <param name="source">The whole programme of the conference that is copied.</param>
    /// <param name="target">A new conference, with its days.</param>
    /// <param name="scope">What is to be copied; sessions need types.</param>
    public static ConferenceCopy Of(Programme source, Conference target, CopyScope scope) => new(source, target, scope);

    /// <summary>The whole number of weeks that is nearest to what is between two days.</summary>
    public static int WeeksBetween(LocalDate from, LocalDate to) => (int)Math.Floor((Period.DaysBetween(from, to) + 3) / 7.0);

    /// <summary>The codes of the sessions that are on a day of their conference, and would be on none of the copy.</summary>
    public IReadOnlyList<string> FallOutside()
    {
        var was = source.Conference;
        return [.. Copied.Where(s => s.LocalStart is { } start && IsWithin(start.Date, was) && !IsWithin(Moved(start.Date), Target)).Select(s => s.Code).Order(StringComparer.Ordinal)];
    }

    /// <summary>The rules between sessions of which both are copied.</summary>
    public IReadOnlyList<SessionConstraint> ConstraintsOf(IEnumerable<SessionConstraint> constraints) =>
    [
        .. constraints.Where(c => sessions.ContainsKey(c.First) && sessions.ContainsKey(c.Second)).Select(c => new SessionConstraint(Target, c.Kind, sessions[c.First], sessions[c.Second], c.Note)),
    ];

    /// <summary>The policy, with the ways between buildings that are copied.</summary>
    public ConflictPolicy PolicyOf(ConflictPolicy policy)
    {
        var copy = new ConflictPolicy(Target.Id);
        copy.Revise(new(
            policy.ChangeOverMinutes, policy.Severities, policy.RolePairs,
            [.. policy.WalkingTimes.Where(w => buildings.ContainsKey(w.One) && buildings.ContainsKey(w.Other)).Select(w => new WalkingTime(buildings[w.One].Id, buildings[w.Other].Id, w.Minutes))]));
        return copy;
    }

    /// <summary>Who somebody of the source is in the copy; null for nobody.</summary>
    public PersonId? PersonOf(PersonId? person) => person is { } id && people.TryGetValue(id, out var copy) ? copy.Id : null;

    private IEnumerable<Session> Copied => scope.Sessions ? source.Sessions.Where(s => s.Status != SessionStatus.Cancelled) : [];

    private static bool IsWithin(LocalDate day, Conference conference) => day >= conference.FirstDay && day <= conference.LastDay;

    private LocalDate Moved(LocalDate day) => day.PlusWeeks(Weeks);

    private void CopyPlaces()
    {
        foreach (var building in source.Buildings)
            buildings[building.Id] = new(Target, building.Name, building.Address, building.Coordinates);

        // Rooms point at each other, so all of them have their ids first.
        var ids = source.Rooms.ToDictionary(r => r.Id, _ => RoomId.New());
        foreach (var room in source.Rooms)
        {
            rooms[room.Id] = new(ids[room.Id], Target, room.Slug, new(room.Name, room.BuildingId is { } building ? buildings.GetValueOrDefault(building) : null, room.Capacity, room.Order, room.Virtual)
            {
                Parts = [.. room.Parts.Where(ids.ContainsKey).Select(part => ids[part])],
                OpeningHours = [.. room.OpeningHours.Select(hours => hours with { Day = hours.Day is { } day ? Moved(day) : null })],
            });
        }
    }

    private void CopyPeople()
    {
        foreach (var person in source.People)
        {
            if (person.IsErased)
            {
                leftOut.Add(new("person", person.Id.Value, person.Name, PeopleRefusals.Erased()));
                continue;
            }

            people[person.Id] = new(Target, new(person.GivenName, person.FamilyName)
            {
                Affiliation = person.Affiliation,
                Country = person.Country,
                Pronunciation = person.Pronunciation,
                Biography = person.Biography,
                Email = person.Email,
                Links = [.. person.Links],
            });
        }
    }

    private void CopySessions()
    {
        foreach (var cancelled in source.Sessions.Where(s => s.Status == SessionStatus.Cancelled).OrderBy(s => s.Code, StringComparer.Ordinal))
            leftOut.Add(new("session", cancelled.Id.Value, cancelled.Code, ConferenceRefusals.CancelledIsNotCopied(cancelled.Code)));
        foreach (var session in Copied.OrderBy(s => s.Code, StringComparer.Ordinal))
        {
            var copy = sessions[session.Id] = new(Target, FactsOf(session));
            copy.Note(session.Notes);
            if (session.Slot is not { } slot)
                continue;

            var asked = Target.Zone.Slot(slot.LocalStart.PlusWeeks(Weeks), slot.Minutes);
            if (asked.Slot is { } found)
                copy.Place(session.RoomId is { } room ? rooms.GetValueOrDefault(room) : null, found);
            else
                leftOut.Add(new("placement", copy.Id.Value, copy.Code, asked.Refusal!));
        }
    }

    private SessionFacts FactsOf(Session session) => new(session.Code, session.Title, types[session.TypeId])
    {
        Track = session.TrackId is { } track ? tracks.GetValueOrDefault(track) : null,
        Language = session.Language,
        Abstract = session.Abstract,
        Status = SessionStatus.Draft,
        Seats = session.Seats,
        Chairs = InRole(session, SessionRole.Chair),
        Discussants = InRole(session, SessionRole.Discussant),
        Contributions = [.. session.Contributions.OrderBy(c => c.Position).Select(c => new ContributionFacts(c.Code, c.Title)
        {
            Abstract = c.Abstract,
            Minutes = c.Minutes,
            Authors = [.. c.Authors.Where(a => people.ContainsKey(a.PersonId)).OrderBy(a => a.Position).Select(a => new AuthorFacts(people[a.PersonId].Id, a.Presenting))],
        })],
        Resources = [.. session.Resources],
    };

    private PersonId[] InRole(Session session, SessionRole role) =>
        [.. session.People.Where(p => p.Role == role && people.ContainsKey(p.PersonId)).OrderBy(p => p.Position).Select(p => people[p.PersonId].Id)];
}

/// <summary>What of a conference is copied.</summary>
public sealed record CopyScope(bool Rooms, bool Types, bool Tracks, bool People, bool Sessions);

/// <summary>Something that was not copied, or not whole.</summary>
/// <param name="Kind">Such as "person"; "placement" for a session that is copied without its slot.</param>
/// <param name="Id">Of the source; for a placement, of the copied session.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Why">Why not.</param>
public sealed record LeftOutOfCopy(string Kind, Guid Id, string Label, Refusal Why);
