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

    /// <summary>The slugs of the rooms that this one is combined of; it is busy when one of them is.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>When the room is open; always unless said.</summary>
    public IReadOnlyList<OpeningHoursEntry> OpeningHours { get; init; } = [];

    /// <summary>Where its sessions are joined online, unless they say otherwise; never public, and in personal feeds only where the conference says so.</summary>
    public string? JoinUrl { get; init; }

    /// <summary>The facts, or why the room cannot be combined so. <paramref name="edited"/> is the room that is edited, if any.</summary>
    internal async Task<(RoomFacts? Facts, Refusal? Refusal)> FactsAsync(AgendaDbContext db, Conference conference, RoomId? edited, CancellationToken cancellation)
    {
        var (parts, refusal) = Parts.Count == 0 ? ([], null) : await CombinedRooms.PartsAsync(db, conference, Name, Parts, edited, cancellation);
        if (refusal is not null)
            return (null, refusal);

        Building? building = null;
        if (Building is not null)
        {
            building = await db.Buildings.SingleOrDefaultAsync(b => b.ConferenceId == conference.Id && b.Name == Building, cancellation);
            if (building is null)
                db.Buildings.Add(building = new Building(conference, Building, null));
        }

        return (new RoomFacts(Name, building, Capacity, Order, Virtual)
        {
            Parts = parts,
            OpeningHours = OpeningHoursEntry.ToDomain(OpeningHours),
        }, null);
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
            RuleFor(r => r.Parts).AtMost(Limits.RoomParts);
            RuleForEach(r => r.Parts).NotEmpty().Slug();
            RuleFor(r => r.Parts).Must(parts => parts is null || parts.Distinct().Count() == parts.Count).WithMessage("must not name a room twice.");
            RuleFor(r => r.JoinUrl).JoinLink();
            RuleFor(r => r.OpeningHours).AtMost(Limits.OpeningHours);
        }
    }
}
