using Agenda.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Web.Accounts;

/// <summary>The second step of signing in: a one-time code of the authenticator app, or a recovery code.</summary>
internal static class SignInWithCode
{
    public const string Path = "/sign-in/code", Code = "code";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Path, ShowAsync);
        pages.MapPost(Path, HandleAsync).WithMetadata(new SignInTry());
    }

    private static async Task<IResult> ShowAsync([FromQuery(Name = LocalAddress.Parameter)] string? returnTo, HttpContext http, SecondFactor second)
    {
        var next = LocalAddress.Of(returnTo);
        return await second.PendingAsync(http) is null
            ? new SeeOther(LocalAddress.Via(SignIn.Path, next))
            : Pages.Show<SignInWithCodePage>(http, new() { [nameof(SignInWithCodePage.ReturnTo)] = next });
    }

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, SecondFactor second, SigningIn signingIn, TimeProvider clock, CancellationToken cancellation)
    {
        var pace = EvenPace.Begin(clock);
        var next = LocalAddress.Of(form[LocalAddress.Parameter]);
        if (await second.PendingAsync(http) is not { } account)
            return new SeeOther(LocalAddress.Via(SignIn.Path, next));

        if (!await second.VerifyAsync(account, form[Code], cancellation))
        {
            form.Wrong("", AccountWords.CodeIsWrong);
            await pace.KeepAsync(cancellation);
            return Pages.Show<SignInWithCodePage>(http, new() { [nameof(SignInWithCodePage.ReturnTo)] = next }, form);
        }

        await signingIn.CompleteAsync(http, account, cancellation);
        return new SeeOther(next);
    }
}
