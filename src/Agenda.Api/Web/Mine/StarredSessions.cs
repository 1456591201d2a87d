using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Mine;

/// <summary>Tells the scripts of pages, which are the same for everybody, what their reader starred.</summary>
internal static class StarredSessions
{
    public static async Task<Ok<StarredSessionsResponse>> ReadAsync(HttpContext http, AgendaDbContext db, PublicAddress address, CancellationToken cancellation) =>
        TypedResults.Ok(new StarredSessionsResponse(MineCookie.Of(http, address) is { } cookie ? await OfAsync(cookie, db, cancellation) : []));

    private static async Task<IReadOnlyList<Guid>> OfAsync(MineCookie cookie, AgendaDbContext db, CancellationToken cancellation)
    {
        var hash = Security.Secret.HashOf(cookie.Edit);
        var stars = await db.Stars.AsNoTracking().Where(s => db.MyAgendas.Any(m => m.Id == s.MyAgendaId && m.EditHash == hash)).Select(s => s.SessionId).ToListAsync(cancellation);
        return [.. stars.Select(s => s.Value)];
    }
}

/// <summary>The ids of the sessions that a reader starred, of all conferences.</summary>
public sealed record StarredSessionsResponse(IReadOnlyList<Guid> Stars);
