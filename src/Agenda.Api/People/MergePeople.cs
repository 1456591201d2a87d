using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.People;

/// <summary>Makes one of two people who are the same: every role goes to the one who stays, and the other is removed.</summary>
internal static class MergePeople
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/people/{personId:guid}/merge", HandleAsync)
        .WithSummary("Merge two people who are one")
        .WithDescription(
            "Every role of `other` goes to this person, as do memberships and invitations; a role that both have in the same session or contribution stays once. What this person lacks is taken from the other, unless "
            + "`leave` names it; `prefer` takes it in any case. Then the other is removed. Releases stay as they are. The versions of the sessions concerned rise. With `dryRun=true` nothing is saved, and the answer is the same.");

    private static async Task<Results<TaggedOk<MergeResponse>, ProblemHttpResult>> HandleAsync(
        Guid personId, MergePeopleRequest request, [FromQuery(Name = "dryRun"), Description("Save nothing; the answer tells what would become of it.")] bool? dryRun,
        IfMatch ifMatch, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var tries = dryRun ?? false;
        return await OneTransaction.RunAsync(db, MergeAsync, cancellation, keep: !tries);

        async Task<Results<TaggedOk<MergeResponse>, ProblemHttpResult>> MergeAsync(CancellationToken stop)
        {
            if (await FindAsync(personId, stop) is not { } kept)
                return Problems.Missing("person", personId);
            if (kept.IsErased)
                return Problems.Refused(PeopleRefusals.Erased());
            if (ifMatch.Refuses(kept.Version, () => PersonResponse.Of(kept)) is { } stale)
                return stale;
            if (await FindAsync(request.Other, stop) is not { } other)
                return Problems.Refused(PeopleRefusals.Unknown(request.Other));
            if (RefusesVersion(request, other, tries) is { } unseen)
                return unseen;

            var merge = new PersonMerge(kept, other) { Preferred = request.Prefer, Left = request.Leave };
            if (merge.WhyNot() is { } refusal)
                return Problems.Refused(refusal);

            var response = await MergedAsync(merge, stop);
            return Tagged.Ok(response.Person.Version, response);
        }

        Task<Person?> FindAsync(Guid said, CancellationToken stop)
        {
            var id = new PersonId(said);
            return db.People.SingleOrDefaultAsync(p => p.ConferenceId == conference.Id && p.Id == id, stop);
        }

        // What is only tried is saved as well, and rolled back: the conflicts are then those that would be.
        async Task<MergeResponse> MergedAsync(PersonMerge merge, CancellationToken stop)
        {
            var (kept, other, version) = (merge.Kept, merge.Other, merge.Kept.Version);
            var sessions = await SessionsOfAsync(other.Id, stop);
            var concerned = sessions.Select(s => s.Id).Union(await SessionsOf(kept.Id).Select(s => s.Id).ToListAsync(stop)).ToList();
            await watch.BeginAsync(concerned, stop);
            var before = sessions.ConvertAll(s => MergedSession.Of(s, other.Id, kept.Id));
            var taken = Taken(kept, merge.Facts());
            foreach (var session in sessions)
                session.Replace(other.Id, kept.Id);
            var (members, invitations) = await AccessAsync(merge, stop);
            Note(merge);
            if (merge.Kept.Merge(merge) is { } refusal)
                throw new InvalidOperationException(refusal.Reason);
            db.People.Remove(other);
            await db.SaveChangesAsync(stop);
            return new MergeResponse
            {
                Person = PersonResponse.Of(kept) with { Version = tries ? version : kept.Version },
                Other = new(other.Id.Value, other.Name),
                DryRun = tries,
                Taken = taken,
                Sessions = [.. before.Zip(sessions, (was, s) => tries ? was : was with { Version = s.Version })],
                Members = members,
                Invitations = invitations,
                Conflicts = await watch.EndAsync(concerned, stop),
            };
        }

        IQueryable<Session> SessionsOf(PersonId person) =>
            db.Sessions.Where(s => s.ConferenceId == conference.Id && (s.People.Any(p => p.PersonId == person) || s.Contributions.Any(c => c.Authors.Any(a => a.PersonId == person))));

        async Task<List<Session>> SessionsOfAsync(PersonId person, CancellationToken stop)
        {
            var sessions = await SessionsOf(person).Include(s => s.People).Include(s => s.Contributions).ThenInclude(c => c.Authors).AsSplitQuery().ToListAsync(stop);
            return [.. sessions.OrderBy(s => s.Code, StringComparer.Ordinal)];
        }

        async Task<(int Members, int Invitations)> AccessAsync(PersonMerge merge, CancellationToken stop)
        {
            var id = merge.Other.Id;
            var members = await db.Memberships.Where(m => m.PersonId == id).ToListAsync(stop);
            foreach (var member in members)
                member.Revise(member.Role, merge.Kept.Id);
            var invitations = await db.Invitations.Where(i => i.PersonId == id).ToListAsync(stop);
            foreach (var invitation in invitations)
                invitation.Revise(merge.Kept);
            return (members.Count, invitations.Count);
        }

        void Note(PersonMerge merge) => db.Note(new AuditNote(AuditKinds.Person, AuditAct.Changed)
        {
            Subject = merge.Kept.Id.Value,
            Label = merge.Kept.Name,
            Changes = [new("merged", merge.Other.Name, merge.Kept.Name), new(AuditNote.MergedPerson, merge.Other.Id, merge.Kept.Id)],
        });
    }

    private static ProblemHttpResult? RefusesVersion(MergePeopleRequest request, Person other, bool tries) => request.OtherVersion switch
    {
        null when !tries => Problems.Of(
            StatusCodes.Status428PreconditionRequired, "version-needed", "Say which version of the other you have seen, so that nobody's work is lost.", ("field", "otherVersion")),
        { } seen when seen != other.Version => Problems.Of(
            StatusCodes.Status412PreconditionFailed, "stale", "The other was edited since you read it. The present state is in \"current\".", ("field", "otherVersion"), ("current", PersonResponse.Of(other))),
        _ => null,
    };

    private static List<PersonField> Taken(Person before, PersonFacts after)
    {
        (PersonField Field, bool Differs)[] all =
        [
            (PersonField.Name, (after.GivenName, after.FamilyName) != (before.GivenName, before.FamilyName)),
            (PersonField.Affiliation, after.Affiliation != before.Affiliation),
            (PersonField.Country, after.Country != before.Country),
            (PersonField.Pronunciation, after.Pronunciation != before.Pronunciation),
            (PersonField.Biography, after.Biography != before.Biography),
            (PersonField.Email, after.Email != before.Email),
            (PersonField.Links, !after.Links.SequenceEqual(before.Links)),
            (PersonField.Absences, !after.Absences.SequenceEqual(before.Absences)),
        ];
        return [.. all.Where(f => f.Differs).Select(f => f.Field)];
    }
}
