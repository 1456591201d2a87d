using Agenda.Domain;
using Agenda.Domain.Resources;
using Agenda.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Resources;

/// <summary>
/// Removes the files and live links of what is about to be removed, by whichever operation, and gives the conferences concerned another
/// <see cref="ResourcesState"/> in the same transaction. Chunks go with their file in the database.
/// </summary>
internal static class ResourcesOfRemoved
{
    /// <summary>Completes what is tracked and about to be saved; its changes have been found before.</summary>
    public static async Task FollowAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        var (sessions, contributions, changed) = (new List<SessionId>(), new List<ContributionId>(), new HashSet<ConferenceId>());
        foreach (var entry in db.ChangeTracker.Entries())
        {
            switch (entry.Entity)
            {
                case Session session when entry.State == EntityState.Deleted:
                    sessions.Add(session.Id);
                    break;
                case Contribution contribution when entry.State == EntityState.Deleted:
                    contributions.Add(contribution.Id);
                    break;
                case SessionFile file when entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted:
                    changed.Add(file.ConferenceId);
                    break;
                case SessionLink link when entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted:
                    changed.Add(link.ConferenceId);
                    break;
            }
        }

        if (sessions.Count + contributions.Count > 0)
        {
            var files = await db.SessionFiles
                .Where(f => EF.Parameter(sessions).Contains(f.SessionId) || (f.ContributionId != null && EF.Parameter(contributions).Contains(f.ContributionId.Value)))
                .ToListAsync(cancellation);
            db.SessionFiles.RemoveRange(files);
            changed.UnionWith(files.Select(f => f.ConferenceId));
            var links = await db.SessionLinks
                .Where(l => EF.Parameter(sessions).Contains(l.SessionId) || (l.ContributionId != null && EF.Parameter(contributions).Contains(l.ContributionId.Value)))
                .ToListAsync(cancellation);
            db.SessionLinks.RemoveRange(links);
            changed.UnionWith(links.Select(l => l.ConferenceId));
        }

        foreach (var conference in changed)
            await ChangeAsync(db, conference, cancellation);
    }

    private static async Task ChangeAsync(AgendaDbContext db, ConferenceId conference, CancellationToken cancellation)
    {
        var value = Guid.CreateVersion7();
        if (await db.ResourcesStates.FindAsync([conference], cancellation) is { } state)
            db.Entry(state).Property(s => s.Value).CurrentValue = value;
        else
            db.ResourcesStates.Add(new ResourcesState
            {
                ConferenceId = conference,
                Value = value,
            });
    }
}
