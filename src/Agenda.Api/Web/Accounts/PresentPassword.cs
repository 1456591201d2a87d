using Agenda.Api.Security;
using Agenda.Infrastructure.Accounts;

namespace Agenda.Api.Web.Accounts;

/// <summary>The password of whoever is signed in, asked again before what would help a stranger at their desk most.</summary>
internal static class PresentPassword
{
    public const string Field = "password";

    /// <summary>Says in the form when it is wrong.</summary>
    public static async Task CheckAsync(PostedForm form, Account account, PasswordCheck check, CancellationToken cancellation)
    {
        if (!await check.ConfirmAsync(account, form.Exactly(Field), cancellation))
            form.Wrong(Field, AccountWords.PasswordIsNotYours);
    }
}
