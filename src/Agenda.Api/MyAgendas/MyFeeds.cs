using System.Buffers.Binary;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using NodaTime;

namespace Agenda.Api.MyAgendas;

/// <summary>
/// What stands in the feeds of attendees' own agendas, by the tokens of their addresses. What was read is believed for a second, however many ask
/// meanwhile; a token that cannot be one asks the database nothing.
/// </summary>
internal sealed class MyFeeds(IServiceScopeFactory scopes, MyAgendaTokens tokens, TimeProvider clock) : IDisposable
{
    // Counted in stars, so that it is some tens of megabytes at the most.
    private const int StarsKept = 200_000;

    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<UInt128, Reading> underWay = [];
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = StarsKept });

    /// <summary>Null for a token that opens nothing: guessed, replaced, removed or expired, which cannot be told apart.</summary>
    public async ValueTask<MyFeed?> FindAsync(string token, CancellationToken cancellation)
    {
        if (!await tokens.IsOursAsync(MyAgendaToken.Feed, token, cancellation))
            return null;

        var hash = Secret.HashOf(token);
        return Known(KeyOf(hash)) is { } read ? read.Feed : await ReadOnceAsync(KeyOf(hash), hash).WaitAsync(cancellation);
    }

    /// <summary>
    /// When the feed came to be what it is now. A state that the feed did not have before is noted with the present second, or the one after the last, so
    /// that <c>Last-Modified</c> moves with every change, whatever the reason, and never goes back.
    /// </summary>
    public async ValueTask<Instant> ModifiedAtAsync(MyFeed feed, string tag, CancellationToken cancellation)
    {
        if (feed.Tag == tag && feed.ModifiedAt is { } unchanged)
            return unchanged;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        for (var (before, last) = (feed.Tag, feed.ModifiedAt); ;)
        {
            var now = Instant.FromUnixTimeSeconds(clock.Now().ToUnixTimeSeconds());
            var at = last is { } then ? Instant.Max(now, then + Duration.FromSeconds(1)) : now;
            var noted = await db.MyAgendas.Where(m => m.Id == feed.Id && m.FeedTag == before)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.FeedTag, tag).SetProperty(m => m.FeedModifiedAt, at), cancellation);
            if (noted > 0)
                return Keep(feed, tag, at);

            // Another process noted something meanwhile, or it was removed.
            var present = await db.MyAgendas.AsNoTracking().Where(m => m.Id == feed.Id).Select(m => new { m.FeedTag, m.FeedModifiedAt }).SingleOrDefaultAsync(cancellation);
            if (present is null)
                return at;
            if (present.FeedTag == tag && present.FeedModifiedAt is { } theirs)
                return Keep(feed, tag, theirs);
            (before, last) = (present.FeedTag, present.FeedModifiedAt);
        }
    }

    /// <summary>Reads it anew for the next who asks, also where it is being read just now.</summary>
    public void Forget(byte[] hash)
    {
        lock (gate)
        {
            underWay.Remove(KeyOf(hash));
            known.Remove(KeyOf(hash));
        }
    }

    public void Dispose() => known.Dispose();

    private Read? Known(UInt128 key) => known.TryGetValue(key, out Read? read) && clock.GetElapsedTime(read!.At) < Believed ? read : null;

    private Task<MyFeed?> ReadOnceAsync(UInt128 key, byte[] hash)
    {
        lock (gate)
        {
            if (Known(key) is { } read)
                return Task.FromResult(read.Feed);
            if (underWay.TryGetValue(key, out var reading))
                return reading.Task;

            underWay[key] = reading = new Reading();
            return reading.Task = Task.Run(() => ReadAsync(key, hash, reading));
        }
    }

    private async Task<MyFeed?> ReadAsync(UInt128 key, byte[] hash, Reading reading)
    {
        Read? read = null;
        try
        {
            var at = clock.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            read = new Read(await MyFeed.ReadAsync(scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), hash, CancellationToken.None), at);
            return read.Feed;
        }
        finally
        {
            lock (gate)
            {
                // What was forgotten while it was read may be older than what made it forgotten.
                if (underWay.TryGetValue(key, out var present) && present == reading)
                {
                    underWay.Remove(key);
                    if (read is not null)
                        Keep(key, read);
                }
            }
        }
    }

    private Instant Keep(MyFeed feed, string tag, Instant at)
    {
        lock (gate)
        {
            if (known.TryGetValue(KeyOf(feed.Hash), out Read? read) && ReferenceEquals(read!.Feed, feed))
                Keep(KeyOf(feed.Hash), read with { Feed = feed with { Tag = tag, ModifiedAt = at } });
        }

        return at;
    }

    private void Keep(UInt128 key, Read read) => known.Set(key, read, new MemoryCacheEntryOptions { Size = 1 + (read.Feed?.Stars.Count ?? 0) });

    // Not the token itself, so that no list of them stands in memory.
    private static UInt128 KeyOf(byte[] hash) => BinaryPrimitives.ReadUInt128BigEndian(hash);

    private sealed record Read(MyFeed? Feed, long At);

    private sealed class Reading
    {
        public Task<MyFeed?> Task { get; set; } = System.Threading.Tasks.Task.FromResult<MyFeed?>(null);
    }
}

/// <summary>What stands in somebody's feed.</summary>
/// <param name="Hash">The hash of its token.</param>
/// <param name="Stars">By conference.</param>
/// <param name="RoomLinks">Where rooms are joined online.</param>
/// <param name="Tag">The state in which it was when it was last read.</param>
/// <param name="ModifiedAt">When it was first seen in that state.</param>
internal sealed record MyFeed(MyAgendaId Id, byte[] Hash, IReadOnlyList<StarredSession> Stars, IReadOnlyDictionary<RoomId, JoinLink> RoomLinks, string? Tag, Instant? ModifiedAt)
{
    public static async Task<MyFeed?> ReadAsync(AgendaDbContext db, byte[] hash, CancellationToken cancellation)
    {
        var mine = await db.MyAgendas.AsNoTracking().Where(m => m.FeedHash == hash).Select(m => new { m.Id, m.FeedTag, m.FeedModifiedAt }).SingleOrDefaultAsync(cancellation);
        return mine is null
            ? null
            : new MyFeed(
                mine.Id, hash, await StarredSession.ListAsync(db, mine.Id, cancellation), await StarredSession.RoomLinksAsync(db, mine.Id, cancellation), mine.FeedTag, mine.FeedModifiedAt);
    }
}
