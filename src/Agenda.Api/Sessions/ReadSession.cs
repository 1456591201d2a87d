using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Sessions;

/// <summary>One session as it is entered, with its ETag.</summary>
internal static class ReadSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/sessions/{sessionId:guid}", HandleAsync).WithSummary("Read a session as it is entered");

    private static async Task<Results<TaggedOk<SessionResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionId(sessionId);
        var found = await SessionResponse.ListAsync(db, conference, conference.SeenSessions.Where(s => s.Id == id), cancellation);
        return found is [var session] ? Tagged.Ok(session.Version, session) : Problems.Missing("session", sessionId);
    }
}
