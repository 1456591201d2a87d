using System.Collections.Frozen;
using Agenda.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Infrastructure.Resources;

/// <summary>
/// What is known of the files of published conferences, in memory, beside <see cref="Releases.PublishedAgendas"/>, which tells with each of its refreshes
/// whether they are still the same. Reading a list of files asks the database nothing.
/// </summary>
public sealed class PublishedFiles(IServiceScopeFactory scopes)
{
    private volatile FrozenDictionary<ConferenceId, FilesOfConference> known = FrozenDictionary<ConferenceId, FilesOfConference>.Empty;

    /// <summary>The files of a conference as of the last refresh.</summary>
    public FilesOfConference Of(ConferenceId conference) => known.GetValueOrDefault(conference, FilesOfConference.None);

    /// <summary>Reads anew what changed. One refresh at a time: the caller's is.</summary>
    internal async Task LearnAsync(IReadOnlyCollection<(ConferenceId Conference, Guid? State)> now, CancellationToken cancellation)
    {
        var before = known;
        if (now.All(c => before.GetValueOrDefault(c.Conference, FilesOfConference.None).IsStill(c.State)) && before.Count == now.Count(c => c.State is not null))
            return;

        var next = new Dictionary<ConferenceId, FilesOfConference>();
        foreach (var (conference, state) in now.Where(c => c.State is not null))
            next[conference] = before.GetValueOrDefault(conference) is { } files && files.IsStill(state) ? files : await ReadAsync(conference, state, cancellation);
        known = next.ToFrozenDictionary();
    }

    // The state was read before: should somebody upload in between, it is another one at the next refresh.
    private async Task<FilesOfConference> ReadAsync(ConferenceId conference, Guid? state, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var files = await db.SessionFiles.AsNoTracking().Where(f => f.ConferenceId == conference)
            .OrderBy(f => f.SessionId).ThenBy(f => f.Order).ThenBy(f => f.UploadedAt).ThenBy(f => f.Id)
            .Select(f => new PublishedFile(f.Id, f.SessionId, f.ContributionId, f.Name, f.MediaType, f.Size, f.Hash, f.VisibleFrom))
            .ToListAsync(cancellation);
        return new FilesOfConference(state, files);
    }
}
