using Agenda.Api.Http;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.MyAgendas;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Scheduling;

/// <summary>The half of undo that takes back an edit of several sessions, or a release that was brought back: whole sessions, not only where they are.</summary>
internal static class UndoneRestoration
{
    /// <summary>Does it in the caller's transaction, which a dry run rolls back.</summary>
    public static async Task<Results<Ok<UndoResponse>, ProblemHttpResult>> RunAsync(ProgrammeEdit edit, Asked asked, AgendaDbContext db, AuditTrail trail, CancellationToken cancellation)
    {
        var before = ConflictCheck.All(await asked.Watch.ReadAsync(cancellation));
        var versions = edit.Sessions.ToDictionary(s => s.SessionId, s => s.VersionAfter);
        var undone = await RestorationUndo.RunAsync(db, trail, asked.Conference.Conference, edit, cancellation);
        if (undone.Refusal is { } refusal)
            return Problems.Refused(refusal);
        if (undone.Touched.Count > 0)
            return Problems.Refused(SchedulingRefusals.TouchedSince());

        // Before anything is saved, so that what the database says is what was.
        var clashing = await StarClashes.NewlyAsync(db, asked.Conference.Zone, undone.Returned.ToDictionary(s => s.Id, s => s.Placement), cancellation);
        await db.SaveChangesAsync(cancellation);
        var timetable = await asked.Watch.ReadAsync(cancellation);
        var conflicts = await asked.Watch.ChangesAsync(before, ConflictCheck.All(timetable), cancellation);
        var sessions = MovedSession.All(undone.Returned.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => (s, s.Placement)), timetable);
        if (asked.DryRun)
            sessions = [.. sessions.Select(s => s with { Version = versions[new(s.Id)] })];
        return TypedResults.Ok(UndoResponse.Of(
            edit, MovesResponse.Of(asked.DryRun, sessions, conflicts, clashing), [.. undone.Removed.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new ConflictSession(s.Id.Value, s.Code))]));
    }

    public sealed record Asked(bool DryRun, EditedConference Conference, ConflictWatch Watch);
}
