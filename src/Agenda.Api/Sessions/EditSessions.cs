using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>Sets type, track, status or language on several sessions, all of them or none, or tells what would come of it.</summary>
internal static class EditSessions
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/session-edits", HandleAsync)
        .WithMetadata(new IfMatch.NeedsVersions())
        .WithSummary("Edit several sessions, or try it")
        .WithDescription(
            "Sets type, track, status or language on all the sessions at once, or on none. What `set` does not say stays; `clear` takes track or language away. Each session is named with the version that the caller has seen "
            + "(428 without, 412 when one was edited since, with the present state of those in `current`). Answers what changed in each and which conflicts come and go. With `dryRun=true` nothing is saved and versions may be left out. "
            + "It can be taken back with `undo`.");

    private static async Task<Results<Ok<SessionEditsResponse>, ProblemHttpResult>> HandleAsync(
        SessionEditsRequest request, [FromQuery(Name = "dryRun"), Description("Save nothing; the answer tells what would become of it.")] bool? dryRun,
        EditedConference conference, EditHistory history, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var tries = dryRun ?? false;
        return await OneTransaction.RunAsync(db, EditAsync, cancellation, keep: !tries);

        async Task<Results<Ok<SessionEditsResponse>, ProblemHttpResult>> EditAsync(CancellationToken stop)
        {
            var found = await LoadAsync(request, conference, db, stop);
            var types = await db.SessionTypes.AsNoTracking().Where(t => t.ConferenceId == conference.Id).ToListAsync(stop);
            var tracks = await db.Tracks.AsNoTracking().Where(t => t.ConferenceId == conference.Id).ToListAsync(stop);
            var (typeCodes, trackSlugs) = (types.ToDictionary(t => t.Id, t => t.Code), tracks.ToDictionary(t => t.Id, t => t.Slug));
            if (RefusesVersions(request, found, s => MarkedSession.Of(s, typeCodes, trackSlugs), tries) is { } unseen)
                return unseen;
            if (Resolve(request, types, tracks, out var marks) is { } refused)
                return refused;

            var sessions = request.Sessions.Select(s => found[new(s.Id)]).ToList();
            var before = sessions.ConvertAll(s => MarkedSession.Of(s, typeCodes, trackSlugs));
            var conflicts = await MarkAsync(sessions, marks, stop);
            var after = sessions.Zip(before, (s, was) => MarkedSession.Of(s, typeCodes, trackSlugs).Since(was) with
            {
                Version = tries ? was.Version : s.Version,
            });
            return TypedResults.Ok(new SessionEditsResponse { DryRun = tries, Sessions = [.. after], Conflicts = conflicts });
        }

        // What is only tried is saved as well, and rolled back: the conflicts are then those that would be.
        async Task<ConflictChanges> MarkAsync(List<Session> sessions, SessionMarks marks, CancellationToken stop)
        {
            var matters = marks.MatterToConflicts ? sessions.Where(s => s.DiffersFrom(marks)).Select(s => s.Id).ToList() : [];
            if (matters.Count > 0)
                await watch.BeginAsync(matters, stop);
            await history.MarkAsync(conference.Conference, sessions, marks, stop);
            await db.SaveChangesAsync(stop);
            return matters.Count > 0 ? await watch.EndAsync(matters, stop) : ConflictChanges.None;
        }
    }

    private static async Task<Dictionary<SessionId, Session>> LoadAsync(SessionEditsRequest request, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var ids = request.Sessions.Select(s => new SessionId(s.Id)).ToList();
        // By ids only, as for moves. What is kept to take it back is the whole session.
        var sessions = await db.Sessions.Where(s => EF.Parameter(ids).Contains(s.Id))
            .Include(s => s.People).Include(s => s.Contributions).ThenInclude(c => c.Authors).AsSplitQuery().ToListAsync(cancellation);
        return sessions.Where(s => s.ConferenceId == conference.Id).ToDictionary(s => s.Id);
    }

    // Unknown sessions, then versions that are not said, then stale ones.
    private static ProblemHttpResult? RefusesVersions(SessionEditsRequest request, Dictionary<SessionId, Session> found, Func<Session, MarkedSession> tell, bool tries)
    {
        for (var i = 0; i < request.Sessions.Count; i++)
        {
            var asked = request.Sessions[i];
            if (!found.ContainsKey(new(asked.Id)))
                return Refused(SchedulingRefusals.UnknownSession(asked.Id), $"sessions[{i}].id");
            if (asked.Version is null && !tries)
            {
                return Problems.Of(
                    StatusCodes.Status428PreconditionRequired, "version-needed", "Say of every session which version you have seen, so that nobody's work is overwritten.", ("field", $"sessions[{i}].version"));
            }
        }

        var stale = request.Sessions.Where(s => s.Version is { } seen && seen != found[new(s.Id)].Version).Select(s => tell(found[new(s.Id)])).ToList();
        return stale.Count == 0 ? null : Problems.Of(
            StatusCodes.Status412PreconditionFailed, "stale", "Sessions were edited since you read them. Nothing was changed; the present state of those is in \"current\".", ("current", stale));
    }

    private static ProblemHttpResult? Resolve(SessionEditsRequest request, List<SessionType> types, List<Track> tracks, out SessionMarks marks)
    {
        var (type, track) = (types.Find(t => t.Code == request.Set.Type), tracks.Find(t => t.Slug == request.Set.Track));
        marks = new SessionMarks
        {
            Type = type,
            Track = track,
            WithoutTrack = request.Clear.Contains(ClearableMark.Track),
            Status = request.Set.Status,
            Language = request.Set.Language,
            WithoutLanguage = request.Clear.Contains(ClearableMark.Language),
        };
        return request.Set switch
        {
            { Type: { } code } when type is null => Refused(SessionRefusals.UnknownType(code), "set.type"),
            { Track: { } slug } when track is null => Refused(SessionRefusals.UnknownTrack(slug), "set.track"),
            _ => null,
        };
    }

    private static ProblemHttpResult Refused(Refusal refusal, string field) => Problems.Of(StatusCodes.Status409Conflict, refusal.Code, $"{field}: {refusal.Reason}", ("field", field));
}
