using System.Collections.Concurrent;
using Agenda.Domain.Releases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agenda.Infrastructure.Releases;

/// <summary>
/// Which published sessions start at another moment than when they were published, because the rules of their zone are others by now. Worked out
/// once for each newest release, beside the requests.
/// </summary>
public sealed class MovedByZoneRules(PublishedAgendas agendas, IServiceScopeFactory scopes, ILogger<MovedByZoneRules> logger)
{
    private readonly ConcurrentDictionary<ReleasesState, MovedSessions?> known = new();

    /// <summary>What is known of the newest releases, by conference.</summary>
    public IReadOnlyList<MovedSessions> Found => [.. agendas.States.Select(s => known.GetValueOrDefault(s.State)).OfType<MovedSessions>().OrderBy(m => m.Conference, StringComparer.Ordinal)];

    /// <summary>Looks at the newest releases that were not looked at yet, and logs what it finds.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var states = agendas.States;
        foreach (var gone in known.Keys.Except(states.Select(s => s.State)))
            known.TryRemove(gone, out _);
        foreach (var (slug, state) in states.Where(s => !known.ContainsKey(s.State)))
        {
            var moved = await OfAsync(slug, state, cancellation);
            if (known.TryAdd(state, moved) && moved is not null)
            {
                logger.LogWarning(
                    "New rules of the time zone move {Count} sessions of {Conference}, which was published as release {Release} with {Tzdb}. They are listed among its conflicts; the next release tells calendars.",
                    moved.Count, slug, moved.Release, moved.PublishedWith);
            }
        }
    }

    // Read for this alone: what nobody reads does not stay in memory.
    private async Task<MovedSessions?> OfAsync(string slug, ReleasesState state, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
            if (await ReleaseStore.ReadAsync(db, state.Conference, state.Newest, cancellation) is not { } release || !ZoneRuleEvidence.IsOfOtherRules(release))
                return null;

            var moved = ZoneRuleEvidence.Moved(new PublishedAgenda(release)).Select(s => s.Code).Order(StringComparer.Ordinal).ToList();
            return moved.Count == 0 ? null : new MovedSessions(slug, release.Number, release.TzdbVersion, moved);
        }
        catch (Exception damaged) when (damaged is System.Text.Json.JsonException or InvalidOperationException or IOException or NotSupportedException)
        {
            // Whoever reads it is told.
            return null;
        }
    }
}

/// <summary>The sessions of a conference's newest release that start at another moment by the zone rules in use now.</summary>
/// <param name="Conference">Its slug.</param>
/// <param name="Release">The number of the release.</param>
/// <param name="PublishedWith">The zone rules by which it was published.</param>
/// <param name="Sessions">The codes of the sessions.</param>
public sealed record MovedSessions(string Conference, int Release, string PublishedWith, IReadOnlyList<string> Sessions)
{
    public int Count => Sessions.Count;
}
