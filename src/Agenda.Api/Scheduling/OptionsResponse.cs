using Agenda.Domain.Scheduling.Conflicts;

namespace Agenda.Api.Scheduling;

/// <summary>Places in which a session would have no error, the best first.</summary>
/// <param name="Minutes">How long the session would be.</param>
/// <param name="Seats">How many it needs; null when not said.</param>
/// <param name="Options">No more than were asked for.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Hindrances">Errors that the session has wherever it is; while there are any, there are no options.</param>
public sealed record OptionsResponse(ConflictSession Session, int Minutes, int? Seats, IReadOnlyList<OptionResponse> Options, int Total, IReadOnlyList<ConflictResponse> Hindrances);

/// <summary>One place.</summary>
/// <param name="Placement">Where and when. Placing the session there, its `utcOffset` may be sent as `offset`.</param>
/// <param name="Reasons">What speaks for and against it, in the order in which it counts.</param>
/// <param name="Conflicts">What the session would have there that is less than an error.</param>
public sealed record OptionResponse(PlacementResponse Placement, IReadOnlyList<OptionReason> Reasons, IReadOnlyList<ConflictResponse> Conflicts);

/// <summary>A reason for programs, and in a sentence.</summary>
public sealed record OptionReason(SlotReason Reason, string Text)
{
    internal static OptionReason Of(SlotReason reason, FreeSlot place, PlannedSession session) => new(reason, reason switch
    {
        SlotReason.Unchanged => "It is there now.",
        SlotReason.NoWarnings => "It would have no warnings.",
        SlotReason.Warnings => $"It would have {Warnings(place.Conflicts.Count(c => c.Severity == Severity.Warning))}.",
        SlotReason.SeatsFit => $"It needs {session.Facts.Seats} seats; {Room(place)} has {place.Room?.Capacity}.",
        SlotReason.RoomMuchLarger => $"It needs {session.Facts.Seats} seats; {Room(place)} has {place.Room?.Capacity}, more than twice as many.",
        SlotReason.RoomTooSmall => $"It needs {session.Facts.Seats} seats; {Room(place)} has only {place.Room?.Capacity}.",
        SlotReason.SeatsUnknown => session.Facts.Seats is null ? "How many seats it needs is not said." : place.Room is null ? "It would have no room." : $"How many seats {Room(place)} has is not known.",
        SlotReason.TrackInRoom => $"Another session of its track is in {Room(place)} at about that time.",
        SlotReason.TrackInBuilding => "Another session of its track is in the same building at about that time.",
        SlotReason.SameTime => "It starts at that time now.",
        SlotReason.SameDay => "It is on that day now.",
        _ => throw new NotSupportedException($"{reason} has no words yet."),
    });

    private static string Warnings(int number) => number == 1 ? "one warning" : $"{number} warnings";

    private static string Room(FreeSlot place) => place.Room?.Room.Name ?? "no room";
}
