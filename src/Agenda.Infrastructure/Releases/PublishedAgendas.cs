using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Data.Common;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agenda.Infrastructure.Releases;

/// <summary>
/// The releases that the public reads, in memory: each is loaded once per process. Which number is the newest is asked of the database by
/// <see cref="RefreshAsync"/>, about once a second in the background and at once by whoever published; a request for a conference that
/// was read before never waits for the database.
/// </summary>
public sealed class PublishedAgendas(IServiceScopeFactory scopes, ILogger<PublishedAgendas> logger) : IDisposable
{
    private const int OlderKept = 8;

    private readonly SemaphoreSlim refreshing = new(1, 1);
    private readonly ConcurrentDictionary<(ConferenceId, int), PublishedAgenda> older = new();
    private readonly ConcurrentQueue<(ConferenceId, int)> olderOrder = new();
    private readonly HashSet<(ConferenceId, int)> unreadable = [];
    private volatile FrozenDictionary<string, Newest>? newest;

    /// <summary>The slugs of all conferences with a release, as of the last refresh.</summary>
    public IReadOnlyList<string> Slugs => newest is { } known ? [.. known.Keys.Order(StringComparer.Ordinal)] : [];

    /// <summary>Waits for the first refresh of this process; afterwards returns at once.</summary>
    public async ValueTask EnsureKnownAsync(CancellationToken cancellation)
    {
        if (newest is null)
            await RefreshAsync(cancellation);
    }

    /// <summary>The newest release of a conference; null when it has none or does not exist.</summary>
    public async ValueTask<PublishedAgenda?> NewestAsync(string slug, CancellationToken cancellation)
    {
        await EnsureKnownAsync(cancellation);
        return newest!.TryGetValue(slug, out var known) ? await known.AgendaAsync(LoadAsync).WaitAsync(cancellation) : null;
    }

    /// <summary>Any release of a published conference; null when there is no such number. A few older ones are kept in memory.</summary>
    public async ValueTask<PublishedAgenda?> ReleaseAsync(string slug, int number, CancellationToken cancellation)
    {
        await EnsureKnownAsync(cancellation);
        if (!newest!.TryGetValue(slug, out var known) || number < 1 || number > known.Number)
            return null;
        if (number == known.Number)
            return await NewestAsync(slug, cancellation);
        if (older.TryGetValue((known.Conference, number), out var kept))
            return kept;

        return await LoadAsync(known.Conference, number) is { } agenda ? Keep(agenda) : null;
    }

    /// <summary>Learns which releases are the newest. Those of conferences that are being read are loaded before readers see them.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            var before = newest;
            var now = await AskAsync(cancellation);
            var next = new Dictionary<string, Newest>(StringComparer.Ordinal);
            foreach (var (slug, conference, number) in now)
            {
                var known = before?.GetValueOrDefault(slug);
                var same = known is not null && known.Conference == conference && known.Number == number;
                next[slug] = same ? known! : new Newest(conference, number);
                if (!same && known is { WasRead: true } && !await CanBeReadAsync(slug, next[slug]))
                    next[slug] = known;
            }

            newest = next.ToFrozenDictionary(StringComparer.Ordinal);
        }
        finally
        {
            refreshing.Release();
        }
    }

    public void Dispose() => refreshing.Dispose();

    private async Task<List<(string Slug, ConferenceId Conference, int Number)>> AskAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var rows = await db.Conferences.AsNoTracking()
            .Select(c => new { c.Slug, c.Id, Number = db.Releases.Where(r => r.ConferenceId == c.Id).Max(r => (int?)r.Number) })
            .Where(c => c.Number != null)
            .ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Slug, r.Id, r.Number!.Value))];
    }

    private async Task<PublishedAgenda?> LoadAsync(ConferenceId conference, int number)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        return await ReleaseStore.ReadAsync(db, conference, number, CancellationToken.None) is { } document ? new PublishedAgenda(document) : null;
    }

    // A release that this program cannot read - damaged, or of a newer program that shares the database - keeps nobody from what they read so
    // far, nor from other conferences.
    private async Task<bool> CanBeReadAsync(string slug, Newest release)
    {
        try
        {
            await release.AgendaAsync(LoadAsync);
            unreadable.Remove((release.Conference, release.Number));
            return true;
        }
        catch (Exception e) when (e is not DbException)
        {
            if (unreadable.Add((release.Conference, release.Number)))
                logger.LogError(e, "Release {Number} of {Conference} cannot be read; the one before is served on.", release.Number, slug);
            return false;
        }
    }

    private PublishedAgenda Keep(PublishedAgenda agenda)
    {
        var key = (agenda.Conference.Id, agenda.Document.Number);
        if (older.TryAdd(key, agenda))
        {
            olderOrder.Enqueue(key);
            while (olderOrder.Count > OlderKept && olderOrder.TryDequeue(out var oldest))
                older.TryRemove(oldest, out _);
        }

        return agenda;
    }

    /// <summary>The newest release of one conference, loaded by the first who asks while the others wait for the same task.</summary>
    private sealed class Newest(ConferenceId conference, int number)
    {
        private readonly Lock gate = new();
        private Task<PublishedAgenda?>? loading;

        public ConferenceId Conference => conference;

        public int Number => number;

        public bool WasRead => loading is not null;

        public Task<PublishedAgenda?> AgendaAsync(Func<ConferenceId, int, Task<PublishedAgenda?>> load)
        {
            lock (gate)
            {
                // A load that failed is not remembered: the next reader tries again.
                if (loading is null or { IsFaulted: true })
                    loading = Task.Run(() => load(conference, number));
                return loading;
            }
        }
    }
}
