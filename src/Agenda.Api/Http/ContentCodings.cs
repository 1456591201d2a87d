using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Agenda.Api.Http;

/// <summary>Content codings that an answer may have (RFC 9110 §8.4), best first.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

internal static class ContentCodings
{
    // Below this a coding saves less than its header costs.
    private const int WorthCoding = 1_000;

    /// <summary>The best coding that the client takes (RFC 9110 §12.5.3).</summary>
    public static ContentCoding Choose(HttpRequest request, long length)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        if (length < WorthCoding || accepted.Count == 0)
            return ContentCoding.Identity;

        var (gzip, brotli) = (Quality(accepted, "gzip"), Quality(accepted, "br"));
        return brotli > 0 && brotli >= gzip ? ContentCoding.Brotli : gzip > 0 ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    /// <summary>The name in <c>Content-Encoding</c>; null for none.</summary>
    public static string? Name(this ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    public static async ValueTask WriteAsync(this ContentCoding coding, IContent content, Stream target, CompressionLevel level, CancellationToken cancellation)
    {
        if (coding == ContentCoding.Identity)
        {
            await content.WriteToAsync(target, cancellation);
            return;
        }

        await using Stream coded = coding == ContentCoding.Brotli ? new BrotliStream(target, level, leaveOpen: true) : new GZipStream(target, level, leaveOpen: true);
        await content.WriteToAsync(coded, cancellation);
    }

    private static double Quality(IList<StringWithQualityHeaderValue> accepted, string coding)
    {
        double? any = null;
        foreach (var value in accepted)
        {
            if (value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
                return value.Quality ?? 1;
            if (value.Value == "*")
                any = value.Quality ?? 1;
        }

        return any ?? 0;
    }
}
