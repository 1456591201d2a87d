namespace Agenda.Api.Interchange.Tables.Workbooks;

/// <summary>A file of a workbook while it is unpacked: everything is counted as it comes, for what the zip says of sizes is what its maker wrote.</summary>
internal sealed class UnpackedPart(Stream inner, long most, bool hasTags) : Stream
{
    private static readonly uint[] Sums = [.. Enumerable.Range(0, 256).Select(SumOf)];

    private int sinceTag;
    private uint sum = uint.MaxValue;

    public long Count { get; private set; }

    /// <summary>The CRC-32 of what was read.</summary>
    public uint Sum => ~sum;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = buffer[..inner.Read(buffer)];
        Count += read.Length;
        if (Count > most)
            throw new RefusedWorkbookException(TableRefusals.WorkbookTooLarge());
        if (hasTags && TextOf(read) > WorkbookBounds.BytesBetweenTags)
            throw new RefusedWorkbookException(TableRefusals.WorkbookTooLarge());
        foreach (var value in read)
            sum = Sums[(byte)(sum ^ value)] ^ (sum >> 8);
        return read.Length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    // How much at the most has come since a tag was opened; neither texts nor attributes have that letter in them.
    private int TextOf(ReadOnlySpan<byte> read)
    {
        var first = read.IndexOf((byte)'<');
        var longest = sinceTag += first < 0 ? read.Length : first;
        if (first >= 0)
            sinceTag = read.Length - read.LastIndexOf((byte)'<');
        return longest;
    }

    private static uint SumOf(int value)
    {
        var sum = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        return sum;
    }
}
