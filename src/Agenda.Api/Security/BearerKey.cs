using System.Security.Claims;
using System.Text.Encodings.Web;
using Agenda.Api.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Agenda.Api.Security;

/// <summary>
/// Who is calling: <c>Authorization: Bearer KEY</c> (RFC 6750 §2.1). The only place that knows how callers prove themselves; operations
/// ask for the policy <see cref="Organiser"/> and nothing else.
/// </summary>
internal sealed class BearerKey(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, BootstrapKey key)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    /// <summary>The policy of everybody who may enter and publish.</summary>
    public const string Organiser = "organiser";

    private const string Prefix = "Bearer ";

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<BootstrapKey>();
        services.AddAuthentication(Name).AddScheme<AuthenticationSchemeOptions, BearerKey>(Name, null);
        services.AddAuthorizationBuilder().AddPolicy(Organiser, policy => policy.RequireAuthenticatedUser().RequireRole(Organiser));
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.NoResult());
        if (!key.Opens(header[Prefix.Length..].Trim()))
            return Task.FromResult(AuthenticateResult.Fail("The key is not known."));

        var identity = new ClaimsIdentity([new(ClaimTypes.Name, "organiser"), new(ClaimTypes.Role, Organiser)], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var said = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = said ? "Bearer error=\"invalid_token\"" : "Bearer";
        var problem = said
            ? Problems.Of(StatusCodes.Status401Unauthorized, "unknown-key", "The key in Authorization is not known.")
            : Problems.Of(StatusCodes.Status401Unauthorized, "key-needed", "Send the organisers' key: Authorization: Bearer KEY.");
        return problem.ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Of(StatusCodes.Status403Forbidden, "not-allowed", "This key may not do that.").ExecuteAsync(Context);
}
