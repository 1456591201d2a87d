using NodaTime;

namespace Agenda.Domain.MyAgendas;

/// <summary>Where a session is joined online, which is never public; without an address, it once was, or was once told.</summary>
/// <param name="ChangedAt">When that last changed.</param>
public sealed record JoinLink(string? Url, Instant ChangedAt)
{
    /// <summary>What a feed tells of a session's own link and that of its room; null where there never was anything to tell.</summary>
    /// <param name="shown">Whether the conference lets feeds tell it.</param>
    /// <param name="chosenAt">When the conference chose so; null for never.</param>
    public static JoinLink? Shown(bool shown, Instant? chosenAt, JoinLink? own, JoinLink? room)
    {
        if (chosenAt is not { } at || (own is null && room is null))
            return null;
        if (!shown)
            return new(null, at);

        return new(own?.Url ?? room?.Url, Instant.Max(at, Instant.Max(own?.ChangedAt ?? at, room?.ChangedAt ?? at)));
    }
}
