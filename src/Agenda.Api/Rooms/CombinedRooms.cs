using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Rooms;

/// <summary>Rooms that are combined of others.</summary>
internal static class CombinedRooms
{
    /// <summary>The rooms of these slugs, or why a room cannot be combined of them.</summary>
    public static async Task<(IReadOnlyList<RoomId> Parts, Refusal? Refusal)> PartsAsync(
        AgendaDbContext db, Conference conference, string name, IReadOnlyList<string> slugs, RoomId? whole, CancellationToken cancellation)
    {
        var rooms = await db.Rooms.AsNoTracking().Where(r => r.ConferenceId == conference.Id).ToListAsync(cancellation);
        var bySlug = rooms.ToDictionary(r => r.Slug, StringComparer.Ordinal);
        if (slugs.FirstOrDefault(slug => !bySlug.ContainsKey(slug)) is { } unknown)
            return ([], ConferenceRefusals.UnknownPart(unknown));

        IReadOnlyList<RoomId> parts = [.. slugs.Select(slug => bySlug[slug].Id)];
        return whole is { } room && Contain(parts, room, rooms.ToDictionary(r => r.Id)) ? ([], ConferenceRefusals.RoomOfItself(name)) : (parts, null);
    }

    /// <summary>Whether a room is among the parts, or among theirs.</summary>
    public static bool Contain(IReadOnlyList<RoomId> parts, RoomId room, Dictionary<RoomId, Room> rooms)
    {
        var (seen, open) = (new HashSet<RoomId>(), new Stack<RoomId>(parts));
        while (open.TryPop(out var next))
        {
            if (next == room)
                return true;
            if (!seen.Add(next) || !rooms.TryGetValue(next, out var found))
                continue;
            foreach (var part in found.Parts)
                open.Push(part);
        }

        return false;
    }
}
