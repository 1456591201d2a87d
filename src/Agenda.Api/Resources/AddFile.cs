using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Resources;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>Uploads a file to a session or to one of its contributions: all of it or nothing.</summary>
internal static class AddFile
{
    // Who sends a little too much hears why; a connection that is cut at once says nothing.
    private const long ReadBeyond = 1024 * 1024;

    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/sessions/{sessionId:guid}/files", HandleAsync)
        .Accepts<Stream>("application/octet-stream", "*/*")
        .WithMetadata(BodyLimit.Upload(((IEndpointRouteBuilder)conference).ServiceProvider.GetRequiredService<FileLimits>().LargestBytes + ReadBeyond))
        .WithSummary("Upload a file")
        .WithDescription(
            "The body is the file as it is. It is not part of any release: readers get it at once, or from the said moment on, as long as the newest release has its session. "
            + $"Which kinds are taken is said by the ending of the name, and the content has to begin as that kind does; {string.Join(", ", FileKind.AllEndings)}.");

    private static async Task<Results<TaggedCreated<FileResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, [AsParameters] FileUpload said, ReceivedBody body, EditedConference conference, FileLimits limits, AgendaDbContext db, PublishedAgendas agendas, PublicAddress address,
        TimeProvider clock, CancellationToken cancellation)
    {
        if (FileName.Of(said.Name!) is not { } name)
            return Refused(FileRefusals.KindNotTaken(said.Name!));

        // Asked before the body is read, for whom it would be in vain, and again with what is saved.
        var place = ResourcePlace.Of(conference.Id, sessionId, said.Contribution);
        if (await place.MissingAsync(db, cancellation) is { } missing)
            return missing;
        if (limits.WhyNot(body.SaidSize ?? 0, await place.Files(db).CountAsync(cancellation), await place.BytesOfConferenceAsync(db, cancellation)) is { } early)
            return Refused(early);

        if (!await body.ReceiveAsync(limits.LargestBytes, cancellation))
            return Refused(FileRefusals.TooLarge(limits));
        if (body.Size == 0)
            return Problems.Of(StatusCodes.Status400BadRequest, FileRefusals.Empty().Code, FileRefusals.Empty().Reason);
        if (!name.Kind.Fits(body.Beginning))
            return Refused(FileRefusals.ContentDiffers(name));

        var received = new ReceivedFile(name, body.Size, body.Hash, clock.Now());
        var (file, problem) = await OneTransaction.RunAsync(db, stop => SaveAsync(place, received, said.Appears, body.Content!, limits, db, stop), cancellation);
        if (file is null)
            return problem!;

        await agendas.RefreshAsync(cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}/files/{file.Id.Value}", file.Version, FileResponse.Of(file, conference.Slug, address));
    }

    private static async Task<(SessionFile? File, ProblemHttpResult? Problem)> SaveAsync(
        ResourcePlace place, ReceivedFile received, NodaTime.Instant? visibleFrom, Stream content, FileLimits limits, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await place.MissingAsync(db, cancellation) is { } missing)
            return (null, missing);
        if (limits.WhyNot(received.Size, await place.Files(db).CountAsync(cancellation), await place.BytesOfConferenceAsync(db, cancellation)) is { } refusal)
            return (null, Refused(refusal));

        var session = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == place.Session, cancellation);
        var order = (await place.Files(db).MaxAsync(f => (int?)f.Order, cancellation) ?? 0) + 1;
        var file = new SessionFile(session, place.Contribution, received, order, visibleFrom);
        await FileStore.AddAsync(db, file, content, cancellation);
        return (file, null);
    }

    private static ProblemHttpResult Refused(Refusal refusal) => refusal.Code switch
    {
        "file-too-large" => Problems.Of(StatusCodes.Status413PayloadTooLarge, refusal.Code, refusal.Reason),
        "file-kind-not-taken" or "file-content-differs" => Problems.Of(StatusCodes.Status415UnsupportedMediaType, refusal.Code, refusal.Reason),
        _ => Problems.Refused(refusal),
    };
}
