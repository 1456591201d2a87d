using Agenda.Api.Tests.Security;
using Agenda.Api.Tests.Web.Accounts;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Web.Organise;

/// <summary>Somebody in front of the console.</summary>
internal static class ConsoleReader
{
    private static int unique;

    /// <summary>A browser of somebody new with a role in a conference.</summary>
    /// <param name="host">The service.</param>
    /// <param name="slug">The conference.</param>
    /// <param name="role">What they are there.</param>
    /// <param name="person">For a chair, who they are in the programme.</param>
    /// <param name="language">What the browser prefers.</param>
    public static async Task<Browser> SignedInAsync(AgendaHost host, string slug, ConferenceRole role, Guid? person = null, string? language = null)
    {
        var account = await Somebody.WithPasswordAsync(host, $"reader.{role}.{Interlocked.Increment(ref unique)}@example.org", "Somebody Signed In");
        await new AccountsOf(host).MemberAsync(account, slug, role, person);
        return await Browser.SignedInAsync(host, account.Email!, language: language);
    }
}
