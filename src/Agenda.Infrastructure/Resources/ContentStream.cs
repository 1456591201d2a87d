using Agenda.Domain;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Resources;

/// <summary>The content of a stored file, of which never more than one chunk is in memory. It ends with the context that it reads from.</summary>
public sealed class ContentStream(AgendaDbContext db, SessionFileId file, long length) : Stream
{
    private int number = -1;
    private byte[] chunk = [];

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.IsEmpty)
            return 0;

        var (wanted, within) = ((int)(Position / FileChunk.Length), (int)(Position % FileChunk.Length));
        if (wanted != number)
        {
            chunk = await db.FileChunks.AsNoTracking().Where(c => c.FileId == file && c.Number == wanted).Select(c => c.Bytes).SingleOrDefaultAsync(cancellationToken)
                ?? throw new EndOfStreamException("The file was removed while it was read.");
            number = wanted;
        }

        var piece = chunk.AsMemory(within)[..Math.Min(buffer.Length, chunk.Length - within)];
        piece.CopyTo(buffer);
        Position += piece.Length;
        return piece.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously: it comes from the database.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("The content of a stored file never changes.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The content of a stored file never changes.");
}
