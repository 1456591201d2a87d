using System.Security.Claims;
using System.Text.Encodings.Web;
using Agenda.Api.Http;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Agenda.Api.Security;

/// <summary><c>Authorization: Bearer SECRET</c> (RFC 6750 §2.1): the bootstrap key, or a personal token.</summary>
internal sealed class BearerKey(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, BootstrapKey bootstrap, AgendaDbContext db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var secret = header[Prefix.Length..].Trim();
        return secret.StartsWith(Secret.TokenPrefix, StringComparison.Ordinal) ? await WithTokenAsync(secret)
            : await bootstrap.OpensAsync(secret, db, Context.RequestAborted) ? Success(Caller.BootstrapKey)
            : AuthenticateResult.Fail("unknown-key");
    }

    private async Task<AuthenticateResult> WithTokenAsync(string secret)
    {
        var hash = Secret.HashOf(secret);
        var found = await db.ApiTokens.AsNoTracking().Where(t => t.Hash == hash)
            .Join(db.Accounts.AsNoTracking(), t => t.AccountId, a => a.Id, (t, a) => new { Token = t, Account = a }).SingleOrDefaultAsync(Context.RequestAborted);
        var now = clock.Now();
        if (found is null)
            return AuthenticateResult.Fail("unknown-key");
        if (found.Token.IsExpired(now))
            return AuthenticateResult.Fail("expired-token");
        if (found.Account.Disabled)
            return AuthenticateResult.Fail("account-disabled");

        await NoteUseAsync(found.Token, now);
        return Success(Caller.WithToken(found.Account, found.Token));
    }

    private async Task NoteUseAsync(ApiToken token, Instant now)
    {
        if (token.LastUsedAt is { } last && now < last + ApiToken.NotedEvery)
            return;

        var from = Context.Connection.RemoteIpAddress?.ToString();
        await db.ApiTokens.Where(t => t.Id == token.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now).SetProperty(t => t.LastUsedFrom, from), Context.RequestAborted);
    }

    private static AuthenticateResult Success(Caller caller) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(caller, Name)), Name));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Denials.UnauthorizedAsync(Context);
}
