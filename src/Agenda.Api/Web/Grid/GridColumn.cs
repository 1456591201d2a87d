using Agenda.Domain.Releases;

namespace Agenda.Api.Web.Grid;

/// <summary>A room of the grid, or one of the two columns for what has none.</summary>
public sealed record GridColumn(ReleasedRoom? Room, string Name, string? Around)
{
    /// <summary>For what is for everybody while other things go on.</summary>
    public static readonly GridColumn AllRooms = new(null, "Everybody", null);

    public static readonly GridColumn NoRoom = new(null, "Room not set", null);

    /// <summary>How many sessions stand side by side where most do.</summary>
    public int Lanes { get; init; } = 1;

    public static GridColumn Of(ReleasedRoom room) => new(room, room.Name, Place.Around(room));

    internal bool Holds(PublishedSession session) => this != AllRooms && session.Room?.Id == Room?.Id;
}
