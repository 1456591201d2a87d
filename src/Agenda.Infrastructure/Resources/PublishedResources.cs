using System.Collections.Frozen;
using Agenda.Domain;
using Agenda.Domain.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Infrastructure.Resources;

/// <summary>
/// What is known of the files and live links of published conferences, in memory, beside <see cref="Releases.PublishedAgendas"/>, which tells with each of
/// its refreshes whether they are still the same. Reading a list of them asks the database nothing.
/// </summary>
public sealed class PublishedResources(IServiceScopeFactory scopes)
{
    private volatile FrozenDictionary<ConferenceId, ResourcesOfConference> known = FrozenDictionary<ConferenceId, ResourcesOfConference>.Empty;

    /// <summary>Those of a conference as of the last refresh.</summary>
    public ResourcesOfConference Of(ConferenceId conference) => known.GetValueOrDefault(conference, ResourcesOfConference.None);

    /// <summary>Reads anew what changed. One refresh at a time: the caller's is.</summary>
    internal async Task LearnAsync(IReadOnlyCollection<(ConferenceId Conference, Guid? State)> now, CancellationToken cancellation)
    {
        var before = known;
        if (now.All(c => before.GetValueOrDefault(c.Conference, ResourcesOfConference.None).IsStill(c.State)) && before.Count == now.Count(c => c.State is not null))
            return;

        var next = new Dictionary<ConferenceId, ResourcesOfConference>();
        foreach (var (conference, state) in now.Where(c => c.State is not null))
            next[conference] = before.GetValueOrDefault(conference) is { } resources && resources.IsStill(state) ? resources : await ReadAsync(conference, state, cancellation);
        known = next.ToFrozenDictionary();
    }

    // The state was read before: should somebody add something in between, it is another one at the next refresh.
    private async Task<ResourcesOfConference> ReadAsync(ConferenceId conference, Guid? state, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var files = await db.SessionFiles.AsNoTracking().Where(f => f.ConferenceId == conference)
            .OrderBy(f => f.SessionId).ThenBy(f => f.Order).ThenBy(f => f.UploadedAt).ThenBy(f => f.Id)
            .Select(f => new PublishedFile(f.Id, f.SessionId, f.ContributionId, f.Name, f.MediaType, f.Size, f.Hash, f.VisibleFrom))
            .ToListAsync(cancellation);
        var links = await db.SessionLinks.AsNoTracking().Where(l => l.ConferenceId == conference)
            .OrderBy(l => l.SessionId).ThenBy(l => l.Order).ThenBy(l => l.AddedAt).ThenBy(l => l.Id)
            .Select(l => new PublishedLink(l.Id, l.SessionId, l.ContributionId, new Link(l.Title, l.Url), l.VisibleFrom))
            .ToListAsync(cancellation);
        return new ResourcesOfConference(state, [.. files, .. links]);
    }
}
