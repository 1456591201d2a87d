using Agenda.Domain;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Agenda.Infrastructure.Accounts;

/// <summary>
/// Somebody who can sign in. Its e-mail address is its name for signing in; what it may do in a conference stands in its memberships.
/// </summary>
public sealed class Account : IdentityUser<AccountId>
{
    public Account() => Id = AccountId.New();

    public Account(string email, string name, Instant now)
        : this()
    {
        (Email, UserName, Name, CreatedAt) = (email, email, name, now);
        SecurityStamp = Guid.CreateVersion7().ToString("N");
    }

    /// <summary>How the account is shown to others, in audit and releases.</summary>
    public string Name { get; set; } = "";

    /// <summary>May do everything in every conference, makes conferences and accounts.</summary>
    public bool Administrator { get; set; }

    /// <summary>A disabled account cannot sign in, and its tokens open nothing.</summary>
    public bool Disabled { get; set; }

    public Instant CreatedAt { get; set; }

    public Instant? LastSignInAt { get; set; }

    /// <summary>Until when no password or code is tried, after too many wrong ones; null otherwise.</summary>
    public Instant? LockedUntil { get; set; }

    /// <summary>When its owner asked for a new password and no mail could be sent; null once somebody has passed a link on.</summary>
    public Instant? ResetRequestedAt { get; set; }

    /// <summary>The secret of the authenticator app, protected; null without one.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The time step of the last one-time code that was accepted: none is accepted twice (RFC 6238 §5.2).</summary>
    public long LastTimeStep { get; set; }

    /// <summary>The SHA-256 of each recovery code that is left, in base64, separated by spaces.</summary>
    public string? RecoveryCodes { get; set; }

    /// <summary>Rises with every edit by an administrator; the entity tag.</summary>
    public int Version { get; set; } = 1;
}
