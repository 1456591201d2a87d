using NodaTime;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>Which places are looked for.</summary>
public sealed record FreeSlotQuery(int Minutes, int Most)
{
    /// <summary>Empty for all days of the conference.</summary>
    public IReadOnlyList<LocalDate> Days { get; init; } = [];

    /// <summary>Empty for all that suit; a break needs none, and nobody is sent to a virtual room who is not in one.</summary>
    public IReadOnlyList<RoomId> Rooms { get; init; } = [];
}

/// <summary>The best places for a session, the best first, and how many there are.</summary>
/// <param name="Hindrances">Errors that it has wherever it is; while there are any, there is no place without.</param>
public sealed record FreeSlotList(IReadOnlyList<FreeSlot> Best, int Total, IReadOnlyList<Conflict> Hindrances);

/// <summary>A place in which a session would have no error.</summary>
/// <param name="Conflicts">What it would have there that is less than an error.</param>
public sealed record FreeSlot(Placement Placement, PlannedRoom? Room, IReadOnlyList<SlotReason> Reasons, IReadOnlyList<Conflict> Conflicts);

/// <summary>What speaks for or against a place. The order of places goes by these, and last by time and room.</summary>
public enum SlotReason
{
    /// <summary>It is there now.</summary>
    Unchanged,

    NoWarnings,

    Warnings,

    /// <summary>The room has the seats that are needed, and not more than twice as many.</summary>
    SeatsFit,

    /// <summary>The room has more than twice the seats that are needed.</summary>
    RoomMuchLarger,

    /// <summary>The seats that are needed, or those of the room, are not known.</summary>
    SeatsUnknown,

    /// <summary>The room has fewer seats than are needed, which is no error in this conference.</summary>
    RoomTooSmall,

    /// <summary>Another session of its track is in the room within <see cref="FreeSlots.TrackNearbyMinutes"/>.</summary>
    TrackInRoom,

    /// <summary>Another session of its track is in the building within <see cref="FreeSlots.TrackNearbyMinutes"/>.</summary>
    TrackInBuilding,

    /// <summary>It starts then now.</summary>
    SameTime,

    /// <summary>It is on that day now.</summary>
    SameDay,
}
