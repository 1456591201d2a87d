using Agenda.Domain;

namespace Agenda.Infrastructure.Archives;

/// <summary>
/// The file of an archive, of which no more than so many bytes may be read until <see cref="Open"/>. The list of entries is read whole before it can be
/// counted, and a file of some gigabytes could be nothing but such a list.
/// </summary>
internal sealed class BudgetedStream(Stream inner, long budget, Func<Refusal> spent) : Stream
{
    private long left = budget;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    /// <summary>From now on all of it may be read.</summary>
    public void Open() => left = long.MaxValue;

    public override int Read(Span<byte> buffer) => Took(inner.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Took(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("It is read only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read only.");

    private int Took(int bytes)
    {
        if (left != long.MaxValue && (left -= bytes) < 0)
            throw new RefusedArchiveException(spent());

        return bytes;
    }
}
