using Agenda.Api.Http;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Archives;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Archives;

/// <summary>Everything of a conference as one file, to be kept or imported elsewhere.</summary>
internal static class ReadArchive
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/archive", HandleAsync)
        .WithSummary("Take everything of a conference as one file")
        .WithDescription(
            "A zip with the programme, people with e-mail addresses, releases, files and settings, which `POST /api/v1/archives` of another installation makes the same conference of: ids, UIDs of feeds and numbers of releases stay. "
            + "Without accounts, tokens, what attendees starred, and the trace of changes. docs/archive-format.md has the format. That it was taken is in the trace.")
        .Produces<Stream>(StatusCodes.Status200OK, ArchiveLayout.MediaType)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        EditedConference conference, AgendaDbContext db, AuditTrail trail, PublicAddress address, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        trail.Operation = "readArchive";
        // Made whole before it is sent: the database is not kept waiting for a slow line, and what cannot be made is refused rather than broken off.
        var file = TemporaryFile.Make("archive");
        response.RegisterForDisposeAsync(file);
        try
        {
            await ArchiveMaking.WriteAsync(db, (conference.Id, conference.Slug), address.Host, clock.Now(), file, cancellation);
        }
        catch (RefusedArchiveException refused)
        {
            return Problems.Refused(refused.Refusal);
        }

        file.Position = 0;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(file, ArchiveLayout.MediaType, ArchiveLayout.FileNameOf(conference.Slug));
    }
}
