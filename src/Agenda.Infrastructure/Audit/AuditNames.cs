using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Audit;

/// <summary>
/// What things are called to which others point: the trace says the slug of a room and the code of a type, as the API does, and goes on
/// saying it when they are gone. People are told by their ids, as in the API.
/// </summary>
internal sealed class AuditNames
{
    private readonly Dictionary<object, string> known = [];

    /// <summary>Remembers the name of something that is being saved and that the database may not have yet.</summary>
    public void Know(object thing)
    {
        var (id, name) = thing switch
        {
            Conference c => ((object)c.Id, c.Slug),
            Building b => (b.Id, b.Name),
            Room r => (r.Id, r.Slug),
            Track t => (t.Id, t.Slug),
            SessionType t => (t.Id, t.Code),
            Session s => (s.Id, s.Code),
            Account a => (a.Id, a.Name),
            _ => default,
        };
        if (id is not null)
            known[id] = name;
    }

    /// <summary>Looks up the names of those that are not known, in one query for each kind of them.</summary>
    public Task LookUpAsync(AgendaDbContext db, IEnumerable<object?> values, CancellationToken cancellation)
    {
        var unknown = values.SelectMany(Parts).Where(value => value is ConferenceId or BuildingId or RoomId or TrackId or SessionTypeId or SessionId or AccountId && !known.ContainsKey(value)).ToHashSet();
        return unknown.Count == 0 ? Task.CompletedTask : AskAsync(db, unknown!, cancellation);
    }

    /// <summary>The value as it is told: an id by its name, or as it is where there is no such thing any more.</summary>
    public object? Tell(object? value) => value switch
    {
        not null when known.TryGetValue(value, out var name) => name,
        ConferenceId id => id.Value,
        BuildingId id => id.Value,
        RoomId id => id.Value,
        TrackId id => id.Value,
        SessionTypeId id => id.Value,
        SessionId id => id.Value,
        AccountId id => id.Value,
        _ => value,
    };

    // Lists are told item by item.
    private static IEnumerable<object?> Parts(object? value) => value switch
    {
        IReadOnlyList<RoomId> rooms => rooms.Cast<object?>(),
        IReadOnlyList<WalkingTime> walks => walks.SelectMany(walk => new object?[] { walk.One, walk.Other }),
        _ => [value],
    };

    private async Task AskAsync(AgendaDbContext db, IReadOnlyCollection<object> ids, CancellationToken cancellation)
    {
        // As one parameter: an import names more than either database takes parameters.
        if (Those<ConferenceId>(ids) is { Count: > 0 } conferences)
            Know(await db.Conferences.Where(c => EF.Parameter(conferences).Contains(c.Id)).Select(c => new { c.Id, c.Slug }).ToListAsync(cancellation), c => (c.Id, c.Slug));
        if (Those<BuildingId>(ids) is { Count: > 0 } buildings)
            Know(await db.Buildings.Where(b => EF.Parameter(buildings).Contains(b.Id)).Select(b => new { b.Id, b.Name }).ToListAsync(cancellation), b => (b.Id, b.Name));
        if (Those<RoomId>(ids) is { Count: > 0 } rooms)
            Know(await db.Rooms.Where(r => EF.Parameter(rooms).Contains(r.Id)).Select(r => new { r.Id, r.Slug }).ToListAsync(cancellation), r => (r.Id, r.Slug));
        if (Those<TrackId>(ids) is { Count: > 0 } tracks)
            Know(await db.Tracks.Where(t => EF.Parameter(tracks).Contains(t.Id)).Select(t => new { t.Id, t.Slug }).ToListAsync(cancellation), t => (t.Id, t.Slug));
        if (Those<SessionTypeId>(ids) is { Count: > 0 } types)
            Know(await db.SessionTypes.Where(t => EF.Parameter(types).Contains(t.Id)).Select(t => new { t.Id, t.Code }).ToListAsync(cancellation), t => (t.Id, t.Code));
        if (Those<SessionId>(ids) is { Count: > 0 } sessions)
            Know(await db.Sessions.Where(s => EF.Parameter(sessions).Contains(s.Id)).Select(s => new { s.Id, s.Code }).ToListAsync(cancellation), s => (s.Id, s.Code));
        if (Those<AccountId>(ids) is { Count: > 0 } accounts)
            Know(await db.Accounts.Where(a => EF.Parameter(accounts).Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(cancellation), a => (a.Id, a.Name));
    }

    private static List<TId> Those<TId>(IReadOnlyCollection<object> ids) => [.. ids.OfType<TId>()];

    private void Know<T>(List<T> found, Func<T, (object Id, string Name)> read)
    {
        foreach (var (id, name) in found.Select(read))
            known[id] = name;
    }
}
