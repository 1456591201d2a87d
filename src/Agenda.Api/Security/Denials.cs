using Agenda.Api.Http;
using Agenda.Api.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Security;

/// <summary>Answers to callers who are not let in: problems with a code for programs; people who read pages are led to where they sign in.</summary>
internal sealed class Denials : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);

        // To be seen by its user alone, whoever kept it on the way.
        context.Response.Headers.CacheControl = "no-store";
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<IsAccountPage>() is not null;
        if (authorizeResult.Challenged)
            return isPage ? DeniedPages.ToSignInAsync(context) : UnauthorizedAsync(context);

        var denial = authorizeResult.AuthorizationFailure?.FailureReasons.OfType<Denial>().FirstOrDefault();
        return isPage ? DeniedPages.RefuseAsync(context, denial) : Problems.Of(StatusCodes.Status403Forbidden, denial?.Code ?? "not-allowed", denial?.Message ?? "You may not do that.").ExecuteAsync(context);
    }

    /// <summary>401, saying what was wrong with the key where one was sent (RFC 6750 §3).</summary>
    public static async Task UnauthorizedAsync(HttpContext context)
    {
        var said = context.Request.Headers.Authorization.Count > 0;
        context.Response.Headers.WWWAuthenticate = said ? "Bearer error=\"invalid_token\"" : "Bearer";
        var why = said ? (await context.AuthenticateAsync(BearerKey.Name)).Failure?.Message : null;
        await Problem(said, why).ExecuteAsync(context);
    }

    private static ProblemHttpResult Problem(bool said, string? why) => why switch
    {
        "expired-token" => Problems.Of(StatusCodes.Status401Unauthorized, why, "The token has expired."),
        "account-disabled" => Problems.Of(StatusCodes.Status401Unauthorized, why, "The account of this token is disabled."),
        _ when said => Problems.Of(StatusCodes.Status401Unauthorized, "unknown-key", "The key or token in Authorization is not known."),
        _ => Problems.Of(StatusCodes.Status401Unauthorized, "key-needed", "Sign in, or send a token: Authorization: Bearer TOKEN."),
    };
}

/// <summary>Why a known caller is not let in.</summary>
internal sealed class Denial(IAuthorizationHandler handler, string code, string detail) : AuthorizationFailureReason(handler, detail)
{
    public string Code => code;
}
