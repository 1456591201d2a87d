using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>What is known of a file, with its ETag; its content is at its public address.</summary>
internal static class ReadFile
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/files/{fileId:guid}", HandleAsync).WithSummary("Read what is known of a file");

    private static async Task<Results<TaggedOk<FileResponse>, ProblemHttpResult>> HandleAsync(
        Guid fileId, EditedConference conference, AgendaDbContext db, PublicAddress address, CancellationToken cancellation)
    {
        var (id, seen) = (new SessionFileId(fileId), conference.SeenSessions);
        return await db.SessionFiles.AsNoTracking().SingleOrDefaultAsync(f => f.ConferenceId == conference.Id && f.Id == id && seen.Any(s => s.Id == f.SessionId), cancellation) is { } file
            ? Tagged.Ok(file.Version, FileResponse.Of(file, conference.Slug, address))
            : Problems.Missing("file", fileId);
    }
}
