using Agenda.Domain;
using NodaTime;

namespace Agenda.Infrastructure.Accounts;

/// <summary>A browser in which somebody is signed in. Its cookie opens nothing once this row is gone.</summary>
public sealed class SignedIn
{
    public required Guid Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Instant Since { get; init; }

    public required Instant ExpiresAt { get; init; }

    /// <summary>The network address from which it began.</summary>
    public string? From { get; init; }

    /// <summary>What the browser calls itself.</summary>
    public string? Browser { get; init; }
}
