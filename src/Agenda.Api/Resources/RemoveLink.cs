using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>Removes a live link; nobody is told of it any more.</summary>
internal static class RemoveLink
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/links/{linkId:guid}", HandleAsync).WithSummary("Remove a live link");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid linkId, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var id = new SessionLinkId(linkId);
        if (await db.SessionLinks.SingleOrDefaultAsync(l => l.ConferenceId == conference.Id && l.Id == id, cancellation) is not { } link)
            return Problems.Missing("link", linkId);
        if (ifMatch.Refuses(link.Version, () => LinkResponse.Of(link)) is { } stale)
            return stale;

        db.SessionLinks.Remove(link);
        await db.SaveChangesAsync(cancellation);
        await agendas.RefreshAsync(cancellation);
        return TypedResults.NoContent();
    }
}
