using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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

        var id = new SessionId(sessionId);
        if (!await db.Stars.AnyAsync(s => s.MyAgendaId == mine.Id && s.SessionId == id, cancellation))
        {
            if (await ConferenceOfAsync(id, db, sources, cancellation) is not { } conference)
                return Problems.Missing("session", sessionId);
            if (await db.Stars.CountAsync(s => s.MyAgendaId == mine.Id, cancellation) >= MyAgenda.MostStars)
                return Problems.Refused(MyAgendaRefusals.TooManyStars());

            db.Stars.Add(new Star(mine.Id, conference, id, clock.Now()));
            mine.Changed(clock.Now());
            await db.SaveChangesAsync(cancellation);
            feeds.Forget(mine.FeedHash);
        }

        return TypedResults.Ok(await MyAgendaResponse.ReadAsync(mine, db, sources, cancellation));
    }

    // A draft is no more there than a session that never was.
    private static async Task<ConferenceId?> ConferenceOfAsync(SessionId session, AgendaDbContext db, MyAgendaSources sources, CancellationToken cancellation)
    {
        var found = await db.Sessions.AsNoTracking().Where(s => s.Id == session)
            .Join(db.Conferences.AsNoTracking(), s => s.ConferenceId, c => c.Id, (_, c) => new { c.Id, c.Slug }).SingleOrDefaultAsync(cancellation);
        return found is not null && (await sources.Agendas.NewestAsync(found.Slug, cancellation))?.PlaceOf(session) is not null ? found.Id : null;
    }
}
