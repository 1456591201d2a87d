using System.Data;
using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Imports a schedule file into a conference: all of it in one transaction, or nothing.</summary>
public static class ImportProgramme
{
    // Sessions are saved in parts, within the one transaction: memory stays flat and there is progress to show.
    private const int Part = 500;

    /// <summary>The report, or why nothing was changed.</summary>
    public static async Task<ImportOutcome> RunAsync(AgendaDbContext db, ImportOrder order, CancellationToken cancellation)
    {
        if (order.Schedule.Refusal is { } refusal)
            return new(refusal);
        if (order.Zone is { } asked && ConferenceZone.Find(asked) is null)
            return new(ImportRefusals.UnknownZone(asked));

        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                var outcome = await new Import(db, order).RunAsync(stop);
                if (outcome.Report is { DryRun: false })
                    await transaction.CommitAsync(stop);
                else
                    await transaction.RollbackAsync(stop);
                db.ChangeTracker.Clear();
                return outcome;
            },
            cancellation);
    }

    private sealed class Import(AgendaDbContext db, ImportOrder order)
    {
        private readonly SaidSchedule schedule = order.Schedule.Content.Said;
        private readonly ScheduleFile file = order.Schedule.Content.File;
        private readonly ImportNotes notes = new(order.Schedule.Content.Notes);
        private readonly RunningTally sessions = new(), rooms = new(), tracks = new(), types = new(), people = new();
        private readonly ImportChanges changes = new(order.Edits);
        private readonly List<GoneSession> gone = [];

        public async Task<ImportOutcome> RunAsync(CancellationToken cancellation)
        {
            var present = await db.Conferences.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == order.Conference, cancellation);
            var (zone, refusal) = ImportedConference.ZoneFor(order, schedule, present, notes);
            if (zone is null)
                return new(refusal!);

            var times = new FileTimes(schedule, zone, notes).OfAll(file.Events);
            if (present is null)
            {
                if (ImportedConference.Of(order.Conference, file, times, zone, notes) is not { } made)
                    return new(ImportRefusals.NoDates());
                db.Conferences.Add(present = made);
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
            }

            var before = await ConflictsAsync(present, cancellation);
            var programme = await ProgrammeReader.ReadAsync(db, present.Id, cancellation);
            var references = await ReferencesAsync(programme, cancellation);
            await SessionsAsync(new ImportedSessions(programme, references, schedule.Partial, order.Edits, notes), references, times, cancellation);
            if (order.Conflicts is { } take)
                await take(before!, (await ConflictsAsync(present, cancellation))!, cancellation);
            return await FinishAsync(present, cancellation);
        }

        // By the zone rules in use now; what they moved in a release is none of the file's doing.
        private async Task<ConflictList?> ConflictsAsync(Conference conference, CancellationToken cancellation) =>
            order.Conflicts is null ? null : ConflictCheck.All(await TimetableReader.ReadAsync(db, conference, null, cancellation));

        private async Task<ImportedReferences> ReferencesAsync(Programme programme, CancellationToken cancellation)
        {
            db.AttachRange(programme.Rooms);
            db.AttachRange(programme.Tracks);
            foreach (var person in programme.People)
                db.Resume(person);
            var (allTypes, allTracks) = (programme.Types.ToList(), programme.Tracks.ToList());
            var references = new ImportedReferences(
                new ImportedRooms(programme.Conference, [.. programme.Rooms], [.. programme.Buildings], rooms, changes), new ImportedTracks(programme.Conference, allTracks, tracks),
                new ImportedTypes(programme.Conference, allTypes, types), new ImportedPeople(programme.Conference, programme.People, people, changes, notes))
            {
                TypesById = programme.Types.ToDictionary(t => t.Id),
                TracksById = programme.Tracks.ToDictionary(t => t.Id),
            };
            db.Rooms.AddRange(references.Rooms.Import(file.Rooms));
            db.Buildings.AddRange(references.Rooms.NewBuildings);
            db.Tracks.AddRange(references.Tracks.Import(file.Tracks));
            db.SessionTypes.AddRange(references.Types.Import(file.Events));
            // What is there is changed while it is found; what is new is saved in parts, as sessions are.
            var newPeople = references.People.Import(file.People, schedule.OnlyKnownPeople).ToList();
            await SaveAsync(cancellation);
            foreach (var part in newPeople.Chunk(Part))
            {
                db.People.AddRange(part);
                await SaveAsync(cancellation);
            }

            return references;
        }

        private async Task SessionsAsync(ImportedSessions imported, ImportedReferences references, IReadOnlyList<EventTime> times, CancellationToken cancellation)
        {
            for (var i = 0; i < file.Events.Count; i++)
            {
                if (i % Part == 0)
                {
                    await SaveAsync(cancellation);
                    order.Progress?.Report(new(i, file.Events.Count));
                }

                Session(imported.Of(file.Events[i], times[i]), imported, references);
            }

            foreach (var (session, cancelled) in imported.Gone())
            {
                gone.Add(new GoneSession(session.Code, session.Title, cancelled is not null));
                if (cancelled is null)
                    continue;
                db.Resume(session);
                session.Revise(cancelled);
                session.RememberImport(ThreeWay.Marked(session.ImportedAs, "status", SessionMerge.StatusText(cancelled.Status)));
            }

            await SaveAsync(cancellation);
            order.Progress?.Report(new(file.Events.Count, file.Events.Count));
        }

        private void Session(ImportedSession said, ImportedSessions imported, ImportedReferences references)
        {
            var (factsDiffer, placementDiffers) = (said.FactsDiffer(references), said.PlacementDiffers);
            if (said.Present is { } present)
            {
                changes.Compared(said.Said.Where, "session", present.Code, said.Way.Fields);
                var same = !factsDiffer && !placementDiffers && !said.JoinUrlDiffers;
                (sessions.Unchanged, sessions.Updated) = (sessions.Unchanged + (same ? 1 : 0), sessions.Updated + (same ? 0 : 1));
                if (same && said.Way.Marks == present.ImportedAs)
                    return;

                db.Resume(present);
                if (factsDiffer || said.JoinUrlDiffers)
                    present.Revise(said.Facts);
            }
            else
            {
                db.Sessions.Add(present = imported.New(said));
                sessions.Created++;
                changes.Created(said.Said.Where, "session", present.Code);
            }

            present.RememberImport(said.Way.Marks);
            present.Join(said.JoinUrl, order.At);
            present.Move(said.Placement);
        }

        private async Task<ImportOutcome> FinishAsync(Conference conference, CancellationToken cancellation)
        {
            int? release = null;
            if (order.Publish is { } publish)
            {
                var published = await ReleaseStore.PublishAsync(db, conference.Id, publish, cancellation);
                if (published.Refusal is { } refusal)
                    return new(ImportRefusals.OfRule(refusal) with { Publication = published });
                release = order.DryRun ? null : published.Release!.Number;
            }

            return new(new ImportReport
            {
                Conference = conference.Slug,
                Format = schedule.Format,
                DryRun = order.DryRun,
                Created = sessions.Created,
                Updated = sessions.Updated,
                Unchanged = sessions.Unchanged,
                Rooms = rooms.Total,
                Tracks = tracks.Total,
                SessionTypes = types.Total,
                People = people.Total,
                Changes = changes.All,
                ChangesUnlisted = changes.Unlisted,
                Gone = gone,
                LeftOut = notes.LeftOut,
                Mended = notes.Mended,
                Release = release,
            });
        }

        // References are by id, so that what is saved need not be remembered.
        private async Task SaveAsync(CancellationToken cancellation)
        {
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }
}
