using System.Security.Cryptography;
using Agenda.Domain;

namespace Agenda.Infrastructure.Archives;

/// <summary>
/// Counts and hashes what goes through an entry in one direction. What an archive says of the size of its entries is believed at no time: the byte
/// that is one too many is refused when it comes.
/// </summary>
internal sealed class MeasuredStream(Stream inner, long most, Func<Refusal> tooLarge) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long count;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException("How long it is is known at its end.");

    /// <summary>How many bytes went through.</summary>
    public override long Position
    {
        get => count;
        set
        {
            if (value != count)
                throw new NotSupportedException("It goes forward only.");
        }
    }

    /// <summary>The SHA-256 of what went through, in small hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override int Read(Span<byte> buffer) => Took(buffer[..inner.Read(buffer)]);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Took(buffer.Span[..read]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Took(buffer);
        inner.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Took(buffer.Span);
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("It goes forward only.");

    public override void SetLength(long value) => throw new NotSupportedException("It goes forward only.");

    public override async ValueTask DisposeAsync()
    {
        hash.Dispose();
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Took(ReadOnlySpan<byte> piece)
    {
        count += piece.Length;
        if (count > most)
            throw new RefusedArchiveException(tooLarge());

        hash.AppendData(piece);
        return piece.Length;
    }
}
