using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.MyAgendas;

/// <summary>Makes an agenda of one's own, without an account.</summary>
internal static class AddMyAgenda
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/my-agendas", HandleAsync)
        .WithSummary("Make an agenda of your own")
        .WithDescription(
            "Without an account, and empty at first. Answers with two tokens, which are shown this once: the edit token reads and changes what is starred, in any conference of the installation; "
            + "the feed token stands in the address of a calendar and opens nothing else. It is kept until some time after the last conference in it (`keptUntil`).")
        .WithMetadata(new MakesMyAgenda());

    private static async Task<Created<MyAgendaTokensResponse>> HandleAsync(
        HttpContext http, MyAgendaTokens tokens, PublicAddress address, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var (edit, feed) = (await tokens.NewAsync(MyAgendaToken.Edit, cancellation), await tokens.NewAsync(MyAgendaToken.Feed, cancellation));
        db.MyAgendas.Add(new MyAgenda(Secret.HashOf(edit), Secret.HashOf(feed), clock.Now()));
        await db.SaveChangesAsync(cancellation);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created("/api/v1/my-agendas/mine", new MyAgendaTokensResponse(edit, MyFeedResponse.Of(feed, address)));
    }
}

/// <summary>The two secrets of an agenda of one's own.</summary>
/// <param name="EditToken">For <c>Authorization: Bearer</c>; whoever has it may change what is starred.</param>
/// <param name="Feed">The calendar to subscribe to; whoever has its address may read it.</param>
public sealed record MyAgendaTokensResponse(string EditToken, MyFeedResponse Feed);

/// <summary>Marks what makes an agenda of one's own: everybody may, so one address may not make any number.</summary>
/// <param name="does">Whether a request makes one; all do unless said.</param>
internal sealed class MakesMyAgenda(Func<HttpContext, bool>? does = null)
{
    public bool IsMadeBy(HttpContext http) => does?.Invoke(http) ?? true;
}
