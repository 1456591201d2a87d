using System.Data;
using Agenda.Domain.People;
using Agenda.Domain.Privacy;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Privacy;

/// <summary>
/// Erases a person from the programme, from every stored release, from the trace of changes and from whoever has access: all of it in one
/// transaction, or nothing. A publisher at the same time comes before it, and is erased from, or after it.
/// </summary>
public static class PersonErasure
{
    /// <exception cref="DbUpdateException">Somebody edits the same: the caller's to repeat.</exception>
    public static async Task<ErasureOutcome> RunAsync(AgendaDbContext db, ErasureOrder order, CancellationToken cancellation)
    {
        await using var file = await DeletedBytes.OverwriteAsync(db, cancellation);
        var outcome = await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                var outcome = await new Run(db, order).EraseAsync(stop);
                if (outcome.Report is not null && !order.DryRun)
                    await transaction.CommitAsync(stop);
                else
                    await transaction.RollbackAsync(stop);
                db.ChangeTracker.Clear();
                return outcome;
            },
            cancellation);

        // Done is done, whether or not the caller still waits.
        return outcome.Report is { } report && !order.DryRun ? outcome with { Report = report with { FileIsClean = await file.RemoveAsync(CancellationToken.None) } } : outcome;
    }

    private sealed class Run(AgendaDbContext db, ErasureOrder order)
    {
        private PersonTraces traces = new([order.Person]);

        public async Task<ErasureOutcome> EraseAsync(CancellationToken cancellation)
        {
            var programme = await ProgrammeReader.ReadToEditAsync(db, order.Conference, cancellation);
            var person = programme.People.FirstOrDefault(p => p.Id == order.Person);
            if (person is { IsErased: true })
                return new(null, PeopleRefusals.Erased());
            if ((person?.Version ?? 0) != order.Version)
                throw new DbUpdateConcurrencyException("The person was edited since it was read.");

            traces = new(await MergedPeople.OfAsync(db, order.Conference, order.Person, cancellation));
            traces.AddAllIn(programme);
            var isInReleases = false;
            await foreach (var (number, release) in ReleaseStore.ReadAllAsync(db, order.Conference, cancellation))
            {
                if (release is null)
                    return new(null, ReleaseRefusals.Unreadable(number));
                isInReleases |= release.People.Any(p => traces.Ids.Contains(p.Id));
                traces.AddAllIn(release);
            }

            if (!traces.Any)
                return new(null, isInReleases ? PeopleRefusals.Erased() : null);

            return new(await EraseAsync(programme, person, cancellation), null);
        }

        private async Task<ErasureReport> EraseAsync(Programme programme, Person? person, CancellationToken cancellation)
        {
            foreach (var id in traces.Ids)
                await ErasedAccess.RemoveAsync(db, id, traces, cancellation);
            var names = traces.InTexts(programme, order.AlsoReplace);
            var erasures = traces.Ids.Select(id => new Erasure(id, names) { Titles = order.Titles, OwnTalks = traces.OwnTalks }).ToList();
            var sessions = await EraseFromProgrammeAsync(programme, erasures, cancellation);
            var mentions = new Mentions(names);
            mentions.AddAllIn(programme);
            mentions.AddAllIn(await db.SessionLinks.AsNoTracking().Where(l => l.ConferenceId == order.Conference).ToListAsync(cancellation), programme);
            var rewritten = new List<int>();
            await foreach (var (number, release) in ReleaseStore.ReadAllAsync(db, order.Conference, cancellation))
            {
                var revised = erasures.Aggregate(release!, (document, erasure) => ErasedRelease.Of(document, erasure, order.Now) ?? document);
                mentions.AddAllIn(revised);
                if (ReferenceEquals(revised, release))
                    continue;

                await ReleaseStore.RewriteAsync(db, revised, cancellation);
                rewritten.Add(number);
            }

            await new ErasedAudit(db, order, traces, names).CleanAsync(cancellation);
            return new ErasureReport { Person = person, Sessions = sessions, Releases = rewritten, Mentions = mentions.Listed, MoreMentions = mentions.More };
        }

        private async Task<List<string>> EraseFromProgrammeAsync(Programme programme, List<Erasure> erasures, CancellationToken cancellation)
        {
            // Who was merged is there again where an old release was brought back.
            foreach (var person in programme.People.Where(p => !p.IsErased && traces.Ids.Contains(p.Id)))
            {
                if (person.Erase(order.Now) is { } refusal)
                    throw new InvalidOperationException(refusal.Reason);
            }

            // All of them take the same names out of what does not belong to one of them.
            var erasure = erasures[0];
            programme.Conference.Reword(erasure);
            foreach (var other in programme.People.Where(p => !p.IsErased))
                other.Reword(erasure);
            var changed = new List<string>();
            foreach (var session in programme.Sessions.OrderBy(s => s.Code, StringComparer.Ordinal))
            {
                var concerned = traces.Ids.Any(session.Shows);
                foreach (var each in erasures)
                    concerned |= session.Reword(each);
                if (concerned)
                    changed.Add(session.Code);
            }

            // What is kept to take edits back has texts and names of its own; an edit that cannot be taken back is the lesser harm.
            await db.ProgrammeEdits.Where(e => e.ConferenceId == order.Conference && e.Sessions.Any(s => s.Content != null)).ExecuteDeleteAsync(cancellation);
            foreach (var acknowledgement in await db.Acknowledgements.Where(a => a.ConferenceId == order.Conference).ToListAsync(cancellation))
                acknowledgement.Reword(erasure);
            foreach (var constraint in await db.SessionConstraints.Where(c => c.ConferenceId == order.Conference).ToListAsync(cancellation))
                constraint.Reword(erasure);
            foreach (var link in await db.SessionLinks.Where(l => l.ConferenceId == order.Conference).ToListAsync(cancellation))
                link.Reword(erasure);

            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            return changed;
        }
    }
}
