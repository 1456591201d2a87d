using System.Net;
using Agenda.Api.Http;

namespace Agenda.Api.Web.Accounts;

/// <summary>Pages that say that there is nothing here.</summary>
internal static class Missing
{
    public static IResult Page(HttpContext http) => Pages.Show<MissingAccountPage>(http, status: HttpStatusCode.NotFound);

    /// <summary>The same for every link that opens nothing, whatever became of it.</summary>
    public static IResult DeadLink(HttpContext http) => Pages.Show<DeadLinkPage>(http, status: HttpStatusCode.NotFound);

    public static ValueTask<object?> UnlessConference(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<EditedConference>().Exists ? next(context) : ValueTask.FromResult<object?>(Page(context.HttpContext));
}
