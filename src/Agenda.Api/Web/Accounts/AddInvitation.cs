using Agenda.Api.Http;
using Agenda.Api.Mail;
using Agenda.Api.Security;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Invites somebody to a role in a conference: by mail, or with a link that the owner is shown this once and passes on.</summary>
internal static class AddInvitation
{
    /// <summary>Below <c>/account/conferences/{slug}</c>.</summary>
    public const string Path = "/invitations";

    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(
        PostedForm form, HttpContext http, EditedConference conference, AgendaDbContext db, UserManager<Account> accounts, PublicAddress address, Mailing mailing, TimeProvider clock,
        CancellationToken cancellation)
    {
        var (email, days) = (form.Email("email"), form.Number("days", 1, Invitation.LongestDays));
        var chosen = await RoleChosen.OfAsync(form, conference, db, cancellation);
        if (form.IsGood && await IsMemberAsync(email, conference, db, accounts, cancellation))
            form.Wrong("email", AccessRefusals.MemberAlready());
        if (!form.IsGood)
            return await Members.ShowAsync(http, conference, db, clock, form, cancellation);

        var secret = Secret.New();
        var invitation = new Invitation(conference.Conference, email, chosen.Role, chosen.Person?.Id, secret.Hash, Caller.Of(http.User)!.Name, clock.Now(), days);
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(cancellation);
        var (link, next) = (address.InvitationLink(secret.Text), Members.Of(conference.Slug));
        return await mailing.TrySendAsync(Letters.Invitation(invitation, conference.Conference, link), cancellation)
            ? new SeeOther($"{next}?{Done.Parameter}=invited")
            : ShownSecret.Page(
                http, next, AccountWords.AnInvitationToPassOn, link, Phrases.Fill(AccountWords.InvitationLink, email),
                Phrases.Fill(AccountWords.InvitationLinkLasts, Wording.Moment(invitation.ExpiresAt)));
    }

    private static async Task<bool> IsMemberAsync(string email, EditedConference conference, AgendaDbContext db, UserManager<Account> accounts, CancellationToken cancellation)
    {
        var (id, normalized) = (conference.Id, accounts.NormalizeEmail(email));
        return await db.Memberships.AnyAsync(m => m.ConferenceId == id && db.Accounts.Any(a => a.Id == m.AccountId && a.NormalizedEmail == normalized), cancellation);
    }
}
