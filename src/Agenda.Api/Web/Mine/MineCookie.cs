using Agenda.Api.Http;

namespace Agenda.Api.Web.Mine;

/// <summary>
/// What a browser keeps of its reader's own agenda: the edit token and the token of its feed. Sent to this site alone, and never by another site's
/// forms; on the reader's own device, so that there need be no account.
/// </summary>
internal sealed record MineCookie(string Edit, string Feed)
{
    private const string Name = "agenda-mine", TlsName = "__Host-agenda-mine";

    // As long as browsers keep anything; the agenda itself is forgotten long before.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static MineCookie? Of(HttpContext http, PublicAddress address) =>
        http.Request.Cookies[NameFor(address)]?.Split('~') is [{ Length: > 0 } edit, { Length: > 0 } feed] ? new(edit, feed) : null;

    /// <summary>Whether the browser sent one, of whatever worth.</summary>
    public static bool IsIn(HttpContext http) => http.Request.Cookies.ContainsKey(Name) || http.Request.Cookies.ContainsKey(TlsName);

    public void Keep(HttpContext http, PublicAddress address) => http.Response.Cookies.Append(NameFor(address), $"{Edit}~{Feed}", Options(address));

    public static void Forget(HttpContext http, PublicAddress address) => http.Response.Cookies.Delete(NameFor(address), Options(address));

    private static string NameFor(PublicAddress address) => address.IsTls ? TlsName : Name;

    private static CookieOptions Options(PublicAddress address) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Kept,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = address.IsTls,
    };
}
