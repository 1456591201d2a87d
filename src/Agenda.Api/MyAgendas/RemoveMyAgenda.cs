using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.MyAgendas;

/// <summary>Forgets an agenda of one's own with everything in it.</summary>
internal static class RemoveMyAgenda
{
    public static void Map(RouteGroupBuilder mine) => mine.MapDelete("", HandleAsync)
        .WithSummary("Forget your own agenda")
        .WithDescription("With its stars, its tokens and its feed, at once and for good.");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        HttpContext http, EditedMyAgenda edited, AgendaDbContext db, MyFeeds feeds, CancellationToken cancellation)
    {
        if (await edited.LoadAsync(cancellation) is not { } mine)
            return EditedMyAgenda.Unknown(http);

        db.MyAgendas.Remove(mine);
        await db.SaveChangesAsync(cancellation);
        feeds.Forget(mine.FeedHash);
        return TypedResults.NoContent();
    }
}
