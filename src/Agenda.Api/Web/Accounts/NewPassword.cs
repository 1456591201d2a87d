using Agenda.Api.Security;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Agenda.Api.Web.Accounts;

/// <summary>A password that somebody chooses, typed twice.</summary>
internal static class NewPassword
{
    public const string Field = "newPassword", Repeated = "repeated";

    /// <summary>How many different characters a password has at the least.</summary>
    private const int Different = 4;

    /// <summary>Reads it, and says in the form what is wrong with it.</summary>
    public static string Of(PostedForm form)
    {
        var password = form.Exactly(Field);
        if (password.Length < AccountRules.ShortestPassword)
            form.Wrong(Field, Phrases.Fill(AccountWords.PasswordTooShort, AccountRules.ShortestPassword));
        else if (password.Length > AccountRules.LongestPassword)
            form.Wrong(Field, Phrases.Fill(AccountWords.PasswordTooLong, AccountRules.LongestPassword));
        else if (password.Distinct().Count() < Different)
            form.Wrong(Field, AccountWords.PasswordTooAlike);
        else if (form.Exactly(Repeated) != password)
            form.Wrong(Repeated, AccountWords.PasswordsDiffer);
        return password;
    }

    /// <summary>Gives an account the password; whoever is signed in with the old one is not any more.</summary>
    public static void Set(UserManager<Account> accounts, Account account, string password)
    {
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        Stamps.Renew(account);
    }
}
