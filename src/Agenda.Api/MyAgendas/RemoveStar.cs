using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.MyAgendas;

/// <summary>Takes the star from a session; where there is none, that is as well.</summary>
internal static class RemoveStar
{
    public static void Map(RouteGroupBuilder mine) => mine.MapDelete("/stars/{sessionId:guid}", HandleAsync)
        .WithSummary("Take the star from a session")
        .WithDescription("Whether it had one or not. Answers with all that is starred and what clashes.");

    private static async Task<Results<Ok<MyAgendaResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, HttpContext http, EditedMyAgenda edited, MyFeeds feeds, AgendaDbContext db, MyAgendaSources sources, TimeProvider clock, CancellationToken cancellation)
    {
        if (await edited.LoadAsync(cancellation) is not { } mine)
            return EditedMyAgenda.Unknown(http);

        if (await Starring.RemoveAsync(db, mine, new SessionId(sessionId), clock.Now(), null, cancellation))
            feeds.Forget(mine.FeedHash);

        return TypedResults.Ok(await MyAgendaResponse.ReadAsync(mine, db, sources, cancellation));
    }
}
