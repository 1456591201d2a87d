using System.Security.Claims;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Security;

/// <summary>Who calls, and how they proved it.</summary>
internal sealed record Caller
{
    /// <summary>Null for the bootstrap key.</summary>
    public AccountId? Account { get; private init; }

    public required string Name { get; init; }

    /// <summary>May do everything, as far as the token allows.</summary>
    public bool Administrator { get; private init; }

    /// <summary>The token that was sent; null where somebody signed in, and for the bootstrap key.</summary>
    public ApiToken? Token { get; private init; }

    /// <summary>The browser in which somebody is signed in; null for keys and tokens.</summary>
    public Guid? SignedIn { get; private init; }

    public static Caller BootstrapKey { get; } = new() { Name = "organiser", Administrator = true };

    public static Caller WithToken(Account account, ApiToken token) =>
        new() { Account = account.Id, Name = account.Name, Administrator = account.Administrator, Token = token };

    public static Caller InBrowser(Account account, Guid signedIn) =>
        new() { Account = account.Id, Name = account.Name, Administrator = account.Administrator, SignedIn = signedIn };

    /// <summary>Null for anybody.</summary>
    public static Caller? Of(ClaimsPrincipal principal) => (principal.Identity as CallerIdentity)?.Caller;

    /// <summary>Whether the token that was sent, if any, opens the conference.</summary>
    public bool Reaches(ConferenceId? conference) => Token is not { ConferenceId: { } only } || only == conference;

    /// <summary>The conferences that the caller sees as they are entered.</summary>
    public IQueryable<Conference> EnteredConferences(AgendaDbContext db)
    {
        var (account, only) = (Account, Token?.ConferenceId);
        var conferences = Administrator ? db.Conferences.AsNoTracking() : db.Conferences.AsNoTracking().Where(c => db.Memberships.Any(m => m.ConferenceId == c.Id && m.AccountId == account));
        return only is null ? conferences : conferences.Where(c => c.Id == only);
    }

    public AuditActor ActsFrom(HttpContext http) => new(Account, Name, Token is { } token ? $"token {token.Name}" : SignedIn is null ? "bootstrap key" : "sign-in", http.Connection.RemoteIpAddress?.ToString());
}

/// <summary>A caller as ASP.NET Core hands it on. What a cookie keeps of it are the claims.</summary>
internal sealed class CallerIdentity(Caller caller, string scheme, params IEnumerable<Claim> claims) : ClaimsIdentity([new(ClaimTypes.Name, caller.Name), .. claims], scheme)
{
    public Caller Caller => caller;
}
