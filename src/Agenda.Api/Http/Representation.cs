using System.IO.Compression;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Agenda.Api.Http;

/// <summary>
/// Answers with content of a release under a strong entity tag: 304 for what the client has (RFC 9110 §13), HEAD, and content codings where
/// they are allowed. Without a moment that only ever moves forward there is no Last-Modified, and the tag alone tells. Each coding is a representation of its own with a tag of its own.
/// </summary>
internal sealed class Representation(IContent content, string contentType, Instant? lastModified) : IResult
{
    /// <summary>May be stored anywhere, but has to be asked for again: a release may come at any moment.</summary>
    public string CacheControl { get; init; } = "public, no-cache";

    public string? ContentDisposition { get; init; }

    /// <summary>Whether gzip and Brotli are offered; some calendar clients cannot take them.</summary>
    public bool Codings { get; init; } = true;

    /// <summary>Coded once and kept, where the same answer goes to many.</summary>
    public CodedContent? Kept { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var coding = Codings ? ContentCodings.Choose(request, content.Length) : ContentCoding.Identity;
        var tag = coding == ContentCoding.Identity ? $"\"{content.Tag}\"" : $"\"{content.Tag}-{coding.Name()}\"";

        response.Headers.ETag = tag;
        if (lastModified is { } at)
            response.Headers.LastModified = HeaderUtilities.FormatDate(at.ToDateTimeOffset());
        response.Headers.CacheControl = CacheControl;
        if (Codings)
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (IsUnchanged(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        if (ContentDisposition is not null)
            response.Headers.ContentDisposition = ContentDisposition;
        if (coding != ContentCoding.Identity)
            response.Headers.ContentEncoding = coding.Name();
        await WriteAsync(httpContext, coding);
    }

    private async Task WriteAsync(HttpContext http, ContentCoding coding)
    {
        var bodyless = HttpMethods.IsHead(http.Request.Method);
        if (coding == ContentCoding.Identity)
        {
            http.Response.ContentLength = content.Length;
            if (!bodyless)
                await content.WriteToAsync(http.Response.Body, http.RequestAborted);
        }
        else if (Kept is { } kept)
        {
            var coded = await kept.Of(content, coding);
            http.Response.ContentLength = coded.Length;
            if (!bodyless)
                await http.Response.Body.WriteAsync(coded, http.RequestAborted);
        }
        else if (!bodyless)
        {
            await coding.WriteAsync(content, http.Response.Body, CompressionLevel.Fastest, http.RequestAborted);
        }
    }

    // If-None-Match decides alone when it is there (RFC 9110 §13.2.2).
    private bool IsUnchanged(HttpRequest request, string tag)
    {
        var headers = request.GetTypedHeaders();
        if (request.Headers.ContainsKey(HeaderNames.IfNoneMatch))
            return headers.IfNoneMatch.Any(seen => seen.Equals(EntityTagHeaderValue.Any) || seen.Tag == tag);

        return headers.IfModifiedSince is { } since && lastModified is { } at && at <= Instant.FromDateTimeOffset(since);
    }
}

/// <summary>The coded forms of one content, each made when it is first asked for.</summary>
internal sealed class CodedContent
{
    private readonly Lock gate = new();
    private readonly Dictionary<ContentCoding, Task<byte[]>> coded = [];

    public Task<byte[]> Of(IContent content, ContentCoding coding)
    {
        lock (gate)
        {
            if (!coded.TryGetValue(coding, out var made))
                coded[coding] = made = Task.Run(() => CodeAsync(content, coding));
            return made;
        }
    }

    private static async Task<byte[]> CodeAsync(IContent content, ContentCoding coding)
    {
        using var bytes = new MemoryStream();
        await coding.WriteAsync(content, bytes, CompressionLevel.Optimal, CancellationToken.None);
        return bytes.ToArray();
    }
}
