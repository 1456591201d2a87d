using Microsoft.AspNetCore.Http.Metadata;

namespace Agenda.Api.Http;

/// <summary>How many bytes the body of an operation may have; more is refused with 413 before it is read.</summary>
internal sealed class BodyLimit : IRequestSizeLimitMetadata
{
    private BodyLimit(long bytes) => MaxRequestBodySize = bytes;

    /// <summary>Forms of pages.</summary>
    public static BodyLimit Form { get; } = new(64 * 1024);

    /// <summary>Names, numbers and a few links: what most operations take.</summary>
    public static BodyLimit Small { get; } = new(256 * 1024);

    /// <summary>Texts.</summary>
    public static BodyLimit Texts { get; } = new(2 * 1024 * 1024);

    /// <summary>Files of other systems.</summary>
    public static BodyLimit File { get; } = new(Domain.Limits.ImportBytes);

    /// <summary>Files that organisers upload, as large as the installation takes them.</summary>
    public static BodyLimit Upload(long bytes) => new(bytes);

    public long? MaxRequestBodySize { get; }
}
