using Agenda.Api.Http;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace Agenda.Api.Security;

/// <summary>
/// Decides whether a caller is let into an operation, from what the database says at this moment: a role that was taken away a second ago
/// opens nothing. Whoever has no role in a conference cannot find out whether there is one.
/// </summary>
internal sealed class CallerRights(EditedConference conference, AuditTrail trail, IAntiforgery antiforgery) : AuthorizationHandler<Needs>
{
    /// <summary>What may be kept of answers that others may not see.</summary>
    public const string ForTheCallerAlone = "private, no-cache";

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Needs requirement)
    {
        if (context.Resource is not HttpContext http || Caller.Of(context.User) is not { } caller)
            return;

        trail.Actor = caller.ActsFrom(http);
        // A cache on the way keeps what comes without a key unless it is told otherwise, and a cookie is no key to it (RFC 9111 §3.5).
        http.Response.Headers.CacheControl = ForTheCallerAlone;
        if ((await OfTransportAsync(caller, http) ?? await OfCallerAsync(requirement, caller, http)) is { } denial)
            context.Fail(denial);
        else
            context.Succeed(requirement);
    }

    // What has nothing to do with who calls: reading tokens read, and a browser must have been asked by our own pages.
    private async Task<Denial?> OfTransportAsync(Caller caller, HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return null;
        if (caller.Token is { Access: TokenAccess.Read })
            return new(this, "token-reads-only", "This token may read only.");
        if (caller.SignedIn is not null && !await antiforgery.IsRequestValidAsync(http))
            return new(this, "forged-request", "Send the token of GET /api/v1/me as X-CSRF-Token: a browser's cookie alone is not enough for a change.");
        return null;
    }

    private async Task<Denial?> OfCallerAsync(Needs needs, Caller caller, HttpContext http) => needs.Kind switch
    {
        CallerKind.Account when caller.Account is null => new(this, "account-needed", "The bootstrap key is nobody's: use a token or sign in."),
        CallerKind.Account => null,
        CallerKind.SignedIn when caller.SignedIn is null => new(this, "sign-in-needed", "A key or token is not enough for this: sign in."),
        CallerKind.SignedIn => null,
        CallerKind.Administrator when !caller.Administrator => new(this, "not-allowed", "This is for administrators of the installation."),
        CallerKind.Administrator when !caller.Reaches(null) => new(this, "token-scope", "This token is for one conference only."),
        CallerKind.Administrator => null,
        _ => await OfConferenceAsync(needs.Right!.Value, caller, http),
    };

    private async Task<Denial?> OfConferenceAsync(Right right, Caller caller, HttpContext http)
    {
        var slug = (string)http.GetRouteValue("slug")!;
        await conference.LoadAsync(slug, caller, http.RequestAborted);
        conference.Language.Ask(http);
        if (conference.Exists)
            trail.Conference = conference.Id;
        if (conference.Role is not { } role)
            return new(this, "no-role", $"You have no role in a conference \"{slug}\".");
        return role.Has(right) ? null : new(this, "not-allowed", $"Your role in this conference, {role.ToString().ToLowerInvariant()}, does not allow that.");
    }
}
