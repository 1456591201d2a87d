using System.Security.Cryptography;

namespace Agenda.Api.Http;

/// <summary>
/// Every session of a release rendered once in one format. A filtered answer is a header, the chosen pieces and a footer; its entity tag is
/// made of the pieces' hashes, so that the same content has the same tag in every process and a 304 costs no rendering.
/// </summary>
internal sealed class RenderedPieces
{
    private readonly byte[][] pieces;
    private readonly byte[] hashes;
    private readonly byte[] separator;

    public RenderedPieces(byte[][] pieces, ReadOnlySpan<byte> separator = default)
    {
        this.pieces = pieces;
        this.separator = separator.ToArray();
        hashes = new byte[pieces.Length * SHA256.HashSizeInBytes];
        for (var i = 0; i < pieces.Length; i++)
            SHA256.HashData(pieces[i], HashOf(i));
    }

    /// <summary>Puts the chosen pieces between a header and a footer.</summary>
    public Composition Compose(ReadOnlyMemory<byte> header, IReadOnlyList<int> chosen, ReadOnlyMemory<byte> footer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header.Span);
        foreach (var i in chosen)
            hash.AppendData(HashOf(i));
        hash.AppendData(footer.Span);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);

        long length = header.Length + footer.Length + (long)separator.Length * Math.Max(0, chosen.Count - 1);
        foreach (var i in chosen)
            length += pieces[i].Length;
        return new Composition(this, header, chosen, footer, Convert.ToHexStringLower(digest[..16]), length);
    }

    private Span<byte> HashOf(int i) => hashes.AsSpan(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes);

    /// <summary>An answer that is chosen but not copied together.</summary>
    internal sealed class Composition(RenderedPieces rendered, ReadOnlyMemory<byte> header, IReadOnlyList<int> chosen, ReadOnlyMemory<byte> footer, string tag, long length) : IContent
    {
        public string Tag => tag;

        public long Length => length;

        public async ValueTask WriteToAsync(Stream stream, CancellationToken cancellation)
        {
            await stream.WriteAsync(header, cancellation);
            for (var i = 0; i < chosen.Count; i++)
            {
                if (i > 0 && rendered.separator.Length > 0)
                    await stream.WriteAsync(rendered.separator, cancellation);
                await stream.WriteAsync(rendered.pieces[chosen[i]], cancellation);
            }

            await stream.WriteAsync(footer, cancellation);
        }
    }
}

/// <summary>The bytes of an answer before any content coding.</summary>
internal interface IContent
{
    /// <summary>Equal for equal bytes, and only for them; without quotes.</summary>
    string Tag { get; }

    long Length { get; }

    ValueTask WriteToAsync(Stream stream, CancellationToken cancellation);
}

/// <summary>Content that is rendered whole.</summary>
internal sealed class WholeContent(byte[] bytes) : IContent
{
    public string Tag { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    public long Length => bytes.Length;

    public async ValueTask WriteToAsync(Stream stream, CancellationToken cancellation) => await stream.WriteAsync(bytes, cancellation);
}
