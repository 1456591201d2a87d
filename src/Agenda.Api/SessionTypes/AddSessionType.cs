using Agenda.Api.Http;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.SessionTypes;

/// <summary>Adds a session type.</summary>
internal static class AddSessionType
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/session-types", HandleAsync).WithSummary("Add a session type");

    private static async Task<Results<TaggedCreated<SessionTypeResponse>, ProblemHttpResult>> HandleAsync(
        SessionTypeRequest request, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await db.SessionTypes.AnyAsync(t => t.ConferenceId == conference.Id && t.Code == request.Code, cancellation))
            return Problems.Refused(ConferenceRefusals.CodeTaken("session type", request.Code));

        var type = new SessionType(conference.Conference, request.Code, request.Facts);
        db.SessionTypes.Add(type);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}/session-types/{type.Id.Value}", type.Version, SessionTypeResponse.Of(type));
    }
}
