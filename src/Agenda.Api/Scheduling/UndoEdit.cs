using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.MyAgendas;
using Agenda.Infrastructure.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Scheduling;

/// <summary>Takes back the caller's last edit of placements or of several sessions, if its sessions are still as it left them.</summary>
internal static class UndoEdit
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/undo", HandleAsync)
        .WithSummary("Take back your last edit of placements or of several sessions, or that you brought a release back")
        .WithDescription(
            "Puts the sessions of the caller's last move back where they were; once more takes back the one before. If the last edit was of several sessions, or brought a release back, all that it changed is again as it was. Edits of the last 30 days can be taken back. If somebody edited or removed one of "
            + "the sessions since, nothing is done and the answer is 409 `touched-since`, with who did what in `touched`. Answers as to moves.");

    private static async Task<Results<Ok<UndoResponse>, ProblemHttpResult>> HandleAsync(
        [FromQuery(Name = "dryRun"), Description("Save nothing; the answer tells what would become of it.")] bool? dryRun,
        EditedConference conference, EditHistory history, ConflictWatch watch, AgendaDbContext db, AuditTrail trail, CancellationToken cancellation)
    {
        return await OneTransaction.RunAsync(db, UndoAsync, cancellation, keep: dryRun != true);

        async Task<Results<Ok<UndoResponse>, ProblemHttpResult>> UndoAsync(CancellationToken stop)
        {
            if (await history.NewestAsync(conference.Id, stop) is not { } edit)
                return Problems.Refused(SchedulingRefusals.NothingToUndo());
            var ids = edit.Sessions.Select(s => s.SessionId).ToList();
            var sessions = await db.Sessions.Where(s => EF.Parameter(ids).Contains(s.Id)).ToDictionaryAsync(s => s.Id, stop);
            if (await TouchedSession.AllAsync(db, edit, sessions, trail, stop) is { Count: > 0 } touched)
                return Touched(touched);

            if (!edit.IsOfPlacements)
                return await UndoneRestoration.RunAsync(edit, new(dryRun ?? false, conference, watch), db, trail, stop);

            var timetable = await watch.ReadNearbyAsync(sessions.Keys, room => edit.Sessions.Any(s => s.RoomId == room.Id), stop);
            if (edit.Sessions.FirstOrDefault(s => s.RoomId is { } room && timetable.Room(room) is null) is { } homeless)
                return Problems.Refused(SchedulingRefusals.RoomRemoved(sessions[homeless.SessionId].Code));

            var placements = edit.Sessions.ToDictionary(s => s.SessionId, s => s.Before);
            var conflicts = await watch.ChangesAsync(timetable, placements, stop);
            var clashing = await StarClashes.NewlyAsync(db, conference.Zone, placements, stop);
            if (dryRun != true)
            {
                await history.UndoAsync(edit, sessions, stop);
                await db.SaveChangesAsync(stop);
            }

            var moved = edit.Sessions.Select(s => (Session: sessions[s.SessionId], s.Before)).OrderBy(s => s.Session.Code, StringComparer.Ordinal);
            return TypedResults.Ok(UndoResponse.Of(edit, MovesResponse.Of(dryRun ?? false, MovedSession.All(moved, timetable), conflicts, clashing), []));
        }
    }

    private static ProblemHttpResult Touched(IReadOnlyList<TouchedSession> touched)
    {
        var refusal = SchedulingRefusals.TouchedSince();
        return Problems.Of(
            StatusCodes.Status409Conflict, refusal.Code, refusal.Reason,
            ("touched", touched.Select(TouchedSessionResponse.Of).OrderBy(t => t.Session.Code, StringComparer.Ordinal).ToList()));
    }
}

/// <summary>A session of an edit that cannot be taken back because of what was done to it since.</summary>
/// <param name="Removed">Whether the session is gone.</param>
/// <param name="Since">Who did what, oldest first; empty where an edit changed nothing that is told.</param>
public sealed record TouchedSessionResponse(ConflictSession Session, bool Removed, IReadOnlyList<TouchResponse> Since)
{
    internal static TouchedSessionResponse Of(TouchedSession touched) => new(
        new(touched.Id.Value, touched.Session?.Code ?? (touched.Since is [.., var last] ? last.Label : null) ?? ""),
        touched.Session is null,
        [.. touched.Since.Select(entry => new TouchResponse(entry.By, entry.At, entry.Operation))]);
}

/// <param name="By">What whoever did it was called then.</param>
/// <param name="At">When.</param>
/// <param name="Operation">The operation of this contract.</param>
public sealed record TouchResponse(string By, Instant At, string Operation);
