using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>What an administrator says of an account.</summary>
public sealed record AccountRequest
{
    /// <summary>How the account is shown to others.</summary>
    public required string Name { get; init; }

    /// <summary>May do everything in every conference, makes conferences and accounts.</summary>
    public required bool Administrator { get; init; }

    /// <summary>Cannot sign in, and its tokens open nothing.</summary>
    public required bool Disabled { get; init; }

    internal sealed class Rules : AbstractValidator<AccountRequest>
    {
        public Rules() => RuleFor(a => a.Name).Said(Limits.Name);
    }
}

/// <summary>Changes an account. Disabling it signs it out everywhere at once.</summary>
internal static class EditAccount
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapPut("/accounts/{accountId:guid}", HandleAsync).WithSummary("Edit an account");

    private static async Task<Results<TaggedOk<AccountResponse>, ProblemHttpResult>> HandleAsync(
        Guid accountId, AccountRequest request, IfMatch ifMatch, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new AccountId(accountId);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } account)
            return Problems.Missing("account", accountId);

        if (ifMatch.Refuses(account.Version, () => AccountResponse.Of(account)) is { } stale)
            return stale;

        var wasAdministrator = account is { Administrator: true, Disabled: false };
        (account.Name, account.Administrator, account.Disabled) = (request.Name, request.Administrator, request.Disabled);
        account.Version++;
        // Two edits of one account at once meet in the database, as everywhere.
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        if (account.Disabled)
            await AccountEnd.SignOutEverywhereAsync(db, account, cancellation);
        return await AccountEnd.SaveKeepingAnAdministratorAsync(db, wasAdministrator, cancellation)
            ? Tagged.Ok(account.Version, AccountResponse.Of(account))
            : Problems.Refused(AccessRefusals.LastAdministrator());
    }
}
