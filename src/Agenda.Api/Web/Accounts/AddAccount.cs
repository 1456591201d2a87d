using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Agenda.Api.Web.Accounts;

/// <summary>Makes an account for somebody, who then chooses a password with a link.</summary>
internal static class AddAccount
{
    public const string Path = Administration.Path + "/accounts";

    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/accounts", HandleAsync);

    private static async Task<IResult> HandleAsync(
        PostedForm form, HttpContext http, AgendaDbContext db, UserManager<Account> accounts, PasswordLetter letter, TimeProvider clock, CancellationToken cancellation)
    {
        var (name, email) = (form.Line("name", Limits.Name), form.Email("email"));
        var account = new Account(email, name, clock.Now()) { Administrator = form.Ticked("administrator") };
        if (form.IsGood && !(await accounts.CreateAsync(account)).Succeeded)
            form.Wrong("email", AccessRefusals.EmailTaken());

        return form.IsGood ? await letter.SendAsync(http, account, Administration.Path, cancellation) : await Administration.ShowAsync(http, db, new(), form, cancellation);
    }
}
