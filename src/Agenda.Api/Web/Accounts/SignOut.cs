using Agenda.Api.Security;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Signs this browser out; a copy of its cookie opens nothing afterwards.</summary>
internal static class SignOut
{
    public const string Path = "/sign-out";

    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, AgendaDbContext db, CancellationToken cancellation)
    {
        var present = Caller.Of(http.User)!.SignedIn;
        await db.SignedIn.Where(s => s.Id == present).ExecuteDeleteAsync(cancellation);
        await http.SignOutAsync(Callers.Cookie);
        return new SeeOther(LocalAddress.Of(form[LocalAddress.Parameter], $"{SignIn.Path}?{Done.Parameter}=signed-out"));
    }
}
