using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>Changes where a live link leads and what is shown for it, its place among the others, and from when on readers get it.</summary>
internal static class EditLink
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/links/{linkId:guid}", HandleAsync).WithSummary("Edit a live link");

    private static async Task<Results<TaggedOk<LinkResponse>, ProblemHttpResult>> HandleAsync(
        Guid linkId, LinkRequest request, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var id = new SessionLinkId(linkId);
        if (await db.SessionLinks.SingleOrDefaultAsync(l => l.ConferenceId == conference.Id && l.Id == id, cancellation) is not { } link)
            return Problems.Missing("link", linkId);
        if (ifMatch.Refuses(link.Version, () => LinkResponse.Of(link)) is { } stale)
            return stale;

        link.Revise(request.Link, request.Order, request.VisibleFrom);
        await db.SaveChangesAsync(cancellation);
        await agendas.RefreshAsync(cancellation);
        return Tagged.Ok(link.Version, LinkResponse.Of(link));
    }
}
