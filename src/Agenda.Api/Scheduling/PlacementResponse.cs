using Agenda.Domain;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Scheduling;

/// <summary>
/// Where and when a session is placed. The times in UTC, the offset and the end are null only where the conference's zone skips or repeats
/// the start, which happens when the zone of a conference is changed afterwards.
/// </summary>
public sealed record PlacementResponse
{
    /// <summary>The slug of the room; null for none.</summary>
    public required string? Room { get; init; }

    public required LocalDate Day { get; init; }

    public required LocalDateTime Start { get; init; }

    public required int Minutes { get; init; }

    public required LocalDateTime? End { get; init; }

    public required Instant? StartUtc { get; init; }

    public required Instant? EndUtc { get; init; }

    public required Offset? UtcOffset { get; init; }

    internal static PlacementResponse? Of(Placement? placement, IReadOnlyDictionary<RoomId, string> rooms, ConferenceZone zone)
    {
        if (placement is not { Slot: var slot } placed)
            return null;

        var times = zone.Resolve(slot);
        return new PlacementResponse
        {
            Room = placed.Room is { } room ? rooms[room] : null,
            Day = slot.Day,
            Start = slot.LocalStart,
            Minutes = slot.Minutes,
            End = times?.End.LocalDateTime,
            StartUtc = times?.Start.ToInstant(),
            EndUtc = times?.End.ToInstant(),
            UtcOffset = times?.Start.Offset,
        };
    }
}
