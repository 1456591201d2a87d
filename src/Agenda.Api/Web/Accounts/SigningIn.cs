using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>The end of every way in.</summary>
internal sealed class SigningIn(AgendaDbContext db, PasswordCheck check, TimeProvider clock)
{
    /// <summary>Signs somebody in who has proved who they are; what the browser was before ends.</summary>
    public async Task CompleteAsync(HttpContext http, Account account, CancellationToken cancellation)
    {
        var now = clock.Now();
        await EndPresentAsync(http, cancellation);
        await SecondFactor.EndAsync(http);
        await check.ForgetTriesAsync(account, cancellation);
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignInAt, now), cancellation);
        await Callers.SignInAsync(http, db, account, now);
    }

    /// <summary>After a change that ends what is signed in everywhere: this browser goes on.</summary>
    public async Task GoOnAsync(HttpContext http, Account account, CancellationToken cancellation)
    {
        await db.SignedIn.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        await Callers.SignInAsync(http, db, account, clock.Now());
    }

    // A copy of the cookie that is replaced must open nothing.
    private async Task EndPresentAsync(HttpContext http, CancellationToken cancellation)
    {
        var present = await http.AuthenticateAsync(Callers.Cookie);
        if (present.Principal is { } principal && Caller.Of(principal)?.SignedIn is { } id)
            await db.SignedIn.Where(s => s.Id == id).ExecuteDeleteAsync(cancellation);
    }
}
