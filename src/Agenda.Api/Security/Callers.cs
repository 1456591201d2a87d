using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Security;

/// <summary>
/// How callers prove who they are: <c>Authorization: Bearer</c> with a key or token, else the cookie of a browser in which somebody signed in.
/// Nothing is asked of public reads: only operations that need a caller, or tell them more, look.
/// </summary>
internal static class Callers
{
    public const string Scheme = "Caller", Cookie = "Cookie";

    /// <summary>How long a browser stays signed in.</summary>
    public static readonly Duration Lasts = Duration.FromDays(14);

    private const string SignedInClaim = "signed-in", StampClaim = "stamp";

    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<BootstrapKey>();
        services.AddAuthentication()
            .AddPolicyScheme(Scheme, null, choose => choose.ForwardDefaultSelector = http => http.Request.Headers.Authorization.Count > 0 ? BearerKey.Name : Cookie)
            .AddScheme<AuthenticationSchemeOptions, BearerKey>(BearerKey.Name, null)
            .AddCookie(Cookie, cookie => Configure(cookie, configuration));
        services.AddOptions<CookieAuthenticationOptions>(Cookie).Configure<TimeProvider>((cookie, clock) => cookie.TimeProvider = clock);
        services.AddAuthorization();
        services.AddScoped<IAuthorizationHandler, CallerRights>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Denials>();
    }

    /// <summary>Who calls a public operation that tells some callers more; asks the database nothing unless a key or cookie was sent.</summary>
    public static async Task<Caller?> OfAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(Scheme);
        return result.Principal is { } principal ? Caller.Of(principal) : null;
    }

    /// <summary>Begins a new signed-in state: never one that the browser brought along.</summary>
    public static async Task SignInAsync(HttpContext http, AgendaDbContext db, Account account, Instant now)
    {
        var signedIn = new SignedIn
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            Since = now,
            ExpiresAt = now + Lasts,
            From = http.Connection.RemoteIpAddress?.ToString(),
            Browser = http.Request.Headers.UserAgent.ToString() is { Length: > 0 } said ? said[..Math.Min(said.Length, Domain.Limits.Name)] : null,
        };
        db.SignedIn.Add(signedIn);
        await db.SignedIn.Where(s => s.AccountId == account.Id && s.ExpiresAt < now).ExecuteDeleteAsync(http.RequestAborted);
        await db.SaveChangesAsync(http.RequestAborted);
        http.User = new ClaimsPrincipal(Identity(account, signedIn.Id));
        await http.SignInAsync(Cookie, http.User, new AuthenticationProperties { IsPersistent = true });
    }

    private static CallerIdentity Identity(Account account, Guid signedIn) =>
        new(Caller.InBrowser(account, signedIn), Cookie, new(SignedInClaim, signedIn.ToString()), new(StampClaim, account.SecurityStamp ?? ""));

    private static void Configure(CookieAuthenticationOptions cookie, IConfiguration configuration)
    {
        var behindTls = new PublicAddress(configuration).IsTls;
        cookie.Cookie.Name = behindTls ? "__Host-agenda" : "agenda";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = behindTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Lasts.ToTimeSpan();
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = ValidateAsync;
    }

    // The cookie names a row; without the row, with another stamp or for a disabled account it opens nothing.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var db = http.RequestServices.GetRequiredService<AgendaDbContext>();
        var (principal, now) = (context.Principal!, http.RequestServices.GetRequiredService<TimeProvider>().Now());
        var account = Guid.TryParse(principal.FindFirstValue(SignedInClaim), out var id)
            ? await db.SignedIn.AsNoTracking().Where(s => s.Id == id && s.ExpiresAt > now)
                .Join(db.Accounts.AsNoTracking(), s => s.AccountId, a => a.Id, (_, a) => a).SingleOrDefaultAsync(http.RequestAborted)
            : null;
        if (account is { Disabled: false } && account.SecurityStamp == principal.FindFirstValue(StampClaim))
        {
            context.ReplacePrincipal(new ClaimsPrincipal(Identity(account, id)));
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(Cookie);
    }
}
