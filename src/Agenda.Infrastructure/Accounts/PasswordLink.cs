using Agenda.Domain;
using NodaTime;

namespace Agenda.Infrastructure.Accounts;

/// <summary>A link by which the owner of an account chooses a password, once. An account has one at the most: a newer one ends the older.</summary>
public sealed class PasswordLink
{
    public required AccountId AccountId { get; init; }

    /// <summary>The SHA-256 of the secret in the link.</summary>
    public required byte[] Hash { get; set; }

    public required Instant ExpiresAt { get; set; }
}
