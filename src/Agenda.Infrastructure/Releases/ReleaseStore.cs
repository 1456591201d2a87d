using System.Data;
using System.Runtime.CompilerServices;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Releases;

/// <summary>Releases in the database.</summary>
public static class ReleaseStore
{
    /// <summary>
    /// Publishes the programme as it stands: reads it, decides and stores the next release in one transaction, or in the caller's if there is
    /// one. Errors that nobody acknowledged refuse it. Two publishers at once get two numbers in a row: the later insert fails on the key and is
    /// the caller's to repeat.
    /// </summary>
    public static Task<PublishOutcome> PublishAsync(AgendaDbContext db, ConferenceId conference, PublishOrder order, CancellationToken cancellation) =>
        db.Database.CurrentTransaction is not null
            ? PublishInTransactionAsync(db, conference, order, cancellation)
            : db.Database.CreateExecutionStrategy().ExecuteAsync(
                async stop =>
                {
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                    var outcome = await PublishInTransactionAsync(db, conference, order, stop);
                    await transaction.CommitAsync(stop);
                    return outcome;
                },
                cancellation);

    /// <summary>The document of a release, or null where there is no such number or it is no longer kept; without a number the newest.</summary>
    public static async Task<ReleaseDocument?> ReadAsync(AgendaDbContext db, ConferenceId conference, int? number, CancellationToken cancellation)
    {
        var bytes = await db.Releases.AsNoTracking()
            .Where(r => r.ConferenceId == conference && (number == null || r.Number == number))
            .OrderByDescending(r => r.Number).Select(r => r.Document).FirstOrDefaultAsync(cancellation);
        return bytes is null or { Length: 0 } ? null : ReleaseFormat.Read(bytes);
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

    private static async Task<PublishOutcome> PublishInTransactionAsync(AgendaDbContext db, ConferenceId id, PublishOrder order, CancellationToken cancellation)
    {
        var programme = await ProgrammeReader.ReadAsync(db, id, cancellation);
        var previous = await ReadAsync(db, id, null, cancellation);
        var (release, refusal) = Publishing.NextRelease(programme, previous, order.Publication);
        if (release is null)
            return new PublishOutcome { Previous = previous, Refusal = refusal };

        var acknowledgements = await db.Acknowledgements.AsNoTracking().Where(a => a.ConferenceId == id).ToListAsync(cancellation);
        var gate = ReleaseGate.Of(programme, await TimetableReader.RulesAsync(db, id, previous, cancellation), acknowledgements, order.Publication);
        var outcome = new PublishOutcome
        {
            Release = release,
            Previous = previous,
            Refusal = gate.Opens ? null : ReleaseRefusals.ConflictsUnacknowledged(gate.Standing.Count),
            Gate = gate,
            Names = PublishOutcome.NamesOf(gate.Standing, programme),
        };
        if (order.Preview)
            return outcome;
        if (!gate.Opens)
            return outcome with { Release = null };

        await StoreAsync(db, release, order, gate, cancellation);
        return outcome;
    }

    private static async Task StoreAsync(AgendaDbContext db, ReleaseDocument release, PublishOrder order, ReleaseGate gate, CancellationToken cancellation)
    {
        db.Acknowledgements.AddRange(gate.Acknowledged);
        db.Releases.Add(new StoredRelease
        {
            ConferenceId = release.Conference.Id,
            Number = release.Number,
            PublishedAt = release.PublishedAt,
            PublishedBy = release.PublishedBy,
            Note = release.Note,
            Sessions = release.Sessions.Count,
            Document = ReleaseFormat.Write(release),
        });
        await order.Retention.ApplyAsync(db, release.Conference.Id, release.Number, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
