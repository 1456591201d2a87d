using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Members;

/// <summary>Who has which role in the conference, by e-mail address.</summary>
internal static class ListMembers
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/members", HandleAsync).WithSummary("List members by e-mail address");

    private static async Task<Results<Ok<PageOf<MemberResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] Page page, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = conference.Id;
        var rows = await db.Memberships.AsNoTracking().Where(m => m.ConferenceId == id).Join(db.Accounts, m => m.AccountId, a => a.Id, (m, a) => new { Membership = m, Account = a })
            .Where(r => page.After == null || string.Compare(r.Account.NormalizedEmail, page.After) > 0)
            .OrderBy(r => r.Account.NormalizedEmail).Take(page.Size + 1).ToListAsync(cancellation);
        var (found, next) = page.Of(rows, r => r.Account.NormalizedEmail!);
        return TypedResults.Ok(new PageOf<MemberResponse>([.. found.Select(r => new MemberRow(r.Membership, r.Account).Response)], next));
    }
}
