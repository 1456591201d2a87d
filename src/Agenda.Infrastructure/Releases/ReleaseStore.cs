using System.Data;
using System.Runtime.CompilerServices;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Releases;

/// <summary>Releases in the database.</summary>
public static class ReleaseStore
{
    /// <summary>
    /// Publishes the programme as it stands: reads it, decides and stores the next release in one transaction, or in the caller's if there is
    /// one. Two publishers at once get two numbers in a row: the later insert fails on the key and is the caller's to repeat.
    /// </summary>
    public static Task<Publishing.Outcome> PublishAsync(AgendaDbContext db, ConferenceId conference, Publication publication, CancellationToken cancellation) =>
        db.Database.CurrentTransaction is not null
            ? PublishInTransactionAsync(db, conference, publication, cancellation)
            : db.Database.CreateExecutionStrategy().ExecuteAsync(
                async stop =>
                {
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                    var outcome = await PublishInTransactionAsync(db, conference, publication, stop);
                    await transaction.CommitAsync(stop);
                    return outcome;
                },
                cancellation);

    /// <summary>The document of a release, or null where there is no such number; without a number the newest.</summary>
    public static async Task<ReleaseDocument?> ReadAsync(AgendaDbContext db, ConferenceId conference, int? number, CancellationToken cancellation)
    {
        var bytes = await db.Releases.AsNoTracking()
            .Where(r => r.ConferenceId == conference && (number == null || r.Number == number))
            .OrderByDescending(r => r.Number).Select(r => r.Document).FirstOrDefaultAsync(cancellation);
        return bytes is null ? null : ReleaseFormat.Read(bytes);
    }

    /// <summary>
    /// Every release of a conference whose document is kept, in rising order, null for one that cannot be read. One at a time, for all of them at once may be more
    /// than fits into memory.
    /// </summary>
    public static async IAsyncEnumerable<(int Number, ReleaseDocument? Release)> ReadAllAsync(AgendaDbContext db, ConferenceId conference, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var numbers = await db.Releases.AsNoTracking().Where(r => r.ConferenceId == conference).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(cancellation);
        foreach (var number in numbers)
        {
            var bytes = await db.Releases.AsNoTracking().Where(r => r.ConferenceId == conference && r.Number == number).Select(r => r.Document).SingleAsync(cancellation);
            if (bytes.Length > 0)
                yield return (number, ReleaseFormat.TryRead(bytes));
        }
    }

    /// <summary>Stores a release from which somebody was erased; processes that have it in memory learn that it is another one.</summary>
    public static Task RewriteAsync(AgendaDbContext db, ReleaseDocument release, CancellationToken cancellation)
    {
        var (conference, document, note, publishedBy) = (release.Conference.Id, ReleaseFormat.Write(release), release.Note, release.PublishedBy);
        return db.Releases.Where(r => r.ConferenceId == conference && r.Number == release.Number).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Document, document).SetProperty(r => r.Note, note).SetProperty(r => r.PublishedBy, publishedBy).SetProperty(r => r.Revision, r => r.Revision + 1),
            cancellation);
    }

    private static async Task<Publishing.Outcome> PublishInTransactionAsync(AgendaDbContext db, ConferenceId id, Publication publication, CancellationToken cancellation)
    {
        var programme = await ProgrammeReader.ReadAsync(db, id, cancellation);
        var previous = await ReadAsync(db, id, null, cancellation);
        var outcome = Publishing.NextRelease(programme, previous, publication);
        if (outcome.Release is { } release)
        {
            db.Releases.Add(new StoredRelease
            {
                ConferenceId = id,
                Number = release.Number,
                PublishedAt = release.PublishedAt,
                PublishedBy = release.PublishedBy,
                Note = release.Note,
                Sessions = release.Sessions.Count,
                Document = ReleaseFormat.Write(release),
            });
            await db.SaveChangesAsync(cancellation);
        }

        return outcome;
    }
}
