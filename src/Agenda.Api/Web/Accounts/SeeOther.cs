namespace Agenda.Api.Web.Accounts;

/// <summary>303: the form was taken, go on there (RFC 9110 §15.4.4). Reloading what follows sends nothing again.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
