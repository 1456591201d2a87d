using System.Net;
using Microsoft.AspNetCore.Antiforgery;

namespace Agenda.Api.Web.Accounts;

/// <summary>
/// Forms that anybody may send must have come from our own page in the same browser as well: else another site could sign its visitors in
/// to an account that is not theirs. Where somebody is signed in, the rights are checked together with that.
/// </summary>
internal static class FormOfOurs
{
    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Pages.Show<RefusedPage>(http, new() { [nameof(RefusedPage.Code)] = RefusedPage.Forged }, status: HttpStatusCode.BadRequest);
    }
}
