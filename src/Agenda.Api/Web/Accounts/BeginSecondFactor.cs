using Agenda.Infrastructure;

namespace Agenda.Api.Web.Accounts;

/// <summary>The first step to a second factor: a key for the authenticator app. Nothing changes until a code of the app is sent back.</summary>
internal static class BeginSecondFactor
{
    public const string Path = "/account/second-factor/begin", Page = "/account/second-factor", Picture = "/account/second-factor.svg";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost(Path, HandleAsync);
        pages.MapGet(Page, ShowAsync);
        pages.MapGet(Picture, DrawAsync);
    }

    private static async Task<IResult> HandleAsync(HttpContext http, AgendaDbContext db, Authenticator authenticator, CancellationToken cancellation)
    {
        var account = await YourAccount.OfAsync(http, db, cancellation);
        if (account.TwoFactorEnabled)
            return new SeeOther(YourAccount.Path);

        await authenticator.MakeKeyAsync(account, cancellation);
        Stamps.NoteEdit(account);
        await db.SaveChangesAsync(cancellation);
        return new SeeOther(Page);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, AgendaDbContext db, Authenticator authenticator, CancellationToken cancellation) =>
        await authenticator.PendingKeyAsync(await YourAccount.OfAsync(http, db, cancellation), cancellation) is { } key ? Show(http, key, null) : new SeeOther(YourAccount.Path);

    /// <summary>The page with the key; with a form when it is shown again.</summary>
    public static IResult Show(HttpContext http, string key, PostedForm? posted) => Pages.Show<SecondFactorPage>(http, new() { [nameof(SecondFactorPage.Key)] = key }, posted);

    private static async Task<IResult> DrawAsync(HttpContext http, AgendaDbContext db, Authenticator authenticator, CancellationToken cancellation)
    {
        var account = await YourAccount.OfAsync(http, db, cancellation);
        return await authenticator.PendingKeyAsync(account, cancellation) is { } key
            ? TypedResults.Text(authenticator.PictureOf(account, key), "image/svg+xml; charset=utf-8")
            : Missing.Page(http);
    }
}
