using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Members;

/// <summary>Gives a member another role, at once.</summary>
internal static class EditMember
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/members/{accountId:guid}", HandleAsync).WithSummary("Give a member another role");

    private static async Task<Results<TaggedOk<MemberResponse>, ProblemHttpResult>> HandleAsync(
        Guid accountId, MemberRequest request, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await MemberRow.FindAsync(db, conference.Id, new AccountId(accountId), cancellation) is not { } row)
            return Problems.Missing("member", accountId);

        if (ifMatch.Refuses(row.Membership.Version, () => row.Response) is { } stale)
            return stale;

        var (person, refusal) = await MemberRow.WhoAsync(db, conference.Conference, request.Role, request.Person, cancellation);
        if (refusal is not null)
            return Problems.Refused(refusal);

        var wasOwner = row.Membership.Role == ConferenceRole.Owner;
        row.Membership.Revise(request.Role, person);
        return await MemberRow.SaveKeepingAnOwnerAsync(db, conference.Id, wasOwner, cancellation)
            ? Tagged.Ok(row.Membership.Version, row.Response)
            : Problems.Refused(AccessRefusals.LastOwner());
    }
}
