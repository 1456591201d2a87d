using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;

namespace Agenda.Api.Web.Accounts;

/// <summary>Who acts without being signed in: the owner of the account that a link belongs to, or makes.</summary>
internal static class LinkHolder
{
    /// <param name="account">The account.</param>
    /// <param name="via">The kind of link.</param>
    /// <param name="http">The request.</param>
    public static AuditActor Of(Account account, string via, HttpContext http) => new(account.Id, account.Name, via, http.Connection.RemoteIpAddress?.ToString());
}
