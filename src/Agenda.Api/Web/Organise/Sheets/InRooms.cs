using Agenda.Api.Rooms;
using Agenda.Api.Sessions;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Api.Web.Organise.Sheets;

/// <summary>What is in which room, for whoever asks what comes before and after.</summary>
internal sealed class InRooms
{
    private readonly ILookup<string, RoomUse> uses;
    private readonly IReadOnlyList<RoomResponse> rooms;

    private InRooms(ILookup<string, RoomUse> uses, IReadOnlyList<RoomResponse> rooms) => (this.uses, this.rooms) = (uses, rooms);

    /// <summary>Chairs see their own sessions alone; of the others they are told what everybody can read.</summary>
    public static InRooms Of(Entered entered, PublishedAgenda? published, IReadOnlyList<RoomResponse> rooms)
    {
        var own = entered.Sessions.Select(s => s.Id).ToHashSet();
        var seen = entered.Sessions.Where(s => s.Status != SessionStatus.Cancelled && s.Placement?.Room is not null)
            .Select(s => (s.Placement!.Room!, new RoomUse(s.Id, s.Code, s.Title, s.Language, s.Placement.Start, SheetTimes.EndOf(s.Placement))));
        var others = (published?.Sessions ?? []).Where(s => s is { Cancelled: false, Room: not null, Times: not null } && !own.Contains(s.Id.Value))
            .Select(s => (s.Room!.Slug, new RoomUse(s.Id.Value, s.Code, s.Title, s.Language, s.Times!.Value.Start.LocalDateTime, s.Times.Value.End.LocalDateTime)));
        return new(seen.Concat(others).ToLookup(use => use.Item1, use => use.Item2), rooms);
    }

    /// <summary>The nearest before and after it on its day, also in a room that its own is a part of, or has as a part.</summary>
    public (RoomUse? Before, RoomUse? After) Around(SessionResponse session)
    {
        if (session.Placement is not { Room: { } slug } placement)
            return (null, null);

        var parts = rooms.FirstOrDefault(r => r.Slug == slug)?.Parts ?? [];
        var on = rooms.Where(r => r.Slug == slug || parts.Contains(r.Slug) || r.Parts.Contains(slug)).SelectMany(r => uses[r.Slug])
            .Where(use => use.Session != session.Id && use.Start.Date == placement.Start.Date).ToList();
        var end = SheetTimes.EndOf(placement);
        return (on.Where(use => use.End <= placement.Start).MaxBy(use => use.End), on.Where(use => use.Start >= end).MinBy(use => use.Start));
    }
}

/// <summary>A session in a room, by the conference's clocks.</summary>
public sealed record RoomUse(Guid Session, string Code, string Title, string? Language, LocalDateTime Start, LocalDateTime End);
