using NodaTime;

namespace Agenda.Domain.People;

/// <summary>When somebody cannot be there, in wall time of the conference, half-open.</summary>
public readonly record struct Absence(LocalDateTime From, LocalDateTime Until);
