using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.MyAgendas;

/// <summary>Stars a session; one that is starred stays so.</summary>
internal static class PutStar
{
    public static void Map(RouteGroupBuilder mine) => mine.MapPut("/stars/{sessionId:guid}", HandleAsync)
        .WithSummary("Star a session")
        .WithDescription("By its id, as the agenda says it. Starring it again changes nothing. Answers with all that is starred and what clashes.");

    private static async Task<Results<Ok<MyAgendaResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, HttpContext http, EditedMyAgenda edited, MyFeeds feeds, AgendaDbContext db, MyAgendaSources sources, TimeProvider clock, CancellationToken cancellation)
    {
        if (await edited.LoadAsync(cancellation) is not { } mine)
            return EditedMyAgenda.Unknown(http);

        switch (await Starring.PutAsync(db, mine, new SessionId(sessionId), sources.Agendas, clock.Now(), null, cancellation))
        {
            case Starred.Unknown:
                return Problems.Missing("session", sessionId);
            case Starred.TooMany:
                return Problems.Refused(MyAgendaRefusals.TooManyStars());
            case Starred.Done:
                feeds.Forget(mine.FeedHash);
                break;
        }

        return TypedResults.Ok(await MyAgendaResponse.ReadAsync(mine, db, sources, cancellation));
    }
}
