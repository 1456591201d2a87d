using System.Buffers.Binary;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using NodaTime;

namespace Agenda.Api.MyAgendas;

/// <summary>
/// What stands in the feeds of attendees' own agendas, by the tokens of their addresses. What was read is believed for a second; a token that cannot
/// be one asks the database nothing.
/// </summary>
internal sealed class MyFeeds(IServiceScopeFactory scopes, MyAgendaTokens tokens, TimeProvider clock) : IDisposable
{
    // Counted in stars, so that it is some tens of megabytes at the most.
    private const int StarsKept = 200_000;

    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(1);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = StarsKept });

    /// <summary>Null for a token that opens nothing: guessed, replaced, removed or expired, which cannot be told apart.</summary>
    public async ValueTask<MyFeed?> FindAsync(string token, CancellationToken cancellation)
    {
        if (!await tokens.IsOursAsync(MyAgendaToken.Feed, token, cancellation))
            return null;

        var hash = Secret.HashOf(token);
        if (known.TryGetValue(KeyOf(hash), out Read? read) && clock.GetElapsedTime(read!.At) < Believed)
            return read.Feed;

        var at = clock.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var feed = await ReadAsync(scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), hash, cancellation);
        known.Set(KeyOf(hash), new Read(feed, at), new MemoryCacheEntryOptions { Size = 1 + (feed?.Stars.Count ?? 0) });
        return feed;
    }

    /// <summary>
    /// When the feed came to be what it is now. A tag that the feed did not have before is noted with the present second, or the one after the last, so
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
            {
                Forget(feed.Hash);
                return at;
            }

            // Another process noted something meanwhile, or it was removed.
            var present = await db.MyAgendas.AsNoTracking().Where(m => m.Id == feed.Id).Select(m => new { m.FeedTag, m.FeedModifiedAt }).SingleOrDefaultAsync(cancellation);
            if (present is null)
                return at;
            if (present.FeedTag == tag && present.FeedModifiedAt is { } theirs)
                return theirs;
            (before, last) = (present.FeedTag, present.FeedModifiedAt);
        }
    }

    /// <summary>Reads it anew for the next who asks.</summary>
    public void Forget(byte[] hash) => known.Remove(KeyOf(hash));

    public void Dispose() => known.Dispose();

    private static async Task<MyFeed?> ReadAsync(AgendaDbContext db, byte[] hash, CancellationToken cancellation)
    {
        var mine = await db.MyAgendas.AsNoTracking().Where(m => m.FeedHash == hash).Select(m => new { m.Id, m.FeedTag, m.FeedModifiedAt }).SingleOrDefaultAsync(cancellation);
        return mine is null ? null : new MyFeed(mine.Id, hash, await StarredSession.ListAsync(db, mine.Id, cancellation), mine.FeedTag, mine.FeedModifiedAt);
    }

    // Not the token itself, so that no list of them stands in memory.
    private static UInt128 KeyOf(byte[] hash) => BinaryPrimitives.ReadUInt128BigEndian(hash);

    private sealed record Read(MyFeed? Feed, long At);
}

/// <summary>What stands in somebody's feed.</summary>
/// <param name="Hash">The hash of its token.</param>
/// <param name="Stars">By conference.</param>
/// <param name="Tag">The tag that it had when it was last read.</param>
/// <param name="ModifiedAt">When it was first seen with that tag.</param>
internal sealed record MyFeed(MyAgendaId Id, byte[] Hash, IReadOnlyList<StarredSession> Stars, string? Tag, Instant? ModifiedAt);
