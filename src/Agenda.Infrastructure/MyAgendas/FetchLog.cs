using System.Collections.Concurrent;
using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure.MyAgendas;

/// <summary>
/// Which kind of calendar program read whose feed when. It is noted in memory and written now and then, many at once, so that reading a feed is
/// not writing. What a process that ends without warning has noted since is lost.
/// </summary>
public sealed class FetchLog
{
    private readonly ConcurrentDictionary<(MyAgendaId MyAgenda, CalendarClient Client), Instant> noted = [];

    public void Note(MyAgendaId myAgenda, CalendarClient client, Instant now) => noted[(myAgenda, client)] = now;

    /// <summary>When each kind of program read a feed last, the newest first.</summary>
    public async Task<IReadOnlyList<(CalendarClient Client, Instant At)>> OfAsync(AgendaDbContext db, MyAgendaId myAgenda, CancellationToken cancellation)
    {
        var written = await db.FeedFetches.AsNoTracking().Where(f => f.MyAgendaId == myAgenda).ToDictionaryAsync(f => f.Client, f => f.At, cancellation);
        foreach (var client in Enum.GetValues<CalendarClient>())
        {
            if (noted.TryGetValue((myAgenda, client), out var at) && (!written.TryGetValue(client, out var last) || at > last))
                written[client] = at;
        }

        return [.. written.Select(f => (f.Key, f.Value)).OrderByDescending(f => f.Value).ThenBy(f => f.Key)];
    }

    /// <summary>Writes what was noted; what cannot be written stays noted.</summary>
    public async Task WriteAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        foreach (var some in noted.ToArray().Chunk(500))
        {
            var ids = some.Select(n => n.Key.MyAgenda).Distinct().ToList();
            var present = (await db.MyAgendas.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id)).Select(m => m.Id).ToListAsync(cancellation)).ToHashSet();
            var written = await db.FeedFetches.Where(f => EF.Parameter(ids).Contains(f.MyAgendaId)).ToDictionaryAsync(f => (f.MyAgendaId, f.Client), cancellation);
            foreach (var ((myAgenda, client), at) in some.Where(n => present.Contains(n.Key.MyAgenda)))
            {
                if (!written.TryGetValue((myAgenda, client), out var fetch))
                    db.FeedFetches.Add(new FeedFetch { MyAgendaId = myAgenda, Client = client, At = at });
                else if (fetch.At < at)
                    fetch.At = at;
            }

            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            foreach (var fetch in some)
                noted.TryRemove(fetch);
        }
    }
}
