using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Members;

/// <summary>Takes a role away, at once; the account stays.</summary>
internal static class RemoveMember
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/members/{accountId:guid}", HandleAsync).WithSummary("Take a member's role away");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid accountId, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await MemberRow.FindAsync(db, conference.Id, new AccountId(accountId), cancellation) is not { } row)
            return Problems.Missing("member", accountId);

        if (ifMatch.Refuses(row.Membership.Version, () => row.Response) is { } stale)
            return stale;

        db.Memberships.Remove(row.Membership);
        return await MemberRow.SaveKeepingAnOwnerAsync(db, conference.Id, row.Membership.Role == ConferenceRole.Owner, cancellation)
            ? TypedResults.NoContent()
            : Problems.Refused(AccessRefusals.LastOwner());
    }
}
