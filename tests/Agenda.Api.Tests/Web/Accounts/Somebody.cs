using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>People with accounts, made without the way through the pages.</summary>
internal static class Somebody
{
    public const string Password = "four unlikely words together";

    /// <summary>Somebody who can sign in.</summary>
    public static async Task<Account> WithPasswordAsync(AgendaHost host, string email, string name = "Aoife Byrne", bool administrator = false)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var account = new Account(email, name, host.Clock.Now) { Administrator = administrator };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Errors.ShouldBeEmpty();
        return account;
    }

    public static async Task<T> AskAsync<T>(AgendaHost host, Func<AgendaDbContext, Task<T>> question)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<AgendaDbContext>());
    }

    public static Task<Account> NowAsync(AgendaHost host, AccountId id) =>
        AskAsync(host, db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, TestContext.Current.CancellationToken));

    public static Task ChangeAsync(AgendaHost host, AccountId id, Action<Account> change) => AskAsync(host, async db =>
    {
        change(await db.Accounts.SingleAsync(a => a.Id == id, TestContext.Current.CancellationToken));
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
