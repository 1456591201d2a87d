using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Api.Releases;

/// <summary>The agenda of a release, or the part of it that a filter selects. Every front end is written against it.</summary>
public sealed record AgendaResponse
{
    /// <summary>The slug of the conference.</summary>
    public required string Conference { get; init; }

    public required string Title { get; init; }

    /// <summary>The IANA name of the zone of all local times.</summary>
    public required string TimeZone { get; init; }

    public required int Release { get; init; }

    public required Instant PublishedAt { get; init; }

    /// <summary>The days of the conference, whatever the filter.</summary>
    public required IReadOnlyList<LocalDate> Days { get; init; }

    /// <summary>In order of time, then room, then code; those to be announced stand at the end.</summary>
    public required IReadOnlyList<AgendaSession> Sessions { get; init; }

    internal static AgendaResponse EnvelopeOf(PublishedAgenda agenda) => new()
    {
        Conference = agenda.Conference.Slug,
        Title = agenda.Conference.Name,
        TimeZone = agenda.Conference.TimeZone,
        Release = agenda.Document.Number,
        PublishedAt = agenda.Document.PublishedAt,
        Days = agenda.Days,
        Sessions = [],
    };
}

/// <summary>A session in an agenda. The fields of time are null while it is to be announced.</summary>
public sealed record AgendaSession
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required AgendaType Type { get; init; }

    public required AgendaTrack? Track { get; init; }

    /// <summary>The day on which it starts.</summary>
    public required LocalDate? Day { get; init; }

    /// <summary>Wall time of the conference.</summary>
    public required LocalDateTime? Start { get; init; }

    /// <summary>Wall time of the conference.</summary>
    public required LocalDateTime? End { get; init; }

    public required Instant? StartUtc { get; init; }

    public required Instant? EndUtc { get; init; }

    /// <summary>The offset of the conference's zone at the start.</summary>
    public required Offset? UtcOffset { get; init; }

    public required AgendaRoom? Room { get; init; }

    public required IReadOnlyList<AgendaPerson> Chairs { get; init; }

    public required IReadOnlyList<AgendaPerson> Discussants { get; init; }

    public required string? Language { get; init; }

    /// <summary>Confirmed or cancelled.</summary>
    public required SessionStatus Status { get; init; }

    public required IReadOnlyList<AgendaContribution> Contributions { get; init; }

    /// <summary>The session's page.</summary>
    public required string Url { get; init; }

    internal static AgendaSession Of(PublishedSession session, string conference, PublicAddress address) => new()
    {
        Id = session.Id.Value,
        Code = session.Code,
        Title = session.Title,
        Type = new(session.Type.Code, session.Type.Name),
        Track = session.Track is { } track ? new(track.Slug, track.Name, track.Colour) : null,
        Day = session.Day,
        Start = session.Times?.Start.LocalDateTime,
        End = session.Times?.End.LocalDateTime,
        StartUtc = session.Times?.Start.ToInstant(),
        EndUtc = session.Times?.End.ToInstant(),
        UtcOffset = session.Times?.Start.Offset,
        Room = session.Room is { } room ? new(room.Slug, room.Name, room.Building, room.Capacity) : null,
        Chairs = [.. session.Chairs.Select(AgendaPerson.Of)],
        Discussants = [.. session.Discussants.Select(AgendaPerson.Of)],
        Language = session.Language,
        Status = session.Status,
        Contributions = [.. session.Contributions.Select(c => new AgendaContribution(
            c.Released.Id.Value, c.Released.Code, c.Released.Title, c.Start?.LocalDateTime, c.Released.Minutes, AgendaAuthor.Of(c)))],
        Url = address.Session(conference, session.Code),
    };
}

public sealed record AgendaType(string Code, string Name);

public sealed record AgendaTrack(string Slug, string Name, string? Colour);

public sealed record AgendaRoom(string Slug, string Name, string? Building, int? Capacity);

public sealed record AgendaPerson(Guid Id, string Name, string? Affiliation)
{
    internal static AgendaPerson Of(PublishedPerson person) => new(person.Id.Value, person.Name, person.Affiliation);
}

/// <summary>A talk or paper; <paramref name="Start"/> is wall time of the conference, null where a length before it is not said.</summary>
public sealed record AgendaContribution(Guid Id, string Code, string Title, LocalDateTime? Start, int? Minutes, IReadOnlyList<AgendaAuthor> Authors);

public sealed record AgendaAuthor(Guid Id, string Name, string? Affiliation, bool Presenting)
{
    internal static IReadOnlyList<AgendaAuthor> Of(PublishedContribution contribution) =>
        [.. contribution.Authors.Select(a => new AgendaAuthor(a.Person.Id.Value, a.Person.Name, a.Person.Affiliation, a.Presenting))];
}
