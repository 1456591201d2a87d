using Agenda.Domain.Conferences;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>A room as conflicts see it.</summary>
public sealed class PlannedRoom
{
    private PlannedRoom(Room room, IReadOnlyList<RoomId> places, int? capacity)
    {
        Room = room;
        Places = places;
        Capacity = capacity;
    }

    public Room Room { get; }

    public RoomId Id => Room.Id;

    public BuildingId? Building => Room.Virtual ? null : Room.BuildingId;

    /// <summary>What is taken when the room is: itself, and when it is combined, all that it consists of. Two rooms that have one in common exclude each other.</summary>
    public IReadOnlyList<RoomId> Places { get; }

    /// <summary>Seats: its own, else the sum of its parts where all of them are known.</summary>
    public int? Capacity { get; }

    /// <summary>The rooms of a conference by id, combined ones worked out.</summary>
    public static Dictionary<RoomId, PlannedRoom> All(IReadOnlyList<Room> rooms)
    {
        var byId = rooms.ToDictionary(r => r.Id);
        return rooms.ToDictionary(r => r.Id, r => new PlannedRoom(r, PlacesOf(r, byId), CapacityOf(r, byId, [])));
    }

    // Parts may be combined themselves, and a part may have been removed meanwhile.
    private static RoomId[] PlacesOf(Room room, Dictionary<RoomId, Room> rooms)
    {
        if (room.Parts.Count == 0)
            return [room.Id];

        var places = new HashSet<RoomId> { room.Id };
        var open = new Stack<Room>([room]);
        while (open.TryPop(out var next))
        {
            foreach (var part in next.Parts)
            {
                if (rooms.TryGetValue(part, out var found) && places.Add(part))
                    open.Push(found);
            }
        }

        return [.. places.OrderBy(id => id.Value)];
    }

    private static int? CapacityOf(Room room, Dictionary<RoomId, Room> rooms, HashSet<RoomId> within)
    {
        if (room.Capacity is not null || room.Parts.Count == 0 || !within.Add(room.Id))
            return room.Capacity;

        var sum = 0;
        foreach (var part in room.Parts)
        {
            if (!rooms.TryGetValue(part, out var found) || CapacityOf(found, rooms, within) is not { } seats)
                return null;
            sum += seats;
        }

        within.Remove(room.Id);
        return sum;
    }
}
