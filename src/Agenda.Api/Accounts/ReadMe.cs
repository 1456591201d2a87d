using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>Who calls, and what they are where.</summary>
public sealed record MeResponse
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required bool Administrator { get; init; }

    public required bool SecondFactor { get; init; }

    /// <summary>By slug. Administrators may do everything everywhere and have roles only where they were given one.</summary>
    public required IReadOnlyList<MyRole> Conferences { get; init; }

    /// <summary>For pages in a browser where somebody is signed in: to be sent as <c>X-CSRF-Token</c> with every change; null with a token.</summary>
    public required string? CsrfToken { get; init; }
}

/// <summary>A role in a conference; <paramref name="Person"/> is who the account is in its programme.</summary>
public sealed record MyRole(string Slug, string Name, ConferenceRole Role, Guid? Person);

/// <summary>Who calls.</summary>
internal static class ReadMe
{
    public static void Map(RouteGroupBuilder me) => me.MapGet("/me", HandleAsync).WithSummary("Read who you are and what you are where");

    private static async Task<Results<TaggedOk<MeResponse>, ProblemHttpResult>> HandleAsync(
        ClaimsPrincipal user, AgendaDbContext db, IAntiforgery antiforgery, HttpContext http, CancellationToken cancellation)
    {
        var caller = Caller.Of(user)!;
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == caller.Account, cancellation);
        var only = caller.Token?.ConferenceId;
        var roles = await db.Memberships.AsNoTracking().Where(m => m.AccountId == account.Id && (only == null || m.ConferenceId == only))
            .Join(db.Conferences, m => m.ConferenceId, c => c.Id, (m, c) => new { c.Slug, c.Name, m.Role, m.PersonId }).OrderBy(r => r.Slug).ToListAsync(cancellation);
        var csrf = caller.SignedIn is null ? null : antiforgery.GetAndStoreTokens(http).RequestToken;
        http.Response.Headers.CacheControl = "no-store";
        return Tagged.Ok(account.Version, new MeResponse
        {
            Id = account.Id.Value,
            Email = account.Email!,
            Name = account.Name,
            Administrator = account.Administrator,
            SecondFactor = account.TwoFactorEnabled,
            Conferences = [.. roles.Select(r => new MyRole(r.Slug, r.Name, r.Role, r.PersonId?.Value))],
            CsrfToken = csrf,
        });
    }
}
