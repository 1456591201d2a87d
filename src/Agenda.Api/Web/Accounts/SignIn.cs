using Agenda.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Web.Accounts;

/// <summary>Signing in with e-mail address and password.</summary>
internal static class SignIn
{
    public const string Path = "/sign-in", Email = "email", Password = "password";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Path, ShowAsync);
        pages.MapPost(Path, HandleAsync).WithMetadata(new SignInTry());
    }

    private static async Task<IResult> ShowAsync([FromQuery(Name = LocalAddress.Parameter)] string? returnTo, HttpContext http)
    {
        var next = LocalAddress.Of(returnTo);
        return await Pages.RecogniseAsync(http) is null
            ? Pages.Show<SignInPage>(http, new() { [nameof(SignInPage.ReturnTo)] = next })
            : new SeeOther(next);
    }

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, PasswordCheck check, SigningIn signingIn, TimeProvider clock, CancellationToken cancellation)
    {
        var pace = EvenPace.Begin(clock);
        var next = LocalAddress.Of(form[LocalAddress.Parameter]);
        if (await check.VerifyAsync(form[Email], Cut(form.Exactly(Password)), cancellation) is not { } account)
        {
            // The same for every failure, so that nobody learns from it who has an account.
            form.Wrong("", AccountWords.SignInFailed);
            await pace.KeepAsync(cancellation);
            return Pages.Show<SignInPage>(http, new() { [nameof(SignInPage.ReturnTo)] = next }, form);
        }

        if (account.TwoFactorEnabled)
        {
            await SecondFactor.BeginAsync(http, account);
            return new SeeOther(LocalAddress.Via(SignInWithCode.Path, next));
        }

        await signingIn.CompleteAsync(http, account, cancellation);
        return new SeeOther(next);
    }

    // Longer ones cannot be right, and are not worth being hashed.
    private static string Cut(string password) => password.Length > AccountRules.LongestPassword ? password[..(AccountRules.LongestPassword + 1)] : password;
}
