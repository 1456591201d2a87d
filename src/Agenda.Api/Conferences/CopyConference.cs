using Agenda.Api.Http;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Conferences;

/// <summary>Begins a conference with what another has, such as that of the year before.</summary>
internal static class CopyConference
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/copy", HandleAsync)
        .WithSummary("Copy a conference as the start of another")
        .WithDescription(
            "Adds a conference with the rooms, session types, tracks, people, sessions, conflict policy and members of this one, as far as `with` says. All dates move by the whole number of weeks that is nearest, so that weekdays stay; "
            + "wall times stay too. Refused with `falls-outside` where sessions would be on no day of the new conference. Sessions are drafts. Releases, files, stars, absences, acknowledgements and links to join are not copied. "
            + "`leftOut` tells what could not be taken.");

    private static async Task<Results<Created<CopyResponse>, ProblemHttpResult>> HandleAsync(
        CopyConferenceRequest request, EditedConference conference, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        return await OneTransaction.RunAsync(db, CopyAsync, cancellation);

        async Task<Results<Created<CopyResponse>, ProblemHttpResult>> CopyAsync(CancellationToken stop)
        {
            if (Slug.IsReserved(request.Slug))
                return Problems.Refused(ConferenceRefusals.SlugReserved(request.Slug));
            if (await db.Conferences.AnyAsync(c => c.Slug == request.Slug, stop))
                return Problems.Refused(ConferenceRefusals.SlugTaken("conference", request.Slug));

            var source = await ProgrammeReader.ReadAsync(db, conference.Id, stop);
            var copy = ConferenceCopy.Of(source, new Conference(request.Slug, FactsOf(request, source.Conference)), ScopeOf(request.With));
            if (copy.FallOutside() is { Count: > 0 } outside)
            {
                var refusal = ConferenceRefusals.FallsOutside(outside.Count, copy.Weeks);
                return Problems.Of(StatusCodes.Status409Conflict, refusal.Code, refusal.Reason, ("sessions", outside));
            }

            var constraints = copy.ConstraintsOf(await db.SessionConstraints.AsNoTracking().Where(c => c.ConferenceId == conference.Id).ToListAsync(stop));
            db.AddRange([copy.Target, .. copy.Buildings, .. copy.Rooms, .. copy.Types, .. copy.Tracks, .. copy.People, .. copy.Sessions, .. constraints]);
            if (request.With.Policy && await db.ConflictPolicies.AsNoTracking().SingleOrDefaultAsync(p => p.ConferenceId == conference.Id, stop) is { } policy)
                db.Add(copy.PolicyOf(policy));
            var (members, leftOut) = request.With.Members ? await MembersAsync(copy, stop) : ([], []);
            db.AddRange(members);
            Note(source.Conference, copy.Target);
            await db.SaveChangesAsync(stop);
            return TypedResults.Created($"/api/v1/conferences/{request.Slug}", new CopyResponse
            {
                Id = copy.Target.Id.Value,
                Slug = copy.Target.Slug,
                Weeks = copy.Weeks,
                Copied = CopyCounts.Of(copy, constraints.Count, members.Count),
                LeftOut = [.. copy.LeftOut.Concat(leftOut).Select(LeftOutResponse.Of)],
            });
        }

        async Task<(List<Membership> Members, List<LeftOutOfCopy> LeftOut)> MembersAsync(ConferenceCopy copy, CancellationToken stop)
        {
            var (members, leftOut) = (new List<Membership>(), new List<LeftOutOfCopy>());
            var present = await db.Memberships.AsNoTracking().Where(m => m.ConferenceId == conference.Id)
                .Join(db.Accounts, m => m.AccountId, a => a.Id, (m, a) => new { Membership = m, a.Name }).ToListAsync(stop);
            foreach (var (member, name) in present.Select(m => (m.Membership, m.Name)).OrderBy(m => m.Name, StringComparer.Ordinal))
            {
                var person = copy.PersonOf(member.PersonId);
                if (member.Role == ConferenceRole.Chair && person is null)
                    leftOut.Add(new("member", member.AccountId.Value, name, AccessRefusals.ChairWithoutPerson()));
                else
                    members.Add(new Membership(copy.Target.Id, member.AccountId, member.Role, person, clock.Now()));
            }

            return (members, leftOut);
        }

        void Note(Conference source, Conference target) => db.Note(new AuditNote(AuditKinds.Conference, AuditAct.Changed)
        {
            Conference = target.Id,
            Subject = target.Id.Value,
            Label = target.Slug,
            Changes = [new("copiedFrom", null, source.Slug)],
        });
    }

    private static ConferenceFacts FactsOf(CopyConferenceRequest request, Conference source) => new(
        request.Name,
        ConferenceZone.Of(request.TimeZone ?? source.TimeZone),
        request.FirstDay,
        request.LastDay ?? request.FirstDay.PlusDays(Period.DaysBetween(source.FirstDay, source.LastDay)),
        source.Contact,
        [.. source.Links])
    {
        Colour = source.Colour,
    };

    private static CopyScope ScopeOf(CopyParts parts) => new(parts.Rooms, parts.Types, parts.Tracks, parts.People, parts.Sessions);
}
