using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Makes a personal token and shows it this once.</summary>
internal static class AddToken
{
    public const string Path = "/account/tokens";

    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var (caller, now) = (Caller.Of(http.User)!, clock.Now());
        var account = caller.Account!.Value;
        var (name, access, days) = (form.Line("name", Limits.Name), form.Choice<TokenAccess>("access"), form.Number("days", 1, ApiToken.LongestDays));
        var conference = await ConferenceOfAsync(form, caller, db, cancellation);
        if (await db.ApiTokens.CountAsync(t => t.AccountId == account, cancellation) >= ApiToken.Most)
            form.Wrong(AccessRefusals.TooManyTokens());
        if (!form.IsGood)
            return await YourAccount.ShowAsync(http, db, clock, form, cancellation);

        var secret = Secret.New(Secret.TokenPrefix);
        db.ApiTokens.Add(new ApiToken(account, name, conference, access, secret.Hash, now, days));
        await db.SaveChangesAsync(cancellation);
        return ShownSecret.Page(
            http, YourAccount.Path, Phrases.Fill(AccountWords.TokenNamed, name), secret.Text, AccountWords.TokenCopyItNow, AccountWords.HowToSendAToken);
    }

    private static async Task<ConferenceId?> ConferenceOfAsync(PostedForm form, Caller caller, AgendaDbContext db, CancellationToken cancellation)
    {
        if (form["conference"] is not { Length: > 0 } said)
            return null;

        var id = new ConferenceId(Guid.TryParse(said, out var value) ? value : default);
        if (await caller.EnteredConferences(db).AnyAsync(c => c.Id == id, cancellation))
            return id;

        form.Wrong("conference", AccountWords.ChooseOneOfYourConferences);
        return null;
    }
}
