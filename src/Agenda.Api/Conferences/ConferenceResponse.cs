using System.Text.Json.Serialization;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Conferences;

/// <summary>A conference: to the public as its newest release has it, to organisers as it is entered.</summary>
public sealed record ConferenceResponse
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string TimeZone { get; init; }

    public required LocalDate FirstDay { get; init; }

    public required LocalDate LastDay { get; init; }

    public required string? Contact { get; init; }

    public required IReadOnlyList<LinkEntry> Links { get; init; }

    /// <summary>The colour of its pages, such as <c>#3a7bd5</c>.</summary>
    public required string? Colour { get; init; }

    /// <summary>The days of the conference, and any other on which a session starts.</summary>
    public required IReadOnlyList<LocalDate> Days { get; init; }

    public required IReadOnlyList<ConferenceRoom> Rooms { get; init; }

    public required IReadOnlyList<ConferenceType> Types { get; init; }

    public required IReadOnlyList<ConferenceTrack> Tracks { get; init; }

    /// <summary>The number of the release that this is, by default the newest; null before the first.</summary>
    public required int? Release { get; init; }

    /// <summary>The time now where the conference is.</summary>
    public required ConferenceClock Now { get; init; }

    /// <summary>For organisers: whether the feeds of people's own agendas carry the links to join online; null to the public.</summary>
    public required bool? JoinLinksInFeeds { get; init; }

    /// <summary>For organisers: rises with every edit, and is the ETag.</summary>
    public required int? Version { get; init; }

    /// <summary>What the edit did to the conflicts of the programme; only in the answer to an edit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConflictChanges? Conflicts { get; init; }

    internal static ConferenceResponse Of(PublishedAgenda agenda, Instant now) => new()
    {
        Id = agenda.Conference.Id.Value,
        Slug = agenda.Conference.Slug,
        Name = agenda.Conference.Name,
        TimeZone = agenda.Conference.TimeZone,
        FirstDay = agenda.Conference.FirstDay,
        LastDay = agenda.Conference.LastDay,
        Contact = agenda.Conference.Contact,
        Links = LinkEntry.Of(agenda.Conference.Links),
        Colour = agenda.Conference.Colour,
        Days = agenda.Days,
        Rooms = [.. agenda.Document.Rooms.Select(r => new ConferenceRoom(r.Slug, r.Name, r.Building, r.Capacity))],
        Types = [.. agenda.Document.Types.Select(t => new ConferenceType(t.Code, t.Name, t.Plenary, t.Parallel, t.Break))],
        Tracks = [.. agenda.Document.Tracks.Select(t => new ConferenceTrack(t.Slug, t.Name, t.Colour))],
        Release = agenda.Document.Number,
        Now = ConferenceClock.At(now, agenda.Zone),
        JoinLinksInFeeds = null,
        Version = null,
    };

    /// <summary>The conference as entered. Its rooms, types and tracks stand in the same order as they will in a release.</summary>
    internal static async Task<ConferenceResponse> ReadAsync(AgendaDbContext db, Conference conference, Instant now, CancellationToken cancellation) => new()
    {
        Id = conference.Id.Value,
        Slug = conference.Slug,
        Name = conference.Name,
        TimeZone = conference.TimeZone,
        FirstDay = conference.FirstDay,
        LastDay = conference.LastDay,
        Contact = conference.Contact,
        Links = LinkEntry.Of(conference.Links),
        Colour = conference.Colour,
        Days = [.. Enumerable.Range(0, Period.DaysBetween(conference.FirstDay, conference.LastDay) + 1).Select(conference.FirstDay.PlusDays)],
        Rooms = await RoomsAsync(db, conference, cancellation),
        Types = await db.SessionTypes.AsNoTracking().Where(t => t.ConferenceId == conference.Id).OrderBy(t => t.Code)
            .Select(t => new ConferenceType(t.Code, t.Name, t.Plenary, t.Parallel, t.Break)).ToListAsync(cancellation),
        Tracks = await db.Tracks.AsNoTracking().Where(t => t.ConferenceId == conference.Id).OrderBy(t => t.Slug)
            .Select(t => new ConferenceTrack(t.Slug, t.Name, t.Colour)).ToListAsync(cancellation),
        Release = await db.Releases.AsNoTracking().Where(r => r.ConferenceId == conference.Id).MaxAsync(r => (int?)r.Number, cancellation),
        Now = ConferenceClock.At(now, conference.Zone),
        JoinLinksInFeeds = conference.JoinLinksInFeeds,
        Version = conference.Version,
    };

    // Not ordered by the database: SQL Server compares names without case, a release does not.
    private static async Task<List<ConferenceRoom>> RoomsAsync(AgendaDbContext db, Conference conference, CancellationToken cancellation)
    {
        var rooms = await db.Rooms.AsNoTracking().Where(r => r.ConferenceId == conference.Id)
            .Select(r => new { r.Order, Room = new ConferenceRoom(r.Slug, r.Name, db.Buildings.Where(b => b.Id == r.BuildingId).Select(b => b.Name).FirstOrDefault(), r.Capacity) })
            .ToListAsync(cancellation);
        return [.. rooms.OrderBy(r => r.Order).ThenBy(r => r.Room.Name, StringComparer.Ordinal).ThenBy(r => r.Room.Slug, StringComparer.Ordinal).Select(r => r.Room)];
    }
}

public sealed record ConferenceRoom(string Slug, string Name, string? Building, int? Capacity);

public sealed record ConferenceType(string Code, string Name, bool Plenary, bool Parallel, bool Break);

public sealed record ConferenceTrack(string Slug, string Name, string? Colour);

/// <summary>A moment where the conference is: wall time, offset and the abbreviation in use then ("GMT", "IST").</summary>
public sealed record ConferenceClock(LocalDateTime Local, Offset UtcOffset, string Abbreviation)
{
    internal static ConferenceClock At(Instant now, ConferenceZone zone)
    {
        var there = zone.At(now);
        return new(there.LocalDateTime.With(TimeAdjusters.TruncateToSecond), there.Offset, zone.Abbreviation(now));
    }
}
