namespace Agenda.Domain.Scheduling;

/// <summary>Where and when a session is: a room, or none, and a slot.</summary>
public readonly record struct Placement(RoomId? Room, TimeSlot Slot);
