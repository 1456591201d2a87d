using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Agenda.Api.Web.Accounts;

/// <summary>Shows an invitation to whoever has its link, and what they can do with it.</summary>
internal static class ReadInvitation
{
    public const string Path = "/account/invitations/{secret}";

    public static void Map(RouteGroupBuilder pages) => pages.MapGet(Path, HandleAsync).WithMetadata(new SignInTry());

    public static string Of(string secret) => $"/account/invitations/{Uri.EscapeDataString(secret)}";

    private static async Task<IResult> HandleAsync(string secret, HttpContext http, AgendaDbContext db, UserManager<Account> accounts, TimeProvider clock, CancellationToken cancellation) =>
        await OpenInvitation.FindAsync(db, secret, clock.Now(), cancellation) is { } open ? await ShowAsync(http, open, secret, accounts, null) : Missing.DeadLink(http);

    /// <summary>The page; with a form when it is shown again.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, OpenInvitation open, string secret, UserManager<Account> accounts, PostedForm? posted)
    {
        await Pages.RecogniseAsync(http);
        return Pages.Show<InvitationPage>(
            http,
            new()
            {
                [nameof(InvitationPage.Open)] = open,
                [nameof(InvitationPage.Address)] = Of(secret),
                [nameof(InvitationPage.IsKnown)] = await accounts.FindByEmailAsync(open.Invitation.Email) is not null,
            },
            posted);
    }
}
