using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>Which invitation is accepted.</summary>
public sealed record AcceptInvitationRequest
{
    /// <summary>What stands at the end of the invitation's address.</summary>
    public required string Secret { get; init; }

    internal sealed class Rules : AbstractValidator<AcceptInvitationRequest>
    {
        public Rules() => RuleFor(i => i.Secret).Said(Limits.Name);
    }
}

/// <summary>Takes the role that an invitation offers, for the account of the caller.</summary>
internal static class AcceptInvitation
{
    public static void Map(RouteGroupBuilder me) => me.MapPost("/me/invitations", HandleAsync).WithSummary("Accept an invitation");

    private static async Task<Results<Ok<MyRole>, ProblemHttpResult>> HandleAsync(
        AcceptInvitationRequest request, ClaimsPrincipal user, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var (hash, account) = (Secret.HashOf(request.Secret), Caller.Of(user)!.Account!.Value);
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Hash == hash, cancellation) is not { } invitation)
            return Problems.Refused(AccessRefusals.InvitationSpent());

        var present = await db.Memberships.SingleOrDefaultAsync(m => m.ConferenceId == invitation.ConferenceId && m.AccountId == account, cancellation);
        var (membership, refusal) = invitation.Accept(account, present, clock.Now());
        if (membership is null)
            return Problems.Refused(refusal!);

        db.Memberships.Add(membership);
        await db.SaveChangesAsync(cancellation);
        var conference = await db.Conferences.AsNoTracking().SingleAsync(c => c.Id == membership.ConferenceId, cancellation);
        return TypedResults.Ok(new MyRole(conference.Slug, conference.Name, membership.Role, membership.PersonId?.Value));
    }
}
