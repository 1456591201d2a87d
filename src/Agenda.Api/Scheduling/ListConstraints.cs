using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Scheduling;

/// <summary>The rules between named sessions; chairs see those of their own sessions.</summary>
internal static class ListConstraints
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/constraints", HandleAsync).WithSummary("List the rules between sessions");

    private static async Task<Ok<ConstraintsResponse>> HandleAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation) => TypedResults.Ok(new ConstraintsResponse(
        await ConstraintResponse.From(db.SessionConstraints.AsNoTracking().Where(c => c.ConferenceId == conference.Id), conference.SeenSessions).ToListAsync(cancellation)));
}
