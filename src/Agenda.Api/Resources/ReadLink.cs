using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>One live link, with its ETag.</summary>
internal static class ReadLink
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/links/{linkId:guid}", HandleAsync).WithSummary("Read a live link");

    private static async Task<Results<TaggedOk<LinkResponse>, ProblemHttpResult>> HandleAsync(
        Guid linkId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var (id, seen) = (new SessionLinkId(linkId), conference.SeenSessions);
        return await db.SessionLinks.AsNoTracking().SingleOrDefaultAsync(l => l.ConferenceId == conference.Id && l.Id == id && seen.Any(s => s.Id == l.SessionId), cancellation) is { } link
            ? Tagged.Ok(link.Version, LinkResponse.Of(link))
            : Problems.Missing("link", linkId);
    }
}
