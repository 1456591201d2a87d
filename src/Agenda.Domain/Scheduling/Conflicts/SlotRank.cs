namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>
/// How good a place is: first by warnings, then by how its seats fit, by sessions of the same track nearby, by how near it is to where the session
/// is now, by what is worth knowing, and by spare seats; of places as good as each other the earlier comes first, then the first room.
/// </summary>
internal readonly record struct SlotRank(int Warnings, SlotReason Seats, SlotReason? Track, SlotReason? Nearness, int Information, int Spare, long Start, int RoomOrder) : IComparable<SlotRank>
{
    private const int None = int.MaxValue;

    public int CompareTo(SlotRank other)
    {
        var order = Warnings.CompareTo(other.Warnings);
        if (order == 0)
            order = Seats.CompareTo(other.Seats);
        if (order == 0)
            order = Of(Track).CompareTo(Of(other.Track));
        if (order == 0)
            order = Of(Nearness).CompareTo(Of(other.Nearness));
        if (order == 0)
            order = Information.CompareTo(other.Information);
        if (order == 0)
            order = Spare.CompareTo(other.Spare);
        if (order == 0)
            order = Start.CompareTo(other.Start);
        return order != 0 ? order : RoomOrder.CompareTo(other.RoomOrder);
    }

    private static int Of(SlotReason? reason) => reason is { } said ? (int)said : None;
}
