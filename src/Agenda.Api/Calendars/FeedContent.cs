using System.Security.Cryptography;
using Agenda.Api.Http;

namespace Agenda.Api.Calendars;

/// <summary>
/// A calendar that is chosen but not copied together: a head, rendered events, a foot. Its tag is made of the events' hashes, so that the same
/// bytes have the same tag in every process and a 304 costs no writing.
/// </summary>
internal sealed class FeedContent : IContent
{
    private static readonly byte[] Foot = "END:VCALENDAR\r\n"u8.ToArray();

    private readonly byte[] head;
    private readonly ReadOnlyMemory<byte> reminder;
    private readonly IReadOnlyList<ChosenEvents> parts;

    public FeedContent(byte[] head, IReadOnlyList<ChosenEvents> parts, Reminder? reminder)
    {
        (this.head, this.parts, this.reminder) = (head, parts, reminder?.Bytes ?? default);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        hash.AppendData(this.reminder.Span);
        long length = head.Length + Foot.Length;
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                var rendered = part[i];
                hash.AppendData(rendered.Hash);
                length += rendered.Length + (rendered.TakesReminder ? this.reminder.Length : 0);
            }
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        (Tag, Length) = (Convert.ToHexStringLower(digest[..16]), length);
    }

    public string Tag { get; }

    public long Length { get; }

    /// <summary>The same, copied together.</summary>
    public WholeContent Whole()
    {
        var whole = new byte[Length];
        var written = Put(whole, 0, head);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
                written = part[i].Put(whole, written, reminder.Span);
        }

        Put(whole, written, Foot);
        return new WholeContent(whole);
    }

    internal static int Put(byte[] whole, int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(whole.AsSpan(at));
        return at + bytes.Length;
    }

    public async ValueTask WriteToAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(head, cancellation);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
                await part[i].WriteToAsync(stream, reminder, cancellation);
        }

        await stream.WriteAsync(Foot, cancellation);
    }
}
