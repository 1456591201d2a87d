using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Resources;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Archives;

/// <summary>What is otherwise in an installation than in an archive.</summary>
/// <param name="Slug">What the conference is called here.</param>
/// <param name="UidHost">The host of UIDs of conferences that have none of their own.</param>
public sealed record ArchivedHere(string Slug, string UidHost);

/// <summary>
/// A conference made of an archive by the constructors of the domain. What only its history gave it - ids, versions, when something happened - is set
/// where the database would.
/// </summary>
internal sealed class RestoredConference
{
    private readonly AgendaDbContext db;
    private readonly Dictionary<BuildingId, Building> buildings;
    private readonly Dictionary<RoomId, Room> rooms;
    private readonly Dictionary<SessionTypeId, SessionType> types;
    private readonly Dictionary<TrackId, Track> tracks;
    private readonly Dictionary<SessionId, Session> sessions;

    public RestoredConference(AgendaDbContext db, ArchivedProgramme archive, ArchivedHere here)
    {
        this.db = db;
        Conference = Of(archive.Conference, here);
        buildings = archive.Buildings.ToDictionary(b => b.Id, Of);
        rooms = archive.Rooms.ToDictionary(r => r.Id, Of);
        types = archive.Types.ToDictionary(t => t.Id, Of);
        tracks = archive.Tracks.ToDictionary(t => t.Id, Of);
        sessions = archive.Sessions.ToDictionary(s => s.Id, Of);
        Everything =
        [
            Conference, .. buildings.Values, .. rooms.Values, .. types.Values, .. tracks.Values, .. archive.People.Select(Of), .. sessions.Values,
            .. archive.Constraints.Select(Of), .. archive.Acknowledgements.Select(Of), .. archive.Links.Select(Of),
        ];
        if (archive.Conference.Policy is { } policy)
            Everything.Add(Of(policy));
    }

    public Conference Conference { get; }

    /// <summary>All that is saved at once: everything but releases and files.</summary>
    public List<object> Everything { get; }

    public SessionFile Of(ArchivedFile f) => With(
        new SessionFile(sessions[f.Session], f.Contribution, new ReceivedFile(FileName.Of(f.Name)!, f.Size, f.Hash, f.UploadedAt), f.Order, f.VisibleFrom),
        (nameof(SessionFile.Id), f.Id), (nameof(SessionFile.Version), f.Version));

    private Conference Of(ArchivedConference c, ArchivedHere here)
    {
        var facts = new ConferenceFacts(c.Name, ConferenceZone.Of(c.TimeZone), c.FirstDay, c.LastDay, c.Contact, c.Links) { Colour = c.Colour };
        return With(
            new Conference(here.Slug, facts),
            (nameof(Conference.UidHost), c.UidHost == here.UidHost ? null : c.UidHost),
            (nameof(Conference.Id), c.Id), (nameof(Conference.JoinLinksInFeeds), c.JoinLinksInFeeds), (nameof(Conference.JoinLinksChangedAt), c.JoinLinksChangedAt), (nameof(Conference.Version), c.Version));
    }

    private ConflictPolicy Of(ArchivedPolicy p)
    {
        var policy = new ConflictPolicy(Conference.Id);
        policy.Revise(new ConflictPolicyFacts(p.ChangeOverMinutes, p.Severities, p.RolePairs, p.WalkingTimes));
        return With(policy, (nameof(ConflictPolicy.Version), p.Version));
    }

    private Building Of(ArchivedBuilding b) =>
        With(new Building(Conference, b.Name, b.Address, b.Coordinates), (nameof(Building.Id), b.Id), (nameof(Building.Version), b.Version));

