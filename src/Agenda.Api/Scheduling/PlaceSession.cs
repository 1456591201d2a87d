using Agenda.Api.Http;
using Agenda.Api.Sessions;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Scheduling;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Scheduling;

/// <summary>Where and when a session is to be.</summary>
public sealed record PlaceSessionRequest
{
    /// <summary>The slug of the room; null for a session without one.</summary>
    public string? Room { get; init; }

    /// <summary>Wall time of the conference.</summary>
    public required LocalDateTime Start { get; init; }

    public required int Minutes { get; init; }

    /// <summary>Needed only where the clocks go back and the hour comes twice.</summary>
    public Offset? Offset { get; init; }

    internal sealed class Rules : AbstractValidator<PlaceSessionRequest>
    {
        public Rules()
        {
            RuleFor(p => p.Room).Slug();
            RuleFor(p => p.Start).Must(start => start.Date >= Limits.Earliest && start.Date <= Limits.Latest)
                .WithMessage($"must be from {Limits.Earliest.Year} to {Limits.Latest.Year}.");
            RuleFor(p => p.Start).Must(start => start.TickOfSecond == 0 && start.Second == 0).WithMessage("must be a whole minute.");
            RuleFor(p => p.Minutes).InclusiveBetween(TimeSlot.ShortestMinutes, TimeSlot.LongestMinutes);
        }
    }
}

/// <summary>Puts a session into a room and a slot, or moves it there.</summary>
internal static class PlaceSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/sessions/{sessionId:guid}/placement", HandleAsync)
        .WithSummary("Place a session in a room and a slot");

    private static async Task<Results<TaggedOk<SessionResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, PlaceSessionRequest request, IfMatch ifMatch, EditedConference conference, EditHistory history, ConflictWatch conflicts, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionId(sessionId);
        if (await db.Sessions.SingleOrDefaultAsync(s => s.ConferenceId == conference.Id && s.Id == id, cancellation) is not { } session)
            return Problems.Missing("session", sessionId);

        var current = await SessionResponse.ReadAsync(db, conference, id, cancellation);
        if (ifMatch.Refuses(session.Version, () => current) is { } stale)
            return stale;

        var (resolved, refusal) = await ResolveAsync(request, conference, db, cancellation);
        if (resolved is not { } placement)
            return Problems.Refused(refusal!);

        await history.PlaceAsync(conference.Conference, [(session, placement)], cancellation);
        var changes = await conflicts.ChangesAsync(await conflicts.ReadNearbyAsync([id], r => r.Id == placement.Room, cancellation), new Dictionary<SessionId, Placement?> { [id] = placement }, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Ok(session.Version, await SessionResponse.ReadAsync(db, conference, id, cancellation) with { Conflicts = changes });
    }

    /// <summary>The room and the slot that are meant, or why there are none.</summary>
    internal static async Task<(Placement? Placement, Refusal? Refusal)> ResolveAsync(PlaceSessionRequest request, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        Room? room = null;
        if (request.Room is { } slug && (room = await db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.ConferenceId == conference.Id && r.Slug == slug, cancellation)) is null)
            return (null, SchedulingRefusals.UnknownRoom(slug));

        var asked = conference.Zone.Slot(request.Start, request.Minutes, request.Offset);
        return (asked.Slot is { } slot ? new Placement(room?.Id, slot) : null, asked.Refusal);
    }
}
