using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Mail;
using Agenda.Api.Security;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Members;

/// <summary>Invites somebody to prepare the conference.</summary>
internal static class AddInvitation
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/invitations", HandleAsync)
        .WithSummary("Invite somebody")
        .WithDescription("The link is sent by mail; where no mail server is configured it is in the answer, to be passed on. It works once.");

    private static async Task<Results<Created<AddedInvitation>, ProblemHttpResult>> HandleAsync(
        InvitationRequest request, ClaimsPrincipal user, EditedConference conference, AgendaDbContext db, PublicAddress address, Mailing mail, TimeProvider clock,
        HttpResponse response, CancellationToken cancellation)
    {
        var (person, refusal) = await MemberRow.WhoAsync(db, conference.Conference, request.Role, request.Person, cancellation);
        if (refusal is not null)
            return Problems.Refused(refusal);

        var secret = Secret.New();
        var invitation = new Invitation(conference.Conference, request.Email, request.Role, person, secret.Hash, Caller.Of(user)!.Name, clock.Now(), request.Days);
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(cancellation);

        var link = address.InvitationLink(secret.Text);
        var sent = await mail.TrySendAsync(Letters.Invitation(invitation, conference.Conference, link), cancellation);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created(
            $"/api/v1/conferences/{conference.Slug}/invitations/{invitation.Id.Value}", new AddedInvitation(InvitationResponse.Of(invitation), sent ? null : link));
    }
}
