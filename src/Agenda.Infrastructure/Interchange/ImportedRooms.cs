using System.Globalization;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Brings the rooms of a file into a conference, with their buildings. A room is found by its name, else by the slug that its name makes; a building by its name.
/// </summary>
internal sealed class ImportedRooms(Conference conference, List<Room> rooms, List<Building> buildings, RunningTally tally, ImportChanges changes)
{
    private readonly Dictionary<ScheduleRoom, Room> found = new(ReferenceEqualityComparer.Instance);
    private readonly List<Building> newBuildings = [];

    public Room this[ScheduleRoom room] => found[room];

    /// <summary>The buildings that are new, once the rooms are imported.</summary>
    public IReadOnlyList<Building> NewBuildings => newBuildings;

    public string SlugOf(RoomId id) => rooms.Find(r => r.Id == id)?.Slug ?? "";

    /// <summary>The rooms that are new.</summary>
    public IReadOnlyList<Room> Import(IReadOnlyList<ScheduleRoom> file)
    {
        var free = rooms.ToHashSet();
        foreach (var said in file)
        {
            if (free.FirstOrDefault(r => r.Name == said.Name) is { } room && free.Remove(room))
                found[said] = room;
        }

        var made = new List<Room>();
        var order = rooms.Select(r => r.Order).DefaultIfEmpty(-1).Max();
        // A room that is combined of others comes after them, so that they are there.
        foreach (var said in file.OrderBy(r => r.Parts.Count > 0))
        {
            var slug = Slug.Of(said.Name, "room");
            if (!found.ContainsKey(said) && free.FirstOrDefault(r => r.Slug == slug) is { } renamed && free.Remove(renamed))
                found[said] = renamed;
            if (found.TryGetValue(said, out var room))
            {
                Update(room, said);
                continue;
            }

            slug = Slug.Free(said.Slug ?? said.Name, "room", taken => rooms.Exists(r => r.Slug == taken));
            var facts = Facts(said, null);
            room = new Room(conference, slug, facts with { Order = Math.Min(++order, Limits.Order) });
            var way = ThreeWay.OfNew();
            Merged(facts, facts, way);
            room.RememberImport(way.Marks);
            rooms.Add(room);
            made.Add(room);
            found[said] = room;
            tally.Created++;
            changes.Created(said.Where, "room", said.Name);
        }

        return made;
    }

    private void Update(Room room, ScheduleRoom said)
    {
        var here = new RoomFacts(room.Name, buildings.Find(b => b.Id == room.BuildingId), room.Capacity, room.Order, room.Virtual) { Parts = room.Parts, OpeningHours = room.OpeningHours };
        var way = new ThreeWay(room.ImportedAs, changes.Wins);
        var facts = Merged(here, Facts(said, room), way);
        if (way.Marks != room.ImportedAs)
            room.RememberImport(way.Marks);
        changes.Compared(said.Where, "room", room.Name, way.Fields);
        if (facts.Name == here.Name && facts.Capacity == here.Capacity && facts.Virtual == here.Virtual && facts.Building?.Id == here.Building?.Id && facts.Parts.SequenceEqual(here.Parts))
        {
            tally.Unchanged++;
            return;
        }

        room.Revise(room.Slug, facts);
        tally.Updated++;
    }

    private static RoomFacts Merged(RoomFacts here, RoomFacts file, ThreeWay way) => file with
    {
        Name = way.Choose("name", here.Name, file.Name),
        Capacity = way.Choose("capacity", here.Capacity, file.Capacity, Text, Text),
        Building = way.Choose("building", here.Building, file.Building, b => b?.Id.Value.ToString() ?? "", b => b?.Name),
        Virtual = way.Choose("virtual", here.Virtual, file.Virtual, v => v ? "yes" : "", v => v ? "yes" : "no"),
        Parts = way.Choose("parts", here.Parts, file.Parts, parts => string.Join(' ', parts.Select(p => p.Value)), parts => null),
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    // What the file is silent about is as it is here.
    private RoomFacts Facts(ScheduleRoom said, Room? present)
    {
        var parts = said.Parts.Select(name => rooms.Find(r => r.Name == name)?.Id).OfType<RoomId>().ToList();
        return new RoomFacts(said.Name, BuildingOf(said) ?? buildings.Find(b => b.Id == present?.BuildingId), said.Capacity ?? present?.Capacity, present?.Order ?? 0, said.Virtual || present?.Virtual is true)
        {
            Parts = parts.Count > 0 && parts.Count == said.Parts.Count ? parts : present?.Parts ?? [],
            OpeningHours = present?.OpeningHours ?? [],
        };
    }

    private Building? BuildingOf(ScheduleRoom said)
    {
        if (said.Building is null)
            return null;
        if (buildings.Find(b => b.Name == said.Building) is { } present)
            return present;

        var made = new Building(conference, said.Building, said.Address);
        buildings.Add(made);
        newBuildings.Add(made);
        return made;
    }
}
