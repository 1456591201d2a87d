using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.MyAgendas;

/// <summary>Marks operations for the contract: they take the edit token of an attendee's own agenda.</summary>
internal sealed class TakesEditToken;

/// <summary>The attendee's own agenda that an operation below <c>/my-agendas/mine</c> is about: whose edit token was sent as <c>Authorization: Bearer TOKEN</c>.</summary>
internal sealed class EditedMyAgenda(AgendaDbContext db, MyAgendaTokens tokens)
{
    private const string Scheme = "Bearer ";

    private byte[]? hash;

    /// <summary>As it is now; loaded again where an edit is handled again.</summary>
    public Task<MyAgenda?> LoadAsync(CancellationToken cancellation) => db.MyAgendas.SingleOrDefaultAsync(m => m.EditHash == hash, cancellation);

    /// <summary>Answers 401 without a token that can be one; whether there is such an agenda is for the operation to find.</summary>
    public static async ValueTask<object?> MustBeNamed(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var header = http.Request.Headers.Authorization.ToString();
        http.Response.Headers.CacheControl = "no-store";
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Unauthorized(http, said: false);

        var mine = http.RequestServices.GetRequiredService<EditedMyAgenda>();
        return await mine.TakeAsync(header[Scheme.Length..].Trim(), http.RequestAborted) ? await next(context) : Unauthorized(http, said: true);
    }

    /// <summary>401 for a token that is not known, whether it never was or is not any more.</summary>
    public static ProblemHttpResult Unknown(HttpContext http) => Unauthorized(http, said: true);

    private async ValueTask<bool> TakeAsync(string token, CancellationToken cancellation)
    {
        if (!await tokens.IsOursAsync(MyAgendaToken.Edit, token, cancellation))
            return false;

        hash = Secret.HashOf(token);
        return true;
    }

    private static ProblemHttpResult Unauthorized(HttpContext http, bool said)
    {
        http.Response.Headers.WWWAuthenticate = said ? "Bearer error=\"invalid_token\"" : "Bearer";
        return said
            ? Problems.Of(StatusCodes.Status401Unauthorized, "unknown-edit-token", "The edit token in Authorization is not known: it may have been replaced, or the agenda removed or expired.")
            : Problems.Of(StatusCodes.Status401Unauthorized, "edit-token-needed", "Send the edit token of the agenda: Authorization: Bearer TOKEN.");
    }
}
