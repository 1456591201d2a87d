using Agenda.Infrastructure.Accounts;
using NodaTime;

namespace Agenda.Api.Accounts;

/// <summary>An account, as administrators see it.</summary>
public sealed record AccountResponse
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required bool Administrator { get; init; }

    public required bool Disabled { get; init; }

    /// <summary>Whether signing in takes a one-time code.</summary>
    public required bool SecondFactor { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant? LastSignInAt { get; init; }

    /// <summary>Until when no password is tried, after too many wrong ones; null otherwise.</summary>
    public required Instant? LockedUntil { get; init; }

    /// <summary>When its owner asked for a new password without mail to send it by; null when nobody waits.</summary>
    public required Instant? ResetRequestedAt { get; init; }

    /// <summary>Rises with every edit; the ETag.</summary>
    public required int Version { get; init; }

    internal static AccountResponse Of(Account account) => new()
    {
        Id = account.Id.Value,
        Email = account.Email!,
        Name = account.Name,
        Administrator = account.Administrator,
        Disabled = account.Disabled,
        SecondFactor = account.TwoFactorEnabled,
        CreatedAt = account.CreatedAt,
        LastSignInAt = account.LastSignInAt,
        LockedUntil = account.LockedUntil,
        ResetRequestedAt = account.ResetRequestedAt,
        Version = account.Version,
    };
}
