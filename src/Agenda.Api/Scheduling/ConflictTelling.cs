using Agenda.Api.Http;
using Agenda.Api.Web.Reading;
using Agenda.Domain;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Scheduling;

/// <summary>Tells conflicts to a caller: with the names of people, what was acknowledged of them, and to a chair only those of their own sessions.</summary>
internal sealed class ConflictTelling
{
    private readonly ILookup<Guid, Acknowledgement> acknowledgements;
    private readonly IReadOnlyDictionary<PersonId, string> names;

    private readonly Locale locale;

    private ConflictTelling(ILookup<Guid, Acknowledgement> acknowledgements, IReadOnlyDictionary<PersonId, string> names, Locale locale) =>
        (this.acknowledgements, this.names, this.locale) = (acknowledgements, names, locale);

    /// <summary>Looks up what is needed to tell these conflicts.</summary>
    public static async Task<ConflictTelling> OfAsync(AgendaDbContext db, EditedConference conference, IEnumerable<Conflict> conflicts, CancellationToken cancellation)
    {
        var id = conference.Id;
        var people = conflicts.Select(c => c.Person).OfType<PersonId>().Distinct().ToList();
        var names = people.Count == 0 ? [] : await db.People.AsNoTracking().Where(p => p.ConferenceId == id && EF.Parameter(people).Contains(p.Id))
            .Select(p => new { p.Id, p.GivenName, p.FamilyName }).ToListAsync(cancellation);
        return new ConflictTelling(
            await AcknowledgementsAsync(db, id, cancellation), names.ToDictionary(p => p.Id, p => Domain.People.Person.NameOf(p.GivenName, p.FamilyName)), conference.Language.Tell());
    }

    /// <summary>All that was acknowledged in a conference, by conflict.</summary>
    public static async Task<ILookup<Guid, Acknowledgement>> AcknowledgementsAsync(AgendaDbContext db, ConferenceId conference, CancellationToken cancellation) =>
        (await db.Acknowledgements.AsNoTracking().Where(a => a.ConferenceId == conference).ToListAsync(cancellation)).ToLookup(a => a.Conflict);

    /// <summary>Whether the caller may see the conflict: chairs see those of which all sessions are theirs, and when people are away only those who see what is private.</summary>
    public static bool IsSeen(Conflict conflict, EditedConference conference) =>
        (conflict.Rule != ConflictRule.PersonUnavailable || conference.ShowsPrivate) && IsOfOwn(conflict, conference);

    private static bool IsOfOwn(Conflict conflict, EditedConference conference) =>
        conference.OnlyChairedBy is not { } chair || (IsChairedBy(conflict.First, chair) && (conflict.Second is not { } second || IsChairedBy(second, chair)));

    public bool IsAcknowledged(Conflict conflict) => acknowledgements[conflict.Id].Any(a => a.IsOf(conflict));

    public ConflictResponse Tell(Conflict conflict)
    {
        var (holds, lapsed) = (acknowledgements[conflict.Id].FirstOrDefault(a => a.IsOf(conflict)), acknowledgements[conflict.Id].MaxBy(a => a.At));
        var name = conflict.Person is { } person ? names.GetValueOrDefault(person) : null;
        return new ConflictResponse
        {
            Id = conflict.Id,
            Rule = conflict.Rule,
            Severity = conflict.Severity,
            Sessions = [.. new[] { conflict.First, conflict.Second }.OfType<PlannedSession>().Select(s => new ConflictSession(s.Id.Value, s.Code))],
            People = conflict.Person is { } id ? [new(id.Value, name ?? "Somebody")] : [],
            Room = RoomOf(conflict)?.Room.Slug,
            Day = conflict.First.Slot?.Day,
            Reason = ConflictWording.Of(conflict, name, locale),
            State = conflict.State,
            Draft = !conflict.IsOfConfirmed,
            Acknowledged = holds is null ? null : AcknowledgementResponse.Of(holds),
            Lapsed = holds is null && lapsed is not null ? AcknowledgementResponse.Of(lapsed) : null,
        };
    }

    public IReadOnlyList<ConflictResponse> Tell(IEnumerable<Conflict> conflicts, EditedConference conference) =>
        [.. conflicts.Where(c => IsSeen(c, conference)).OrderBy(ConflictOrder.Of, StringComparer.Ordinal).Select(Tell)];

    private static bool IsChairedBy(PlannedSession session, PersonId chair) => session.People.Any(p => p.Person == chair && p.Roles.HasFlag(ProgrammeRoles.Chair));

    private static PlannedRoom? RoomOf(Conflict conflict) =>
        conflict.Rule is ConflictRule.RoomDoubleBooked or ConflictRule.RoomClosed or ConflictRule.RoomTooSmall or ConflictRule.ChangeOverTooShort ? conflict.First.Room : null;
}
