using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Agenda.Infrastructure.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moves = System.Collections.Generic.IReadOnlyList<(Agenda.Domain.Sessions.Session Session, Agenda.Domain.Scheduling.Placement? Placement)>;

namespace Agenda.Api.Scheduling;

/// <summary>Puts several sessions elsewhere at once, all of them or none, or tells what would come of it.</summary>
internal static class MoveSessions
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/moves", HandleAsync)
        .WithMetadata(BodyLimit.Texts)
        .WithMetadata(new IfMatch.NeedsVersions())
        .WithSummary("Move sessions, or try it")
        .WithDescription(
            "Puts sessions into rooms and slots, or takes them out, all at once or not at all: two sessions can change places. Each is named with the version that the caller has seen (428 without, "
            + "412 when one was edited since, with the present state of those in `current`). Answers with the conflicts that come and go. What is refused names the move in `field`, such as `moves[2].room`. "
            + "With `dryRun=true` nothing is saved and versions may be left out.");

    private static async Task<Results<Ok<MovesResponse>, ProblemHttpResult>> HandleAsync(
        MovesRequest request, [FromQuery(Name = "dryRun"), Description("Save nothing; the answer tells what would become of it.")] bool? dryRun,
        EditedConference conference, EditHistory history, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        return dryRun == true ? await MoveAsync(cancellation) : await OneTransaction.RunAsync(db, MoveAsync, cancellation);

        async Task<Results<Ok<MovesResponse>, ProblemHttpResult>> MoveAsync(CancellationToken stop)
        {
            var sessions = await LoadAsync(request, conference, db, stop);
            var rooms = request.Moves.Select(m => m.Room).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var timetable = await watch.ReadNearbyAsync(sessions.Keys, room => rooms.Contains(room.Slug), stop);
            if (RefusesVersions(request, sessions, timetable, dryRun ?? false) is { } unseen)
                return unseen;
            if (Resolve(request, sessions, conference, timetable, out var moves) is { } refused)
                return refused;

            var placements = moves.ToDictionary(m => m.Session.Id, m => m.Placement);
            var conflicts = await watch.ChangesAsync(timetable, placements, stop);
            var clashing = await StarClashes.NewlyAsync(db, conference.Zone, placements, stop);
            if (dryRun != true)
            {
                await history.PlaceAsync(conference.Conference, moves, stop);
                await db.SaveChangesAsync(stop);
            }

            return TypedResults.Ok(MovesResponse.Of(dryRun ?? false, MovedSession.All(moves, timetable), conflicts, clashing));
        }
    }

    private static async Task<Dictionary<SessionId, Session>> LoadAsync(MovesRequest request, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var ids = request.Moves.Select(m => new SessionId(m.Session)).ToList();
        // By ids only: where the conference is asked for as well, SQLite looks through all of its sessions.
        var sessions = await db.Sessions.Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(cancellation);
        return sessions.Where(s => s.ConferenceId == conference.Id).ToDictionary(s => s.Id);
    }

    // Unknown sessions, then versions that are not said, then stale ones.
    private static ProblemHttpResult? RefusesVersions(MovesRequest request, Dictionary<SessionId, Session> sessions, Timetable timetable, bool dryRun)
    {
        for (var i = 0; i < request.Moves.Count; i++)
        {
            var move = request.Moves[i];
            if (!sessions.ContainsKey(new(move.Session)))
                return Refused(SchedulingRefusals.UnknownSession(move.Session), $"moves[{i}].session");
            if (move.Version is null && !dryRun)
            {
                return Problems.Of(
                    StatusCodes.Status428PreconditionRequired, "version-needed", "Say of every session which version you have seen, so that nobody's work is overwritten.", ("field", $"moves[{i}].version"));
            }
        }

        var stale = request.Moves.Where(m => m.Version is { } seen && seen != sessions[new(m.Session)].Version).Select(m => sessions[new(m.Session)]).ToList();
        return stale.Count == 0 ? null : Problems.Of(
            StatusCodes.Status412PreconditionFailed, "stale", "Sessions were edited since you read them. Nothing was moved; the present state of those is in \"current\".",
            ("current", MovedSession.All(stale.Select(s => (s, s.Placement)), timetable)));
    }

    private static ProblemHttpResult? Resolve(MovesRequest request, Dictionary<SessionId, Session> sessions, EditedConference conference, Timetable timetable, out Moves moves)
    {
        var (resolved, rooms) = (new List<(Session, Placement?)>(), timetable.Rooms.ToDictionary(r => r.Room.Slug, r => r.Id));
        moves = resolved;
        for (var i = 0; i < request.Moves.Count; i++)
        {
            var move = request.Moves[i];
            if (move is not { Start: { } start, Minutes: { } minutes })
            {
                resolved.Add((sessions[new(move.Session)], null));
                continue;
            }

            RoomId? room = null;
            if (move.Room is { } slug)
            {
                if (!rooms.TryGetValue(slug, out var found))
                    return Refused(SchedulingRefusals.UnknownRoom(slug), $"moves[{i}].room");
                room = found;
            }

            var asked = conference.Zone.Slot(start, minutes, move.Offset);
            if (asked.Slot is not { } slot)
                return Refused(asked.Refusal!, $"moves[{i}].start");
            resolved.Add((sessions[new(move.Session)], new Placement(room, slot)));
        }

        return null;
    }

    private static ProblemHttpResult Refused(Refusal refusal, string field) => Problems.Of(StatusCodes.Status409Conflict, refusal.Code, $"{field}: {refusal.Reason}", ("field", field));
}
