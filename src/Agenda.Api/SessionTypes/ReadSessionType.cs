using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.SessionTypes;

/// <summary>One session type with its ETag.</summary>
internal static class ReadSessionType
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/session-types/{typeId:guid}", HandleAsync).WithSummary("Read a session type");

    private static async Task<Results<TaggedOk<SessionTypeResponse>, ProblemHttpResult>> HandleAsync(Guid typeId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionTypeId(typeId);
        return await SessionTypeResponse.From(db.SessionTypes.Where(t => t.ConferenceId == conference.Id && t.Id == id)).SingleOrDefaultAsync(cancellation) is { } type
            ? Tagged.Ok(type.Version, type)
            : Problems.Missing("session type", typeId);
    }
}
