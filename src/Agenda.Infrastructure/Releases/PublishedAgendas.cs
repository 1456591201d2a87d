using System.Collections.Frozen;
using System.Data.Common;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agenda.Infrastructure.Releases;

/// <summary>
/// The releases that the public reads, in memory: each is loaded once per process, and anew when somebody was erased from releases of its
/// conference. Which is the newest, and how often they were revised, is asked of the database by <see cref="RefreshAsync"/>, about once a
/// second in the background and at once by whoever published or erased; a request for a conference that was read before never waits for the
/// database.
/// </summary>
public sealed class PublishedAgendas(IServiceScopeFactory scopes, PublishedResources resources, ILogger<PublishedAgendas> logger) : IDisposable
{
    private const int OlderKept = 8;

    private readonly SemaphoreSlim refreshing = new(1, 1);
    private readonly OlderReleases older = new(OlderKept);
    private readonly HashSet<ReleasesState> unreadable = [];
    private volatile FrozenDictionary<string, Newest>? newest;
    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The slugs of all conferences with a release, as of the last refresh.</summary>
    public IReadOnlyList<string> Slugs => newest is { } known ? [.. known.Keys.Order(StringComparer.Ordinal)] : [];

    /// <summary>
    /// Ends when a refresh finds something else than was known. Whoever waits for news takes this first and then looks at what there is, so that
    /// nothing comes in between.
    /// </summary>
    public Task Changed => changed.Task;

    /// <summary>The newest release of each conference that has one, as of the last refresh.</summary>
    public IReadOnlyList<(string Slug, ReleasesState State)> States => newest is { } known ? [.. known.Select(k => (k.Key, k.Value.State))] : [];

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
        while (newest!.TryGetValue(slug, out var known))
        {
            var agenda = await known.AgendaAsync(LoadAsync).WaitAsync(cancellation);
            if (IsCurrent(slug, known.State))
                return agenda;
        }

        return null;
    }

    /// <summary>What <see cref="NewestAsync"/> gives, with what tells whether it still is: null when the conference has no release.</summary>
    public async ValueTask<(PublishedAgenda Agenda, ReleasesState State)?> CurrentAsync(string slug, CancellationToken cancellation)
    {
        await EnsureKnownAsync(cancellation);
        while (newest!.TryGetValue(slug, out var known) && await NewestAsync(slug, cancellation) is { } agenda)
        {
            if (IsCurrent(slug, known.State))
                return (agenda, known.State);
        }

        return null;
    }

    /// <summary>Any release of a published conference; null when there is no such number. A few older ones are kept in memory.</summary>
    public ValueTask<PublishedAgenda?> ReleaseAsync(string slug, int number, CancellationToken cancellation) => ReleaseAsync(slug, number, keep: true, cancellation);

    /// <summary>As <see cref="ReleaseAsync(string, int, CancellationToken)"/>, for who goes through many: none that others read is put out of memory for it.</summary>
    public ValueTask<PublishedAgenda?> ReleaseInPassingAsync(string slug, int number, CancellationToken cancellation) => ReleaseAsync(slug, number, keep: false, cancellation);

    private async ValueTask<PublishedAgenda?> ReleaseAsync(string slug, int number, bool keep, CancellationToken cancellation)
    {
        await EnsureKnownAsync(cancellation);
        while (newest!.TryGetValue(slug, out var known) && number >= 1 && number <= known.State.Newest)
        {
            if (number == known.State.Newest)
                return await NewestAsync(slug, cancellation);
            if (older.Find(known.State, number) is { } kept)
                return kept;

            var agenda = await LoadAsync(known.State, number).WaitAsync(cancellation);
            if (agenda is null)
                return null;
            if (IsCurrent(slug, known.State))
                return keep ? older.Keep(known.State, agenda) : agenda;
        }

        return null;
    }

    /// <summary>Learns which releases are the newest, and whether files and live links changed. Releases of conferences that are being read are loaded before readers see them.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            var before = newest;
            var next = new Dictionary<string, Newest>(StringComparer.Ordinal);
            var asked = await AskAsync(cancellation);
            await resources.LearnAsync([.. asked.Select(c => (c.State.Conference, c.Resources))], cancellation);
            foreach (var (slug, state, _) in asked)
            {
                var known = before?.GetValueOrDefault(slug);
                next[slug] = known?.State == state ? known : new Newest(state);
                // Whoever was erased meanwhile is in what is known.
                if (known is { WasRead: true } && known.State != state && !await CanBeReadAsync(slug, next[slug]) && known.State.Revisions == state.Revisions)
                    next[slug] = known;
            }

            newest = next.ToFrozenDictionary(StringComparer.Ordinal);
            older.Forget(newest.Values.Select(known => known.State));
            if (before is null || before.Count != next.Count || next.Any(now => before.GetValueOrDefault(now.Key)?.State != now.Value.State))
                Announce();
        }
        finally
        {
            refreshing.Release();
        }
    }

    public void Dispose() => refreshing.Dispose();

    private void Announce()
    {
        var told = changed;
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        told.SetResult();
    }

    // A release that was read before somebody was erased from it is read again, whoever waits for it.
    private bool IsCurrent(string slug, ReleasesState state) => newest!.TryGetValue(slug, out var now) && now.State == state;

    private async Task<List<(string Slug, ReleasesState State, Guid? Resources)>> AskAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var rows = await db.Conferences.AsNoTracking()
            .Select(c => new
            {
                c.Slug,
                c.Id,
                c.UidHost,
                Number = db.Releases.Where(r => r.ConferenceId == c.Id).Max(r => (int?)r.Number),
                Revisions = db.Releases.Where(r => r.ConferenceId == c.Id).Sum(r => r.Revision),
                Resources = db.ResourcesStates.Where(s => s.ConferenceId == c.Id).Select(s => (Guid?)s.Value).FirstOrDefault(),
            })
            .Where(c => c.Number != null)
            .ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Slug, new ReleasesState(r.Id, r.Number!.Value, r.Revisions, r.UidHost), r.Resources))];
    }

    private async Task<PublishedAgenda?> LoadAsync(ReleasesState state, int number)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        return await ReleaseStore.ReadAsync(db, state.Conference, number, CancellationToken.None) is { } document ? new PublishedAgenda(document) { UidHost = state.UidHost } : null;
    }

    // A release that this program cannot read - damaged, or of a newer program that shares the database - keeps nobody from what they read so
    // far, nor from other conferences.
    private async Task<bool> CanBeReadAsync(string slug, Newest release)
    {
        try
        {
            await release.AgendaAsync(LoadAsync);
            unreadable.Remove(release.State);
            return true;
        }
        catch (Exception e) when (e is not DbException)
        {
            if (unreadable.Add(release.State))
                logger.LogError(e, "Release {Number} of {Conference} cannot be read; the one before is served on, unless somebody was erased from it.", release.State.Newest, slug);
            return false;
        }
    }

    /// <summary>The newest release of one conference, loaded by the first who asks while the others wait for the same task.</summary>
    private sealed class Newest(ReleasesState state)
    {
        private readonly Lock gate = new();
        private Task<PublishedAgenda?>? loading;

        public ReleasesState State => state;

        public bool WasRead => loading is not null;

        public Task<PublishedAgenda?> AgendaAsync(Func<ReleasesState, int, Task<PublishedAgenda?>> load)
        {
            lock (gate)
            {
                // A load that failed is not remembered: the next reader tries again.
                if (loading is null or { IsFaulted: true })
                    loading = Task.Run(() => load(state, state.Newest));
                return loading;
            }
        }
    }
}
