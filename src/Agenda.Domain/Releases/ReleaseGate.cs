using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;

namespace Agenda.Domain.Releases;

/// <summary>What keeps a programme from being published: errors among what would be in the release, as long as nobody acknowledged them.</summary>
public sealed class ReleaseGate
{
    private ReleaseGate(ConflictList found, IReadOnlyList<Conflict> standing, IReadOnlyList<Acknowledgement> acknowledged, bool opens) =>
        (Found, Standing, Acknowledged, Opens) = (found, standing, acknowledged, opens);

    /// <summary>All conflicts among what would be published, whatever they matter.</summary>
    public ConflictList Found { get; }

    /// <summary>The errors that are not acknowledged.</summary>
    public IReadOnlyList<Conflict> Standing { get; }

    /// <summary>What is acknowledged by the publication itself; to be stored with the release.</summary>
    public IReadOnlyList<Acknowledgement> Acknowledged { get; }

    /// <summary>Whether it may be published.</summary>
    public bool Opens { get; }

    /// <summary>How many conflicts of less weight than an error there are.</summary>
    public int Of(Severity severity) => Found.Items.Count(c => c.Severity == severity);

    /// <summary>Looks at the programme that is published, with the policy and rules of its conference and all that was acknowledged in it.</summary>
    public static ReleaseGate Of(GatedProgramme gated, Publication publication)
    {
        var found = ConflictCheck.All(gated.Timetable());
        var known = gated.Acknowledgements.Select(a => (a.Conflict, a.State)).ToHashSet();
        var said = publication.Acknowledgements.GroupBy(a => (a.Conflict, a.State)).ToDictionary(g => g.Key, g => g.Last().Reason);
        var (standing, acknowledged) = (new List<Conflict>(), new List<Acknowledgement>());
        foreach (var conflict in found.Items.DistinctBy(c => c.Id).Where(c => !known.Contains((c.Id, c.State))))
        {
            if ((said.GetValueOrDefault((conflict.Id, conflict.State)) ?? (conflict.Severity == Severity.Error ? publication.AcknowledgeAll : null)) is { } reason)
                acknowledged.Add(new Acknowledgement(gated.Programme.Conference.Id, conflict, reason, publication.By, publication.At));
            else if (conflict.Severity == Severity.Error)
                standing.Add(conflict);
        }

        // Of a programme with more conflicts than are looked for nobody knows what the rest is.
        return new ReleaseGate(found, standing, acknowledged, standing.Count == 0 && (found.IsComplete || publication.AcknowledgeAll is not null));
    }
}

/// <summary>A programme and what else decides whether it may be published, read at one moment.</summary>
public sealed record GatedProgramme(Programme Programme, ReleaseDocument? Previous)
{
    public required ConflictPolicy Policy { get; init; }

    public required IReadOnlyList<SessionConstraint> Constraints { get; init; }

    public required IReadOnlyList<Acknowledgement> Acknowledgements { get; init; }

    /// <summary>What would be published of it, as conflicts see it: drafts and cancelled sessions are in nobody's way.</summary>
    public Timetable Timetable()
    {
        var conference = Programme.Conference;
        var confirmed = Programme.Sessions.Where(s => s.Status == SessionStatus.Confirmed).ToList();
        return new Timetable(new TimetableFacts(conference.Zone, conference.FirstDay, conference.LastDay)
        {
            Policy = Policy,
            Rooms = Programme.Rooms,
            Types = Programme.Types,
            Sessions = [.. confirmed.Select(Facts)],
            People = confirmed.ToDictionary(s => s.Id, Roles),
            Absences = Programme.People.Where(p => p.Absences.Count > 0).ToDictionary(p => p.Id, p => p.Absences),
            Constraints = Constraints,
            PublishedStarts = ZoneRuleEvidence.StartsOf(Previous),
        });
    }

    private static PlannedSessionFacts Facts(Session session) => new(session.Id, session.Code, session.Status, session.TypeId)
    {
        Track = session.TrackId,
        Room = session.RoomId,
        Slot = session.Slot,
        Seats = session.Seats,
        ContributionMinutes = session.Contributions.Sum(c => c.Minutes ?? 0),
        Arrangement = session.Arrangement,
    };

    private static List<RoleOfPerson> Roles(Session session) =>
    [
        .. session.People.Select(p => new RoleOfPerson(p.PersonId, p.Role == SessionRole.Chair ? ProgrammeRoles.Chair : ProgrammeRoles.Discussant)),
        .. session.Contributions.SelectMany(c => c.Authors).Select(a => new RoleOfPerson(a.PersonId, a.Presenting ? ProgrammeRoles.Presenter : ProgrammeRoles.Author)),
    ];
}
