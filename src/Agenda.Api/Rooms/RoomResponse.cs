using System.Text.Json.Serialization;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Rooms;

/// <summary>A room of the programme.</summary>
public sealed record RoomResponse(Guid Id, string Slug, string Name, string? Building, int? Capacity, int Order, bool Virtual, int Version)
{
    /// <summary>The slugs of the rooms that it is combined of.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>When it is open; empty for always.</summary>
    public IReadOnlyList<OpeningHoursEntry> OpeningHours { get; init; } = [];

    /// <summary>Where its sessions are joined online, unless they say otherwise; null to readers of the programme.</summary>
    public string? JoinUrl { get; init; }

    /// <summary>What the edit did to the conflicts of the programme; only in the answer to an edit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConflictChanges? Conflicts { get; init; }

    /// <summary>Rooms in the order in which they are asked for.</summary>
    internal static async Task<List<RoomResponse>> ListAsync(AgendaDbContext db, EditedConference conference, IQueryable<Room> rooms, CancellationToken cancellation)
    {
        var rows = await rooms.AsNoTracking().Select(r => new { Room = r, Building = db.Buildings.Where(b => b.Id == r.BuildingId).Select(b => b.Name).FirstOrDefault() }).ToListAsync(cancellation);
        var named = rows.SelectMany(row => row.Room.Parts).Distinct().ToList();
        var slugs = named.Count == 0 ? [] : await db.Rooms.AsNoTracking().Where(r => EF.Parameter(named).Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Slug, cancellation);
        return [.. rows.Select(row => Of(row.Room, row.Building, slugs) with { JoinUrl = conference.ShowsNotes ? row.Room.JoinUrl : null })];
    }

    internal static async Task<RoomResponse> ReadAsync(AgendaDbContext db, EditedConference conference, RoomId id, CancellationToken cancellation) =>
        (await ListAsync(db, conference, db.Rooms.Where(r => r.Id == id), cancellation)).Single();

    private static RoomResponse Of(Room r, string? building, Dictionary<RoomId, string> slugs) => new(r.Id.Value, r.Slug, r.Name, building, r.Capacity, r.Order, r.Virtual, r.Version)
    {
        Parts = [.. r.Parts.Where(slugs.ContainsKey).Select(part => slugs[part])],
        OpeningHours = OpeningHoursEntry.Of(r.OpeningHours),
    };
}
