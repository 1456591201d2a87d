using Agenda.Api.Http;
using Agenda.Api.Web;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;
using Microsoft.Net.Http.Headers;

namespace Agenda.Api.Resources;

/// <summary>
/// A file for readers, to keep and not to run: whole or in part (RFC 9110 §14), only to those who have not the same already. What is hidden, removed or
/// of a session that the newest release does not have is answered as what never was.
/// </summary>
internal static class DownloadFile
{
    /// <summary>Should a browser show it all the same, it can do nothing and belongs to nobody.</summary>
    private const string Sandboxed = "sandbox; default-src 'none'";

    public static void Map(IEndpointRouteBuilder pages, string[] reading) => pages.MapMethods("/{slug:conference}/files/{fileId:guid}/{name}", reading, HandleAsync);

    private static async Task<IResult> HandleAsync(
        string slug, Guid fileId, HttpRequest request, HttpResponse response, PublishedAgendas agendas, PublishedResources resources, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } newest)
            return AgendaPages.Missing(null);
        if (resources.Of(newest.Conference.Id).Find(newest, new SessionFileId(fileId), clock.Now()) is not { } file)
            return AgendaPages.Missing(ShownRelease.TheNewest(newest));

        // What is counted in something else than bytes is not asked for (RFC 9110 §14.2); ASP.NET Core would take any unit for bytes.
        if (!request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
            request.Headers.Range = default;

        response.Headers.ContentSecurityPolicy = Sandboxed;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // It may be hidden or removed at any moment, so only the reader's own copy is kept, and asked for.
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            new ContentStream(db, file.Id, file.Size), file.MediaType, file.Name, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }
}
