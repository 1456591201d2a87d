using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
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
            if (await ConferenceOfAsync(id, sources.Agendas, cancellation) is not { } conference)
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

    // What is published counts, as everywhere: a draft is no more there than a session that never was, and one that is only taken out of the
    // programme so far is there still.
    private static async Task<ConferenceId?> ConferenceOfAsync(SessionId session, PublishedAgendas agendas, CancellationToken cancellation)
    {
        await agendas.EnsureKnownAsync(cancellation);
        foreach (var slug in agendas.Slugs)
        {
            if (await agendas.NewestAsync(slug, cancellation) is { } agenda && agenda.PlaceOf(session) is not null)
                return agenda.Conference.Id;
        }

        return null;
    }
}
