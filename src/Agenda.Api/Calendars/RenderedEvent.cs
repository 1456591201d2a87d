using System.Security.Cryptography;

namespace Agenda.Api.Calendars;

/// <summary>The bytes of one event, ready to stand in any feed.</summary>
/// <param name="bytes">From BEGIN:VEVENT to END:VEVENT.</param>
/// <param name="reminderAt">Where in them a reminder goes, or -1 for an event that nobody is to be reminded of.</param>
internal sealed class RenderedEvent(byte[] bytes, int reminderAt)
{
    private readonly byte[] hash = SHA256.HashData(bytes);

    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Hash => hash;

    public bool TakesReminder => reminderAt >= 0;

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Copies it there; where what follows goes.</summary>
    public int Put(byte[] whole, int at, ReadOnlySpan<byte> reminder)
    {
        if (reminder.IsEmpty || !TakesReminder)
            return FeedContent.Put(whole, at, bytes);

        at = FeedContent.Put(whole, at, bytes.AsSpan(0, reminderAt));
        at = FeedContent.Put(whole, at, reminder);
        return FeedContent.Put(whole, at, bytes.AsSpan(reminderAt));
    }

    public async ValueTask WriteToAsync(Stream stream, ReadOnlyMemory<byte> reminder, CancellationToken cancellation)
    {
        if (reminder.IsEmpty || !TakesReminder)
        {
            await stream.WriteAsync(bytes, cancellation);
            return;
        }

        await stream.WriteAsync(bytes.AsMemory(0, reminderAt), cancellation);
        await stream.WriteAsync(reminder, cancellation);
        await stream.WriteAsync(bytes.AsMemory(reminderAt), cancellation);
    }
}

/// <summary>Some events of those that were rendered together; all of them when none are named.</summary>
internal readonly record struct ChosenEvents(IReadOnlyList<RenderedEvent> Rendered, IReadOnlyList<int>? Places = null)
{
    public int Count => Places?.Count ?? Rendered.Count;

    public RenderedEvent this[int i] => Rendered[Places is null ? i : Places[i]];
}
