using Agenda.Api.Http;
using Agenda.Domain.Resources;
using Agenda.Infrastructure.Resources;
using NodaTime;

namespace Agenda.Api.Resources;

/// <summary>A file as organisers see it.</summary>
/// <param name="Contribution">The contribution that it belongs to; null for the session as a whole.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the content, in small hexadecimal digits.</param>
/// <param name="VisibleFrom">Before this moment only organisers know of it; null for at once.</param>
/// <param name="Url">Where readers get it, once its session is published.</param>
/// <param name="Version">Rises with every edit; the ETag.</param>
public sealed record FileResponse(
    Guid Id, Guid Session, Guid? Contribution, string Name, string MediaType, long Size, string Sha256, Instant UploadedAt, Instant? VisibleFrom, int Order, string Url, int Version)
{
    internal static FileResponse Of(SessionFile file, string conference, PublicAddress address) => new(
        file.Id.Value, file.SessionId.Value, file.ContributionId?.Value, file.Name, file.MediaType, file.Size, file.Hash, file.UploadedAt, file.VisibleFrom, file.Order,
        address.File(conference, file.Id.Value, file.Name), file.Version);
}

/// <summary>The files of a session and of its contributions, in their order.</summary>
public sealed record FilesResponse(IReadOnlyList<FileResponse> Items);

/// <summary>A file as readers see it.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Contribution">The contribution that it belongs to; null for the session as a whole.</param>
public sealed record PublicFile(Guid Id, string Name, long Size, string MediaType, string Url, Guid? Contribution)
{
    /// <summary>Null where there are none, so that nothing is said of them.</summary>
    internal static IReadOnlyList<PublicFile>? Of(IEnumerable<PublishedResource> resources, string conference, PublicAddress address)
    {
        PublicFile[] files = [.. resources.OfType<PublishedFile>().Select(f => new PublicFile(f.Id.Value, f.Name, f.Size, f.MediaType, address.File(conference, f.Id.Value, f.Name), f.Contribution?.Value))];
        return files.Length > 0 ? files : null;
    }
}
