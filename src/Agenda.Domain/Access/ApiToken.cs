using NodaTime;

namespace Agenda.Domain.Access;

/// <summary>A secret that lets a program act for an account: with the account's rights at the most, in one conference or all of them, until it expires.</summary>
public sealed class ApiToken
{
    /// <summary>How many days a token lasts at the most, and unless said otherwise.</summary>
    public const int LongestDays = 366, UsualDays = 90;

    /// <summary>How many tokens an account has at the most.</summary>
    public const int Most = 50;

    /// <summary>The use of a token is noted this often at the most, so that reading does not become writing.</summary>
    public static readonly Duration NotedEvery = Duration.FromMinutes(1);

    private ApiToken()
    {
    }

    public ApiToken(AccountId account, string name, ConferenceId? conference, TokenAccess access, byte[] hash, Instant now, int days)
    {
        Id = ApiTokenId.New();
        (AccountId, Name, ConferenceId, Access, Hash, CreatedAt) = (account, name, conference, access, hash, now);
        ExpiresAt = now + Duration.FromDays(days);
    }

    public ApiTokenId Id { get; private set; }

    public AccountId AccountId { get; private set; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The only conference that it opens; null for all in which the account has a role.</summary>
    public ConferenceId? ConferenceId { get; private set; }

    public TokenAccess Access { get; private set; }

    /// <summary>The SHA-256 of the secret.</summary>
    public byte[] Hash { get; private set; } = [];

    public Instant CreatedAt { get; private set; }

    public Instant ExpiresAt { get; private set; }

    public Instant? LastUsedAt { get; private set; }

    /// <summary>The network address of the last use.</summary>
    public string? LastUsedFrom { get; private set; }

    public bool IsExpired(Instant now) => now >= ExpiresAt;
}

public enum TokenAccess
{
    /// <summary>Reads only.</summary>
    Read = 0,

    /// <summary>Reads and writes.</summary>
    Write = 1,
}
