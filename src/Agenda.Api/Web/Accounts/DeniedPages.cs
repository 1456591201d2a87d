using System.Net;
using Agenda.Api.Http;
using Agenda.Api.Security;

namespace Agenda.Api.Web.Accounts;

/// <summary>What people see in a browser who are not let in.</summary>
internal static class DeniedPages
{
    /// <summary>Leads to where one signs in, and back afterwards; what was sent by a form is not sent again.</summary>
    public static Task ToSignInAsync(HttpContext http)
    {
        var request = http.Request;
        var asked = HttpMethods.IsGet(request.Method) ? LocalAddress.Of(request.Path.ToUriComponent() + request.QueryString.ToUriComponent()) : LocalAddress.Usual;
        return new SeeOther(LocalAddress.Via(SignIn.Path, asked)).ExecuteAsync(http);
    }

    public static Task RefuseAsync(HttpContext http, Denial? denial)
    {
        var page = Pages.Show<RefusedPage>(http, new() { [nameof(RefusedPage.Code)] = denial?.Code, [nameof(RefusedPage.Reason)] = ReasonOf(http, denial) }, status: HttpStatusCode.Forbidden);
        Pages.WriteHeaders(http.Response);
        return page.ExecuteAsync(http);
    }

    /// <summary>For whoever tries too often.</summary>
    public static Task HurryAsync(HttpContext http, int seconds)
    {
        var page = Pages.Show<RefusedPage>(
            http,
            new()
            {
                [nameof(RefusedPage.Code)] = RefusedPage.TooMany,
                [nameof(RefusedPage.Reason)] = Phrases.Fill(AccountWords.RefusedHurry, seconds),
            },
            status: HttpStatusCode.TooManyRequests);
        Pages.WriteHeaders(http.Response);
        return page.ExecuteAsync(http);
    }

    private static string? ReasonOf(HttpContext http, Denial? denial) => denial is null ? null
        : http.GetRouteValue("slug") is string slug ? AccountRefusalWords.Of(denial.Code, denial.Message, slug, http.RequestServices.GetRequiredService<EditedConference>().Role)
        : AccountRefusalWords.Of(denial.Code, denial.Message);
}
