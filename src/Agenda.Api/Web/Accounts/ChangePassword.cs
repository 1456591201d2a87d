using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Changes one's password. Every other browser is signed out by it.</summary>
internal static class ChangePassword
{
    public const string Path = "/account/password";

    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(
        PostedForm form, HttpContext http, AgendaDbContext db, UserManager<Account> accounts, PasswordCheck check, SigningIn signingIn, TimeProvider clock, CancellationToken cancellation)
    {
        var account = await YourAccount.OfAsync(http, db, cancellation);
        var password = NewPassword.Of(form);
        if (form.IsGood)
            await PresentPassword.CheckAsync(form, account, check, cancellation);
        if (!form.IsGood)
            return await YourAccount.ShowAsync(http, db, clock, form, cancellation);

        NewPassword.Set(accounts, account, password);
        await db.SaveChangesAsync(cancellation);
        await db.PasswordLinks.Where(l => l.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        await signingIn.GoOnAsync(http, account, cancellation);
        return new SeeOther($"{YourAccount.Path}?{Done.Parameter}=password");
    }
}
