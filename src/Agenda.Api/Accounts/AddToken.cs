using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>Makes a token for the account of the caller.</summary>
internal static class AddToken
{
    public static void Map(RouteGroupBuilder me) => me.MapPost("/me/tokens", HandleAsync)
        .WithSummary("Make a token")
        .WithDescription("Its secret is in the answer, this once. A token lets programs do what you may do, within its scope: one conference or all of yours, reading only or writing as well.");

    private static async Task<Results<Created<AddedToken>, ProblemHttpResult>> HandleAsync(
        TokenRequest request, ClaimsPrincipal user, AgendaDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        var (caller, now) = (Caller.Of(user)!, clock.Now());
        var account = caller.Account!.Value;
        ConferenceId? only = null;
        if (request.Conference is { } slug)
        {
            only = await caller.EnteredConferences(db).Where(c => c.Slug == slug).Select(c => (ConferenceId?)c.Id).SingleOrDefaultAsync(cancellation);
            if (only is null)
                return Problems.Refused(AccessRefusals.UnknownConference(slug));
        }

        if (await db.ApiTokens.CountAsync(t => t.AccountId == account, cancellation) >= ApiToken.Most)
            return Problems.Refused(AccessRefusals.TooManyTokens());

        var secret = Secret.New(Secret.TokenPrefix);
        var token = new ApiToken(account, request.Name, only, request.Access, secret.Hash, now, request.Days);
        db.ApiTokens.Add(token);
        await db.SaveChangesAsync(cancellation);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/me/tokens/{token.Id.Value}", new AddedToken(TokenResponse.Of(token, request.Conference, now), secret.Text));
    }
}
