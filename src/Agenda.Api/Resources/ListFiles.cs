using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>The files of a session and of its contributions, hidden ones included.</summary>
internal static class ListFiles
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/sessions/{sessionId:guid}/files", HandleAsync).WithSummary("List the files of a session");

    private static async Task<Results<Ok<FilesResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, EditedConference conference, AgendaDbContext db, PublicAddress address, CancellationToken cancellation)
    {
        var id = new SessionId(sessionId);
        if (!await conference.SeenSessions.AnyAsync(s => s.Id == id, cancellation))
            return Problems.Missing("session", sessionId);

        var files = await db.SessionFiles.AsNoTracking().Where(f => f.SessionId == id).OrderBy(f => f.Order).ThenBy(f => f.UploadedAt).ThenBy(f => f.Id).ToListAsync(cancellation);
        return TypedResults.Ok(new FilesResponse([.. files.Select(f => FileResponse.Of(f, conference.Slug, address))]));
    }
}
