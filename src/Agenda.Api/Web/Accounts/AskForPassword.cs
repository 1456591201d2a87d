using Agenda.Api.Security;

namespace Agenda.Api.Web.Accounts;

/// <summary>Takes the wish for a new password. The answer is the same whoever asks, and comes at the same pace.</summary>
internal static class AskForPassword
{
    public const string Path = "/account/forgotten";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Path, IResult (HttpContext http) => Pages.Show<AskForPasswordPage>(http));
        pages.MapPost(Path, HandleAsync).WithMetadata(new SignInTry());
    }

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, ForgottenPasswords forgotten, TimeProvider clock, CancellationToken cancellation)
    {
        var pace = EvenPace.Begin(clock);
        var email = form.Email("email");
        if (!form.IsGood)
            return Pages.Show<AskForPasswordPage>(http, posted: form);

        forgotten.Note(email);
        await pace.KeepAsync(cancellation);
        return Pages.Show<PasswordAskedPage>(http);
    }
}
