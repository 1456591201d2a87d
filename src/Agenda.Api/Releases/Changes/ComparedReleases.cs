using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Agenda.Api.Releases.Changes;

/// <summary>
/// Comparisons of releases that were asked for lately, rendered. As many releases as there are, as many pairs can be asked for: they are made one
/// after the other, a few are kept, and none longer than its releases.
/// </summary>
internal sealed class ComparedReleases(PublicAddress address, IOptions<JsonOptions> json) : IDisposable
{
    private const int MostKept = 16;
    private const long MostBytes = 32 * 1024 * 1024;

    private readonly SemaphoreSlim comparing = new(1, 1);
    private readonly Lock gate = new();

    // The one that was asked for last stands first.
    private readonly LinkedList<Kept> kept = new();

    public async ValueTask<ChangesJson> OfAsync(string slug, PublishedAgenda? older, PublishedAgenda newer, CancellationToken cancellation)
    {
        if (Find(slug, older, newer) is { } known)
            return known;

        await comparing.WaitAsync(cancellation);
        try
        {
            return Find(slug, older, newer) ?? Keep(slug, older, newer, new ChangesJson(slug, older, newer, address, json.Value.SerializerOptions));
        }
        finally
        {
            comparing.Release();
        }
    }

    public void Dispose() => comparing.Dispose();

    private ChangesJson? Find(string slug, PublishedAgenda? older, PublishedAgenda newer)
    {
        lock (gate)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (!node.Value.IsOf(slug, older, newer))
                    continue;
                kept.Remove(node);
                kept.AddFirst(node);
                return node.Value.Json;
            }
        }

        return null;
    }

    private ChangesJson Keep(string slug, PublishedAgenda? older, PublishedAgenda newer, ChangesJson made)
    {
        lock (gate)
        {
            // Releases that are in memory no more, such as those from which somebody was erased, will not be asked for again.
            foreach (var gone in kept.Where(k => k.IsGone).ToList())
                kept.Remove(gone);
            kept.AddFirst(new Kept(slug, older, newer, made));
            while (kept.Count > MostKept || kept.Sum(k => k.Json.Bytes) > MostBytes)
                kept.RemoveLast();
        }

        return made;
    }

    private sealed class Kept(string slug, PublishedAgenda? older, PublishedAgenda newer, ChangesJson json)
    {
        private readonly WeakReference<PublishedAgenda>? from = older is null ? null : new(older);
        private readonly WeakReference<PublishedAgenda> to = new(newer);

        public ChangesJson Json => json;

        public bool IsGone => !to.TryGetTarget(out _) || (from is not null && !from.TryGetTarget(out _));

        public bool IsOf(string asked, PublishedAgenda? before, PublishedAgenda after) =>
            slug == asked && to.TryGetTarget(out var known) && known == after
            && (from is null ? before is null : from.TryGetTarget(out var knownBefore) && knownBefore == before);
    }
}
