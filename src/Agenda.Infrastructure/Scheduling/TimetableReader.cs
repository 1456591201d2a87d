using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Scheduling;

/// <summary>
/// Reads what conflicts need of a programme, and no texts: a fixed number of narrow queries, whatever its size. What somebody else saves between
/// two of them is seen in part; an answer that must not be of two moments is read in a transaction of the caller.
/// </summary>
public static class TimetableReader
{
    /// <param name="publishedStarts">What the newest release says where its zone rules are not those in use now; see <see cref="TimetableFacts.PublishedStarts"/>.</param>
    public static async Task<Timetable> ReadAsync(
        AgendaDbContext db, Conference conference, IReadOnlyDictionary<SessionId, PublishedStart>? publishedStarts, CancellationToken cancellation)
    {
        var id = conference.Id;
        var facts = await FactsAsync(db, conference, publishedStarts, cancellation);
        var absences = await db.People.AsNoTracking().Where(p => p.ConferenceId == id && (string)(object)p.Absences != "").Select(p => new { p.Id, p.Absences }).ToListAsync(cancellation);
        var people = await PeopleAsync(db, id, cancellation);
        var minutes = await MinutesAsync(db.Sessions.Where(s => s.ConferenceId == id), cancellation);
        var sessions = await SessionsAsync(db.Sessions.Where(s => s.ConferenceId == id), minutes, cancellation);
        return Of(facts with { People = people, Absences = absences.ToDictionary(p => p.Id, p => p.Absences) }, sessions);
    }

    /// <summary>The policy of a conference; that of a new one where none was entered.</summary>
    public static async Task<ConflictPolicy> PolicyAsync(AgendaDbContext db, ConferenceId conference, CancellationToken cancellation) =>
        await db.ConflictPolicies.AsNoTracking().SingleOrDefaultAsync(p => p.ConferenceId == conference, cancellation) ?? new ConflictPolicy(conference);

    /// <summary>What decides, beside a programme itself, which rules it breaks; <paramref name="newest"/> is its newest release.</summary>
    public static async Task<ProgrammeRules> RulesAsync(AgendaDbContext db, ConferenceId conference, ReleaseDocument? newest, CancellationToken cancellation) => new(
        await PolicyAsync(db, conference, cancellation),
        await db.SessionConstraints.AsNoTracking().Where(c => c.ConferenceId == conference).ToListAsync(cancellation),
        ZoneRuleEvidence.StartsOf(newest));

    /// <summary>What does not grow with the sessions of a programme.</summary>
    internal static async Task<TimetableFacts> FactsAsync(AgendaDbContext db, Conference conference, IReadOnlyDictionary<SessionId, PublishedStart>? publishedStarts, CancellationToken cancellation)
    {
        var id = conference.Id;
        return new TimetableFacts(conference.Zone, conference.FirstDay, conference.LastDay)
        {
            Policy = await PolicyAsync(db, id, cancellation),
            Rooms = await db.Rooms.AsNoTracking().Where(r => r.ConferenceId == id).ToListAsync(cancellation),
            Types = await db.SessionTypes.AsNoTracking().Where(t => t.ConferenceId == id).ToListAsync(cancellation),
            Sessions = [],
            People = new Dictionary<SessionId, List<RoleOfPerson>>(),
            Constraints = await db.SessionConstraints.AsNoTracking().Where(c => c.ConferenceId == id).ToListAsync(cancellation),
            PublishedStarts = publishedStarts ?? new Dictionary<SessionId, PublishedStart>(),
        };
    }

    /// <summary>Rooms and types that were added between the queries have no session that is known here; sessions of unknown ones come with the next reading.</summary>
    internal static Timetable Of(TimetableFacts facts, IEnumerable<PlannedSessionFacts> sessions)
    {
        var known = facts.Types.Select(t => t.Id).ToHashSet();
        return new Timetable(facts with { Sessions = [.. sessions.Where(s => known.Contains(s.Type))] });
    }

    internal static async Task<List<PlannedSessionFacts>> SessionsAsync(IQueryable<Session> sessions, Dictionary<SessionId, int> minutes, CancellationToken cancellation)
    {
        var rows = await sessions.AsNoTracking().Where(s => s.Status != SessionStatus.Cancelled)
            .Select(s => new { s.Id, s.Code, s.Status, s.TypeId, s.TrackId, s.RoomId, s.LocalStart, s.Minutes, s.StartOffset, s.Seats, s.Arrangement }).ToListAsync(cancellation);
        return [.. rows.Select(s => new PlannedSessionFacts(s.Id, s.Code, s.Status, s.TypeId)
        {
            Track = s.TrackId,
            Room = s.RoomId,
            Slot = s is { LocalStart: { } start, Minutes: { } length } ? new TimeSlot(start, length, s.StartOffset) : null,
            Seats = s.Seats,
            ContributionMinutes = minutes.GetValueOrDefault(s.Id),
            Arrangement = s.Arrangement,
        })];
    }

    internal static async Task<Dictionary<SessionId, int>> MinutesAsync(IQueryable<Session> sessions, CancellationToken cancellation)
    {
        var rows = await sessions.SelectMany(s => s.Contributions).Where(c => c.Minutes != null)
            .GroupBy(c => c.SessionId).Select(c => new { Session = c.Key, Minutes = c.Sum(one => one.Minutes) }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Session, r => r.Minutes ?? 0);
    }

    private static async Task<Dictionary<SessionId, List<RoleOfPerson>>> PeopleAsync(AgendaDbContext db, ConferenceId conference, CancellationToken cancellation)
    {
        var sessions = db.Sessions.Where(s => s.ConferenceId == conference && s.Status != SessionStatus.Cancelled);
        var inRoles = await sessions.SelectMany(s => s.People).AsNoTracking().Select(p => new { p.SessionId, p.PersonId, p.Role }).ToListAsync(cancellation);
        var authors = await sessions.SelectMany(s => s.Contributions).SelectMany(c => c.Authors, (c, a) => new { c.SessionId, a.PersonId, a.Presenting }).AsNoTracking().ToListAsync(cancellation);

        return Merged(inRoles.Select(p => (p.SessionId, p.PersonId, RoleOf(p.Role))).Concat(authors.Select(a => (a.SessionId, a.PersonId, RoleOf(a.Presenting)))));
    }

    internal static ProgrammeRoles RoleOf(SessionRole role) => role == SessionRole.Chair ? ProgrammeRoles.Chair : ProgrammeRoles.Discussant;

    internal static ProgrammeRoles RoleOf(bool presenting) => presenting ? ProgrammeRoles.Presenter : ProgrammeRoles.Author;

    internal static Dictionary<SessionId, List<RoleOfPerson>> Merged(IEnumerable<(SessionId Session, PersonId Person, ProgrammeRoles Role)> roles)
    {
        var people = new Dictionary<SessionId, List<RoleOfPerson>>();
        foreach (var (session, person, role) in roles)
        {
            if (!people.TryGetValue(session, out var list))
                people[session] = list = [];
            list.Add(new(person, role));
        }

        return people;
    }
}
