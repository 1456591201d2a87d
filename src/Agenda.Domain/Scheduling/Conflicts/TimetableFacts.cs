using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using NodaTime;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>What is stored of a programme as far as it matters to conflicts.</summary>
public sealed record TimetableFacts(ConferenceZone Zone, LocalDate FirstDay, LocalDate LastDay)
{
    public required ConflictPolicy Policy { get; init; }

    public required IReadOnlyList<Room> Rooms { get; init; }

    public required IReadOnlyList<SessionType> Types { get; init; }

    /// <summary>Without cancelled ones.</summary>
    public required IReadOnlyList<PlannedSessionFacts> Sessions { get; init; }

    /// <summary>Who does what where; somebody may be named several times for a session.</summary>
    public required IReadOnlyDictionary<SessionId, List<RoleOfPerson>> People { get; init; }

    /// <summary>Of those who have any.</summary>
    public IReadOnlyDictionary<PersonId, IReadOnlyList<Absence>> Absences { get; init; } = new Dictionary<PersonId, IReadOnlyList<Absence>>();

    public IReadOnlyList<SessionConstraint> Constraints { get; init; } = [];

    /// <summary>What the newest release says, where its zone rules are not those in use now.</summary>
    public IReadOnlyDictionary<SessionId, PublishedStart> PublishedStarts { get; init; } = new Dictionary<SessionId, PublishedStart>();
}

/// <summary>Which wall time was published, and which moment that was by the zone rules of the day.</summary>
public readonly record struct PublishedStart(LocalDateTime LocalStart, Offset? Offset, Instant Instant);
