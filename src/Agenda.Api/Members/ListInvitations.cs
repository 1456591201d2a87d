using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Members;

/// <summary>The invitations to the conference, used and expired ones included, by when they were made.</summary>
internal static class ListInvitations
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/invitations", HandleAsync).WithSummary("List invitations");

    private static async Task<Results<Ok<PageOf<InvitationResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] Page page, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        // Ids of one conference are few; ordering them here makes both databases agree on what comes after what.
        var all = await db.Invitations.AsNoTracking().Where(i => i.ConferenceId == conference.Id).ToListAsync(cancellation);
        var rest = all.OrderBy(KeyOf, StringComparer.Ordinal).Where(i => string.CompareOrdinal(KeyOf(i), page.After) > 0).Take(page.Size + 1);
        var (found, next) = page.Of([.. rest], KeyOf);
        return TypedResults.Ok(new PageOf<InvitationResponse>([.. found.Select(InvitationResponse.Of)], next));
    }

    private static string KeyOf(Domain.Access.Invitation invitation) => $"{invitation.Id.Value}";
}
