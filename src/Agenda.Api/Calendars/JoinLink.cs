using NodaTime;

namespace Agenda.Api.Calendars;

/// <summary>Where a session is joined online; without an address, it once was, or was once told.</summary>
/// <param name="ChangedAt">When that last changed.</param>
internal sealed record JoinLink(string? Url, Instant ChangedAt);
