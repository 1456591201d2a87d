using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.SessionTypes;

/// <summary>Removes a session type that nothing uses.</summary>
internal static class RemoveSessionType
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/session-types/{typeId:guid}", HandleAsync).WithSummary("Remove a session type");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid typeId, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionTypeId(typeId);
        if (await db.SessionTypes.SingleOrDefaultAsync(t => t.ConferenceId == conference.Id && t.Id == id, cancellation) is not { } type)
            return Problems.Missing("session type", typeId);

        if (ifMatch.Refuses(type.Version, () => SessionTypeResponse.Of(type)) is { } stale)
            return stale;

        if (await db.Sessions.CountAsync(s => s.ConferenceId == conference.Id && s.TypeId == id, cancellation) is > 0 and var sessions)
            return Problems.Refused(ConferenceRefusals.InUse("session type", type.Name, sessions));

        db.SessionTypes.Remove(type);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
