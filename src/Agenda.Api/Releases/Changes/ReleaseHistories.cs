using System.Collections.Concurrent;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>The history of each conference that is read, made once per release and again when somebody was erased.</summary>
internal sealed class ReleaseHistories(PublishedAgendas agendas) : IDisposable
{
    private readonly ConcurrentDictionary<ConferenceId, ReleaseHistory> kept = new();

    // One after the other: making one holds two releases in memory.
    private readonly SemaphoreSlim making = new(1, 1);

    /// <summary>The newest release with the history up to it; null when the conference has none.</summary>
    public async ValueTask<(PublishedAgenda Newest, ReleaseHistory History)?> OfAsync(string slug, CancellationToken cancellation)
    {
        while (await agendas.CurrentAsync(slug, cancellation) is { } now)
        {
            if (kept.TryGetValue(now.State.Conference, out var known) && known.State == now.State)
                return (now.Agenda, known);

            await MakeAsync(slug, now.State, cancellation);
        }

        return null;
    }

    public void Dispose() => making.Dispose();

    private async Task MakeAsync(string slug, ReleasesState state, CancellationToken cancellation)
    {
        await making.WaitAsync(cancellation);
        try
        {
            var earlier = kept.GetValueOrDefault(state.Conference);
            if (earlier?.State == state)
                return;

            var made = await ReleaseHistory.MakeAsync(slug, state, earlier, agendas, cancellation);

            // Whoever was erased while it was made may be in it.
            if (await agendas.CurrentAsync(slug, cancellation) is { } now && now.State == state)
                kept[state.Conference] = made;
            Forget();
        }
        finally
        {
            making.Release();
        }
    }

    // Of conferences that are gone, or from which somebody was erased.
    private void Forget()
    {
        var present = agendas.States.ToDictionary(s => s.State.Conference, s => s.State.Revisions);
        foreach (var (conference, history) in kept)
        {
            if (!present.TryGetValue(conference, out var revisions) || revisions != history.State.Revisions)
                kept.TryRemove(conference, out _);
        }
    }
}
