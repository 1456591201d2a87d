using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.SessionTypes;

/// <summary>Changes what is said of a session type.</summary>
internal static class EditSessionType
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/session-types/{typeId:guid}", HandleAsync).WithSummary("Edit a session type");

    private static async Task<Results<TaggedOk<SessionTypeResponse>, ProblemHttpResult>> HandleAsync(
        Guid typeId, SessionTypeRequest request, IfMatch ifMatch, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionTypeId(typeId);
        if (await db.SessionTypes.SingleOrDefaultAsync(t => t.ConferenceId == conference.Id && t.Id == id, cancellation) is not { } type)
            return Problems.Missing("session type", typeId);

        if (ifMatch.Refuses(type.Version, () => SessionTypeResponse.Of(type)) is { } stale)
            return stale;

        if (await db.SessionTypes.AnyAsync(t => t.ConferenceId == conference.Id && t.Code == request.Code && t.Id != id, cancellation))
            return Problems.Refused(ConferenceRefusals.CodeTaken("session type", request.Code));

        var before = (type.Plenary, type.Parallel, type.Break, type.NeedsChair);
        type.Revise(request.Code, request.Facts);
        var changes = await conflicts.AroundAsync(before != (type.Plenary, type.Parallel, type.Break, type.NeedsChair), () => db.SaveChangesAsync(cancellation), cancellation);
        return Tagged.Ok(type.Version, SessionTypeResponse.Of(type) with { Conflicts = changes });
    }
}
