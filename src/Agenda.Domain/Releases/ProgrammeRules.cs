using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;

namespace Agenda.Domain.Releases;

/// <summary>What decides, beside a programme itself, which rules it breaks.</summary>
/// <param name="Policy">How much each rule matters.</param>
/// <param name="Constraints">The rules between named sessions.</param>
/// <param name="PublishedStarts">What the newest release says where its zone rules are not those in use now; see <see cref="ZoneRuleEvidence"/>.</param>
public sealed record ProgrammeRules(ConflictPolicy Policy, IReadOnlyList<SessionConstraint> Constraints, IReadOnlyDictionary<SessionId, PublishedStart> PublishedStarts)
{
    /// <summary>A programme that was read whole, as conflicts see it at this moment. Cancelled sessions never count.</summary>
    public Timetable TimetableOf(Programme programme, Func<Session, bool> counts)
    {
        var conference = programme.Conference;
        var sessions = programme.Sessions.Where(s => s.Status != SessionStatus.Cancelled && counts(s)).ToList();
        return new Timetable(new TimetableFacts(conference.Zone, conference.FirstDay, conference.LastDay)
        {
            Policy = Policy,
            Rooms = programme.Rooms,
            Types = programme.Types,
            Sessions = [.. sessions.Select(Facts)],
            People = sessions.ToDictionary(s => s.Id, Roles),
            Absences = programme.People.Where(p => p.Absences.Count > 0).ToDictionary(p => p.Id, p => p.Absences),
            Constraints = Constraints,
            PublishedStarts = PublishedStarts,
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
