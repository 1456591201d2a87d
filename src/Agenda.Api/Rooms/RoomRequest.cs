using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Rooms;

/// <summary>What an organiser says of a room.</summary>
public sealed record RoomRequest
{
    public required string Name { get; init; }

    /// <summary>The room's name in addresses and filters; made of its name unless said.</summary>
    public string? Slug { get; init; }

    /// <summary>The name of the building; one that is not known yet is added.</summary>
    public string? Building { get; init => field = value?.Trim(); }

    /// <summary>Seats; null when not known.</summary>
    public int? Capacity { get; init; }

    /// <summary>Rooms stand in rising order, and by name where it is equal.</summary>
    public int Order { get; init; }

    /// <summary>Whether the room is an online meeting rather than a place.</summary>
    public bool Virtual { get; init; }

    internal async Task<RoomFacts> FactsAsync(AgendaDbContext db, Conference conference, CancellationToken cancellation)
    {
        Building? building = null;
        if (Building is not null)
        {
            building = await db.Buildings.SingleOrDefaultAsync(b => b.ConferenceId == conference.Id && b.Name == Building, cancellation);
            if (building is null)
                db.Buildings.Add(building = new Building(conference, Building, null));
        }

        return new RoomFacts(Name, building, Capacity, Order, Virtual);
    }

    internal sealed class Rules : AbstractValidator<RoomRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Name).Said(Limits.Name);
            RuleFor(r => r.Slug).Slug();
            RuleFor(r => r.Building).Line(Limits.Name).MinimumLength(1);
            RuleFor(r => r.Capacity).InclusiveBetween(1, Limits.Capacity);
            RuleFor(r => r.Order).InclusiveBetween(-Limits.Order, Limits.Order);
        }
    }
}

/// <summary>A room of the programme.</summary>
public sealed record RoomResponse(Guid Id, string Slug, string Name, string? Building, int? Capacity, int Order, bool Virtual, int Version)
{
    internal static IQueryable<RoomResponse> From(AgendaDbContext db, IQueryable<Room> rooms) => rooms.AsNoTracking().Select(r => new RoomResponse(
        r.Id.Value, r.Slug, r.Name, db.Buildings.Where(b => b.Id == r.BuildingId).Select(b => b.Name).FirstOrDefault(), r.Capacity, r.Order, r.Virtual, r.Version));

    internal static Task<RoomResponse> ReadAsync(AgendaDbContext db, RoomId id, CancellationToken cancellation) =>
        From(db, db.Rooms.Where(r => r.Id == id)).SingleAsync(cancellation);
}
