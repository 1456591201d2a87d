using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>
/// The latest releases of a conference with what each changed, in words. It stands by itself: none of the releases has to stay in memory for it,
/// and it holds so many changes at the most.
/// </summary>
/// <param name="State">Whether it still is what there is.</param>
/// <param name="Releases">The newest first, without those that are not kept any more.</param>
internal sealed record ReleaseHistory(ReleasesState State, IReadOnlyList<ToldRelease> Releases)
{
    private const int MostReleases = 20, MostChanges = 20_000;

    private readonly Lazy<HashSet<PersonId>> people = new(() => [.. Releases.SelectMany(r => r.Changes ?? []).SelectMany(c => c.People)]);

    /// <summary>Everybody of whom something is told.</summary>
    public IReadOnlySet<PersonId> People => people.Value;

    /// <summary>Reads the releases one after the other; what an earlier history tells of them is taken from there, unless somebody was erased since.</summary>
    public static async Task<ReleaseHistory> MakeAsync(string slug, ReleasesState state, ReleaseHistory? earlier, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var known = earlier is not null && earlier.State.Conference == state.Conference && earlier.State.Revisions == state.Revisions
            ? earlier.Releases.ToDictionary(r => r.Number) : [];
        var told = new List<ToldRelease>();
        var room = MostChanges;
        PublishedAgenda? release = null;
        for (var number = state.Newest; number >= 1 && number > state.Newest - MostReleases; number--)
        {
            PublishedAgenda? older = null;
            if (!known.TryGetValue(number, out var one) && (release ?? await ReadAsync(slug, number, agendas, cancellation)) is { } newer)
            {
                older = number == 1 ? null : await ReadAsync(slug, number - 1, agendas, cancellation);
                one = ToldRelease.Of(older, newer);
            }

            release = older;
            if (one is null)
                continue;

            // The newest first, and none behind one that does not fit: so every process tells the same, whichever history it had before.
            room -= one.Count ?? 0;
            told.Add(room >= 0 ? one : one with { Changes = null });
        }

        return new(state, told);
    }

    // A release that cannot be read - damaged, or of a newer program - is as good as not kept.
    private static async Task<PublishedAgenda?> ReadAsync(string slug, int number, PublishedAgendas agendas, CancellationToken cancellation)
    {
        try
        {
            return await agendas.ReleaseInPassingAsync(slug, number, cancellation);
        }
        catch (Exception damaged) when (damaged is System.Text.Json.JsonException or InvalidOperationException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}
