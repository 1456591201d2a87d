using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Resources;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>Changes how a file is called, its place among the others, and from when on readers get it.</summary>
internal static class EditFile
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/files/{fileId:guid}", HandleAsync)
        .WithSummary("Edit what is said of a file")
        .WithDescription("Its content stays: another content is another file.");

    private static async Task<Results<TaggedOk<FileResponse>, ProblemHttpResult>> HandleAsync(
        Guid fileId, FileRequest request, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, PublishedAgendas agendas, PublicAddress address, CancellationToken cancellation)
    {
        var id = new SessionFileId(fileId);
        if (await db.SessionFiles.SingleOrDefaultAsync(f => f.ConferenceId == conference.Id && f.Id == id, cancellation) is not { } file)
            return Problems.Missing("file", fileId);
        if (ifMatch.Refuses(file.Version, () => FileResponse.Of(file, conference.Slug, address)) is { } stale)
            return stale;

        if (FileName.Of(request.Name) is not { } name)
            return Problems.Refused(FileRefusals.KindNotTaken(request.Name));
        if (file.Revise(name, request.Order, request.VisibleFrom) is { } refusal)
            return Problems.Refused(refusal);

        await db.SaveChangesAsync(cancellation);
        await agendas.RefreshAsync(cancellation);
        return Tagged.Ok(file.Version, FileResponse.Of(file, conference.Slug, address));
    }
}
