using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Members;

/// <summary>One member with the ETag of the role.</summary>
internal static class ReadMember
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/members/{accountId:guid}", HandleAsync).WithSummary("Read a member");

    private static async Task<Results<TaggedOk<MemberResponse>, ProblemHttpResult>> HandleAsync(
        Guid accountId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) =>
        await MemberRow.FindAsync(db, conference.Id, new AccountId(accountId), cancellation) is { } row
            ? Tagged.Ok(row.Membership.Version, row.Response)
            : Problems.Missing("member", accountId);
}
