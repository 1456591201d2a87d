using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Releases;

/// <summary>Brings an old release back into the programme, in one transaction and as an edit that can be taken back.</summary>
public static class ReleaseRestoration
{
    /// <exception cref="DbUpdateException">Somebody edits the same: the caller's to repeat.</exception>
    public static Task<RestorationOutcome> RunAsync(AgendaDbContext db, AuditTrail trail, RestorationOrder order, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                var outcome = await RunInTransactionAsync(db, trail, order, stop);
                if (outcome.Report is { Done: true })
                    await transaction.CommitAsync(stop);
                else
                    await transaction.RollbackAsync(stop);
                db.ChangeTracker.Clear();
                return outcome;
            },
            cancellation);

    private static async Task<RestorationOutcome> RunInTransactionAsync(AgendaDbContext db, AuditTrail trail, RestorationOrder order, CancellationToken cancellation)
    {
        var newest = await ReleaseStore.ReadAsync(db, order.Conference, null, cancellation);
        if (newest is null || order.Number < 1 || order.Number > newest.Number)
            return default;
        var release = order.Number == newest.Number ? newest : await ReleaseStore.ReadAsync(db, order.Conference, order.Number, cancellation);
        if (release is null)
            return new(null, NotKept: true);

        var programme = await ProgrammeReader.ReadToEditAsync(db, order.Conference, cancellation);
        var rules = await TimetableReader.RulesAsync(db, order.Conference, newest, cancellation);
        var restoration = Restoration.Of(programme, release, newest);
        var (state, before) = (StateOf(programme, release), Conflicts(rules, programme));
        var edit = new ProgrammeEdit(programme.Conference, EditHistory.AuthorOf(trail), trail.Operation, trail.Now());
        var after = Apply(restoration, edit);
        var report = new RestorationReport(restoration)
        {
            State = state,
            Before = before,
            After = Conflicts(rules, after),
            Done = order.State == state,
            Changed = order.State is not null && order.State != state,
        };
        if (!report.Done)
            return new(report, NotKept: false);

        await SaveAsync(db, programme, after, edit, cancellation);
        return new(report with { State = StateOf(after, release) }, NotKept: false);
    }

    private static Programme Apply(Restoration restoration, ProgrammeEdit edit)
    {
        var taken = new Dictionary<Session, EditedSession>();
        return restoration.Apply(
            (session, was) =>
            {
                taken[session] = edit.Take(session);
                taken[session].Keep(ReleaseFormat.WriteSession(was));
            },
            session =>
            {
                if (!taken.TryGetValue(session, out var edited))
                {
                    edited = edit.Take(session);
                    edited.Add();
                }

                edited.Done(session);
            });
    }

    private static async Task SaveAsync(AgendaDbContext db, Programme before, Programme after, ProgrammeEdit edit, CancellationToken cancellation)
    {
        db.AddRange(after.Buildings.Skip(before.Buildings.Count));
        db.AddRange(after.Rooms.Skip(before.Rooms.Count));
        db.AddRange(after.Types.Skip(before.Types.Count));
        db.AddRange(after.Tracks.Skip(before.Tracks.Count));
        db.AddRange(after.People.Skip(before.People.Count));
        db.AddRange(after.Sessions.Skip(before.Sessions.Count));
        if (edit.Sessions.Count > 0)
            db.ProgrammeEdits.Add(edit);
        await ExchangedCodes.AllowAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private static ConflictList Conflicts(ProgrammeRules rules, Programme programme) => ConflictCheck.All(rules.TimetableOf(programme, _ => true));

    // Which release is brought back into which programme: what the caller has seen would be changed.
    private static string StateOf(Programme programme, ReleaseDocument release)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{release.Number} {release.ModifiedAt.ToUnixTimeSeconds()}");
        foreach (var session in programme.Sessions.OrderBy(s => s.Id.Value))
            text.Append(CultureInfo.InvariantCulture, $";{session.Id.Value:N} {session.Version}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
