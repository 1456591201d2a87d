using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using FluentValidation;
using NodaTime;

namespace Agenda.Api.Accounts;

/// <summary>What a new token is to be good for.</summary>
public sealed record TokenRequest
{
    /// <summary>What it is for, such as "Timetable screen".</summary>
    public required string Name { get; init; }

    /// <summary>The slug of the only conference that it opens; null for all in which you have a role.</summary>
    public string? Conference { get; init; }

    public TokenAccess Access { get; init; } = TokenAccess.Read;

    /// <summary>After how many days it ends.</summary>
    public int Days { get; init; } = ApiToken.UsualDays;

    internal sealed class Rules : AbstractValidator<TokenRequest>
    {
        public Rules()
        {
            RuleFor(t => t.Name).Said(Limits.Name);
            RuleFor(t => t.Conference).Slug();
            RuleFor(t => t.Access).IsInEnum();
            RuleFor(t => t.Days).InclusiveBetween(1, ApiToken.LongestDays);
        }
    }
}

/// <summary>A token without its secret.</summary>
public sealed record TokenResponse(
    Guid Id, string Name, string? Conference, TokenAccess Access, Instant CreatedAt, Instant ExpiresAt, bool Expired, Instant? LastUsedAt, string? LastUsedFrom)
{
    internal static TokenResponse Of(ApiToken t, string? conference, Instant now) =>
        new(t.Id.Value, t.Name, conference, t.Access, t.CreatedAt, t.ExpiresAt, t.IsExpired(now), t.LastUsedAt, t.LastUsedFrom);
}

/// <summary>A new token with its secret, which is shown this once.</summary>
public sealed record AddedToken(TokenResponse Token, string Secret);
