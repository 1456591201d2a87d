using Agenda.Api.Http;
using Agenda.Api.Mail;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Accounts;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Agenda.Api.Accounts;

/// <summary>Who is to have an account.</summary>
public sealed record AddAccountRequest
{
    public required string Email { get; init; }

    /// <summary>How the account is shown to others.</summary>
    public required string Name { get; init; }

    /// <summary>May do everything in every conference, makes conferences and accounts.</summary>
    public bool Administrator { get; init; }

    internal sealed class Rules : AbstractValidator<AddAccountRequest>
    {
        public Rules()
        {
            RuleFor(a => a.Email).Said(Limits.Email).EmailAddress();
            RuleFor(a => a.Name).Said(Limits.Name);
        }
    }
}

/// <summary>A new account, and how its owner chooses a password.</summary>
/// <param name="PasswordLink">To be passed on to the owner, shown this once; null where it was sent by mail.</param>
public sealed record AddedAccount(AccountResponse Account, string? PasswordLink);

/// <summary>Makes an account. Its owner gets a link by which to choose a password.</summary>
internal static class AddAccount
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapPost("/accounts", HandleAsync)
        .WithSummary("Make an account")
        .WithDescription("The link by which its owner chooses a password is sent by mail; where no mail server is configured it is in the answer, to be passed on.");

    private static async Task<Results<TaggedCreated<AddedAccount>, ProblemHttpResult>> HandleAsync(
        AddAccountRequest request, UserManager<Account> accounts, PasswordLinks links, Mailing mail, TimeProvider clock, CancellationToken cancellation)
    {
        if (await accounts.FindByEmailAsync(request.Email) is not null)
            return Problems.Refused(AccessRefusals.EmailTaken());

        var account = new Account(request.Email, request.Name, clock.Now()) { Administrator = request.Administrator };
        // With the account in one go: whoever is made has a way in.
        var link = await links.MakeAsync(account.Id, cancellation);
        if (await accounts.CreateAsync(account) is { Succeeded: false } failed)
            return Problems.Invalid("email", string.Join(" ", failed.Errors.Select(e => e.Description)));

        var sent = await mail.TrySendAsync(Letters.Password(account, link), cancellation);
        return Tagged.Created($"/api/v1/accounts/{account.Id.Value}", account.Version, new AddedAccount(AccountResponse.Of(account), sent ? null : link));
    }
}