    private Room Of(ArchivedRoom r)
    {
        var facts = new RoomFacts(r.Name, r.Building is { } building ? buildings[building] : null, r.Capacity, r.Order, r.Virtual)
        {
            Parts = r.Parts,
            OpeningHours = r.OpeningHours,
        };
        return With(
            new Room(Conference, r.Slug, facts),
            (nameof(Room.Id), r.Id), (nameof(Room.JoinUrl), r.JoinUrl), (nameof(Room.JoinChangedAt), r.JoinChangedAt), (nameof(Room.ImportedAs), r.ImportedAs), (nameof(Room.Version), r.Version));
    }

    private SessionType Of(ArchivedSessionType t) => With(
        new SessionType(Conference, t.Code, new SessionTypeFacts(t.Name, t.Colour, t.DefaultMinutes, t.Plenary, t.Parallel, t.Break, t.NeedsChair)),
        (nameof(SessionType.Id), t.Id), (nameof(SessionType.Version), t.Version));

    private Track Of(ArchivedTrack t) => With(new Track(Conference, t.Slug, t.Name, t.Colour), (nameof(Track.Id), t.Id), (nameof(Track.Version), t.Version));

    private Person Of(ArchivedPerson p)
    {
        var facts = new PersonFacts(p.GivenName, p.FamilyName)
        {
            Affiliation = p.Affiliation,
            Country = p.Country,
            Pronunciation = p.Pronunciation,
            Biography = p.Biography,
            Email = p.Email,
            Links = p.Links,
            Absences = p.Absences,
        };
        return With(
            new Person(Conference, facts, p.ExternalId),
            (nameof(Person.Id), p.Id), (nameof(Person.SortKey), Person.SortKeyOf(p.Id, p.GivenName, p.FamilyName)), (nameof(Person.ImportedAs), p.ImportedAs), (nameof(Person.ErasedAt), p.ErasedAt), (nameof(Person.Version), p.Version));
    }

    private Session Of(ArchivedSession s)
    {
        var facts = new SessionFacts(s.Code, s.Title, types[s.Type])
        {
            Track = s.Track is { } track ? tracks[track] : null,
            Language = s.Language,
            Abstract = s.Abstract,
            Status = s.Status,
            Seats = s.Seats,
            Chairs = s.Chairs,
            Discussants = s.Discussants,
            Contributions = [.. s.Contributions.Select(c => new ContributionFacts(c.Code, c.Title)
            {
                Id = c.Id,
                Abstract = c.Abstract,
                Minutes = c.Minutes,
                Authors = c.Authors,
            })],
            Resources = s.Resources,
        };
        Placement? placement = s.Placement is { } at ? new Placement(at.Room, new TimeSlot(at.Start, at.Minutes, at.Offset)) : null;
        var session = new Session(s.Id, Conference, facts, placement);
        session.Note(s.Notes);
        return With(
            session,
            (nameof(Session.ExternalId), s.ExternalId), (nameof(Session.ImportedAs), s.ImportedAs), (nameof(Session.JoinUrl), s.JoinUrl), (nameof(Session.JoinChangedAt), s.JoinChangedAt),
            (nameof(Session.Arrangement), s.Arrangement), (nameof(Session.Version), s.Version));
    }

    private SessionConstraint Of(ArchivedConstraint c) =>
        With(new SessionConstraint(Conference, c.Kind, sessions[c.First], sessions[c.Second], c.Note), (nameof(SessionConstraint.Id), c.Id));

    private Acknowledgement Of(ArchivedAcknowledgement a) => Acknowledgement.Of(a.Id, Conference.Id, (a.Conflict, a.State, a.Rule), a.Reason, a.By, a.At);

    private SessionLink Of(ArchivedLink l) => With(
        new SessionLink(sessions[l.Session], l.Contribution, new Link(l.Title, l.Url), l.Order, l.VisibleFrom, l.AddedAt),
        (nameof(SessionLink.Id), l.Id), (nameof(SessionLink.Version), l.Version));

    private T With<T>(T entity, params ReadOnlySpan<(string Property, object? Value)> kept)
        where T : class
    {
        var entry = db.Entry(entity);
        foreach (var (property, value) in kept)
            entry.Property(property).CurrentValue = value;
        return entity;
    }
}
