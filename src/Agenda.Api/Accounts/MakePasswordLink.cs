using Agenda.Api.Http;
using Agenda.Api.Mail;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Accounts;

/// <summary>How the owner of an account chooses a new password.</summary>
/// <param name="Link">To be passed on to the owner, shown this once; null where it was sent by mail.</param>
public sealed record PasswordLinkResponse(string? Link, Instant ExpiresAt);

/// <summary>Makes a link by which the owner of an account chooses a new password; an older one ends.</summary>
internal static class MakePasswordLink
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapPost("/accounts/{accountId:guid}/password-links", HandleAsync)
        .WithSummary("Make a link to choose a password")
        .WithDescription("It is sent by mail; where no mail server is configured it is in the answer, to be passed on. It works once, for a day, and ends an older one.");

    private static async Task<Results<Ok<PasswordLinkResponse>, ProblemHttpResult>> HandleAsync(
        Guid accountId, AgendaDbContext db, PasswordLinks links, Mailing mail, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        var id = new AccountId(accountId);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } account)
            return Problems.Missing("account", accountId);

        var link = await links.MakeAsync(id, cancellation);
        account.ResetRequestedAt = null;
        db.Note(new AuditNote(AuditKinds.Account, AuditAct.Changed) { Subject = account.Id.Value, Label = account.Name, Changes = [new("passwordLink", null, "(secret)")] });
        await db.SaveChangesAsync(cancellation);

        var sent = await mail.TrySendAsync(Letters.Password(account, link), cancellation);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new PasswordLinkResponse(sent ? null : link, clock.Now() + PasswordLinks.Lasts));
    }
}
