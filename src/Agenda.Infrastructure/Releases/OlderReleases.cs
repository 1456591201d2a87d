using System.Collections.Concurrent;
using Agenda.Domain;
using Agenda.Domain.Releases;

namespace Agenda.Infrastructure.Releases;

/// <summary>A few releases before the newest, in memory, as they are since the last revision.</summary>
internal sealed class OlderReleases(int most)
{
    private readonly ConcurrentDictionary<(ConferenceId Conference, int Number, int Revisions), PublishedAgenda> kept = new();
    private readonly ConcurrentQueue<(ConferenceId, int, int)> order = new();

    public PublishedAgenda? Find(ReleasesState state, int number) => kept.GetValueOrDefault((state.Conference, number, state.Revisions));

    public PublishedAgenda Keep(ReleasesState state, PublishedAgenda agenda)
    {
        var key = (state.Conference, agenda.Document.Number, state.Revisions);
        if (kept.TryAdd(key, agenda))
        {
            order.Enqueue(key);
            while (order.Count > most && order.TryDequeue(out var oldest))
                kept.TryRemove(oldest, out _);
        }

        return agenda;
    }

    /// <summary>Drops what was read before a revision, or of conferences that are gone.</summary>
    public void Forget(IEnumerable<ReleasesState> states)
    {
        if (kept.IsEmpty)
            return;

        var present = states.Select(s => (s.Conference, s.Revisions)).ToHashSet();
        foreach (var key in kept.Keys.Where(key => !present.Contains((key.Conference, key.Revisions))))
            kept.TryRemove(key, out _);
    }
}
