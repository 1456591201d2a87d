using Agenda.Infrastructure.Accounts;

namespace Agenda.Api.Web.Accounts;

/// <summary>The stamps of an account: what was signed in under an older one is not any more, and of two edits at once one is handled again.</summary>
internal static class Stamps
{
    public static void Renew(Account account) => (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.CreateVersion7().ToString("N"), Guid.CreateVersion7().ToString());

    /// <summary>For edits after which whoever is signed in stays so.</summary>
    public static void NoteEdit(Account account) => account.ConcurrencyStamp = Guid.CreateVersion7().ToString();
}
