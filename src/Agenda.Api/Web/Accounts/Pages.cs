using System.Net;
using Agenda.Api.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Web.Accounts;

/// <summary>How the pages of accounts are shown.</summary>
internal static class Pages
{
    /// <summary>A page; with a form that is shown again because something is wrong with it, it is a 400.</summary>
    public static RazorComponentResult<T> Show<T>(HttpContext http, Dictionary<string, object?>? parameters = null, PostedForm? posted = null, HttpStatusCode? status = null)
        where T : AccountPage
    {
        var visitor = Caller.Of(http.User) is { } caller ? new Visitor(caller.Name, caller.Administrator) : null;
        // What may be kept of the answer is said last, by WriteHeaders; until then nothing, so that nothing is warned of.
        http.Response.Headers.Remove("Cache-Control");
        var csrf = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
        parameters ??= [];
        parameters[nameof(AccountPage.Visit)] = new Visit(http.Request.Path, csrf, visitor, posted, Done.Sentence(http.Request.Query[Done.Parameter]));
        return new(parameters) { StatusCode = (int)(status ?? (posted is { IsGood: false } ? HttpStatusCode.BadRequest : HttpStatusCode.OK)), PreventStreamingRendering = true };
    }

    /// <summary>For pages that are open to everybody: says who reads this one.</summary>
    public static async Task<Caller?> RecogniseAsync(HttpContext http)
    {
        if ((await http.AuthenticateAsync(Callers.Cookie)).Principal is { } principal)
            http.User = principal;
        return Caller.Of(http.User);
    }

    /// <summary>What every page of accounts carries, the refused ones included.</summary>
    public static void WriteHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = SecurityHeaders.ForPages;
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
