using Agenda.Api.Http;
using Agenda.Api.Rooms;
using Agenda.Domain.Conferences;
using Agenda.Domain.Text;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Interchange.Tables;

/// <summary>The rooms, by slug.</summary>
internal sealed class RoomTable(EditedConference conference, AgendaDbContext db, TimeProvider clock) : EditedRows<RoomRequest>
{
    protected override IReadOnlyList<TableColumn<RoomRequest>> Columns { get; } = RoomColumns.Of(conference.ShowsNotes);

    protected override string Kind => "room";

    protected override RoomRequest Blank { get; } = new() { Name = "" };

    protected override RoomRequest ExampleRow => new()
    {
        Slug = "example-room",
        Name = "Example room",
        Building = "Example building",
        Capacity = 60,
        Order = 1,
        OpeningHours = [new OpeningHoursEntry
        {
            Opens = new(8, 0),
            Closes = new(18, 30),
        }],
    };

    protected override string NameOf(RoomRequest row) => row.Name;

    protected override object ToCheck(RoomRequest row) => row;

    protected override async Task<List<TableRow<RoomRequest>>> ReadAsync(CancellationToken cancellation)
    {
        var rooms = await RoomResponse.ListAsync(db, conference, db.Rooms.Where(r => r.ConferenceId == conference.Id), cancellation);
        return [.. rooms.OrderBy(r => r.Slug, StringComparer.Ordinal).Select(r => new TableRow<RoomRequest>(r.Id, r.Version, new RoomRequest
        {
            Slug = r.Slug,
            Name = r.Name,
            Building = r.Building,
            Capacity = r.Capacity,
            Order = r.Order,
            Virtual = r.Virtual,
            Parts = r.Parts,
            OpeningHours = r.OpeningHours,
            JoinUrl = r.JoinUrl,
        }))];
    }

    protected override IReadOnlyList<TableRow<RoomRequest>> ByKey(Func<string, string?> cell) => cell("slug")?.Trim() is { } slug
        ? [.. Here.Where(row => row.Content.Slug == slug)]
        : cell("name") is { } name ? [.. Here.Where(row => row.Content.Name == name)] : [];

    protected override async Task TakeAsync(IReadOnlyList<AskedRow<RoomRequest>> rows, TableNotes notes, CancellationToken cancellation)
    {
        var slugs = SlugsOf(rows, notes);
        if (notes.RefusedCount > 0)
            return;

        var rooms = await db.Rooms.Where(r => r.ConferenceId == conference.Id).ToListAsync(cancellation);
        var buildings = (await db.Buildings.AsNoTracking().Where(b => b.ConferenceId == conference.Id).ToListAsync(cancellation)).ToDictionary(b => b.Name, StringComparer.Ordinal);
        var byId = rooms.ToDictionary(r => r.Id.Value);
        var taken = new List<(AskedRow<RoomRequest> Row, Room Room, RoomFacts Facts)>();
        foreach (var (row, slug) in rows.Zip(slugs))
        {
            var facts = new RoomFacts(row.Content.Name, BuildingOf(row.Content.Building, buildings), row.Content.Capacity, row.Content.Order, row.Content.Virtual)
            {
                OpeningHours = OpeningHoursEntry.ToDomain(row.Content.OpeningHours),
            };
            Room room;
            if (row.Here is { } here)
            {
                room = byId[here.Id];
                room.Revise(slug, facts with { Parts = room.Parts });
            }
            else
            {
                db.Rooms.Add(room = new Room(conference.Conference, slug, facts));
                rooms.Add(room);
            }

            if (conference.ShowsNotes)
                room.Join(row.Content.JoinUrl, clock.Now());
            taken.Add((row, room, facts));
        }

        Combine(taken, rooms, notes);
    }

    // Where rooms of the file are parts of each other, they have to be there first.
    private static void Combine(List<(AskedRow<RoomRequest> Row, Room Room, RoomFacts Facts)> taken, List<Room> rooms, TableNotes notes)
    {
        var bySlug = rooms.ToDictionary(r => r.Slug, StringComparer.Ordinal);
        foreach (var (row, room, facts) in taken.Where(t => t.Row.Taken.Contains("parts")))
        {
            if (row.Content.Parts.FirstOrDefault(slug => !bySlug.ContainsKey(slug)) is { } unknown)
                notes.Refuse(row.Number, "parts", unknown, ConferenceRefusals.UnknownPart(unknown).Reason);
            else
                room.Revise(room.Slug, facts with { Parts = [.. row.Content.Parts.Select(slug => bySlug[slug].Id)] });
        }

        var byId = rooms.ToDictionary(r => r.Id);
        foreach (var (row, room, _) in taken.Where(t => CombinedRooms.Contain(t.Room.Parts, t.Room.Id, byId)))
            notes.Refuse(row.Number, "parts", CellValues.Of(row.Content.Parts), ConferenceRefusals.RoomOfItself(room.Name).Reason);
    }

    private Building? BuildingOf(string? name, Dictionary<string, Building> buildings)
    {
        if (name is null)
            return null;
        if (!buildings.TryGetValue(name, out var building))
            db.Buildings.Add(buildings[name] = building = new Building(conference.Conference, name, null));
        return building;
    }

    // Also one that another room gives up: two rooms exchange their slugs in two steps.
    private List<string> SlugsOf(IReadOnlyList<AskedRow<RoomRequest>> rows, TableNotes notes)
    {
        var owners = Here.ToDictionary(row => row.Content.Slug!, row => (Guid?)row.Id, StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Content.Slug is not null))
        {
            if (!owners.TryAdd(row.Content.Slug!, row.Here?.Id) && (row.Here is null || owners[row.Content.Slug!] != row.Here.Id))
                notes.Refuse(row.Number, "slug", row.Content.Slug, ConferenceRefusals.SlugTaken("room", row.Content.Slug!).Reason);
        }

        var slugs = new List<string>();
        foreach (var row in rows)
        {
            var slug = row.Content.Slug ?? Slug.Free(row.Content.Name, "room", owners.ContainsKey);
            owners.TryAdd(slug, null);
            slugs.Add(slug);
        }

        return slugs;
    }
}
