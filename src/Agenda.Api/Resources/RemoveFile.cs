using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>Removes a file; nobody gets it any more.</summary>
internal static class RemoveFile
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/files/{fileId:guid}", HandleAsync).WithSummary("Remove a file");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid fileId, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, PublishedAgendas agendas, PublicAddress address, CancellationToken cancellation)
    {
        var id = new SessionFileId(fileId);
        if (await db.SessionFiles.SingleOrDefaultAsync(f => f.ConferenceId == conference.Id && f.Id == id, cancellation) is not { } file)
            return Problems.Missing("file", fileId);
        if (ifMatch.Refuses(file.Version, () => FileResponse.Of(file, conference.Slug, address)) is { } stale)
            return stale;

        db.SessionFiles.Remove(file);
        await db.SaveChangesAsync(cancellation);
        await agendas.RefreshAsync(cancellation);
        return TypedResults.NoContent();
    }
}
