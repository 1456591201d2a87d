using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.MyAgendas;

/// <summary>Gives the feed of an agenda of one's own another address.</summary>
internal static class ReplaceFeedToken
{
    public static void Map(RouteGroupBuilder mine) => mine.MapPost("/feed-token", HandleAsync)
        .WithSummary("Replace the address of the feed")
        .WithDescription("The present address is worthless at once: calendars that read it have to subscribe to the new one.");

    private static async Task<Results<Ok<MyFeedResponse>, ProblemHttpResult>> HandleAsync(
        HttpContext http, EditedMyAgenda edited, MyAgendaTokens tokens, MyFeeds feeds, PublicAddress address, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await edited.LoadAsync(cancellation) is not { } mine)
            return EditedMyAgenda.Unknown(http);

        var (before, token) = (mine.FeedHash, await tokens.NewAsync(MyAgendaToken.Feed, cancellation));
        mine.ReplaceFeedToken(Secret.HashOf(token));
        await db.SaveChangesAsync(cancellation);
        feeds.Forget(before);
        return TypedResults.Ok(MyFeedResponse.Of(token, address));
    }
}
