using Agenda.Api.Http;
using Agenda.Domain.Resources;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>Adds a live link to a session or to one of its contributions.</summary>
internal static class AddLink
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/sessions/{sessionId:guid}/links", HandleAsync)
        .WithSummary("Add a live link")
        .WithDescription(
            "It is not part of any release: readers get it at once, or from the said moment on, as long as the newest release has its session. "
            + "Links that are to be announced with the programme are the `resources` of the session.");

    private static async Task<Results<TaggedCreated<LinkResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, AddLinkRequest request, EditedConference conference, AgendaDbContext db, PublishedAgendas agendas, TimeProvider clock, CancellationToken cancellation)
    {
        var place = ResourcePlace.Of(conference.Id, sessionId, request.Contribution);
        var (link, problem) = await OneTransaction.RunAsync(db, stop => SaveAsync(place, request, db, clock, stop), cancellation);
        if (link is null)
            return problem!;

        await agendas.RefreshAsync(cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}/links/{link.Id.Value}", link.Version, LinkResponse.Of(link));
    }

    private static async Task<(SessionLink? Link, ProblemHttpResult? Problem)> SaveAsync(
        ResourcePlace place, AddLinkRequest request, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await place.MissingAsync(db, cancellation) is { } missing)
            return (null, missing);
        if (SessionLink.WhyNot(await place.Links(db).CountAsync(cancellation)) is { } refusal)
            return (null, Problems.Refused(refusal));

        var session = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == place.Session, cancellation);
        var order = (await place.Links(db).MaxAsync(l => (int?)l.Order, cancellation) ?? 0) + 1;
        var link = new SessionLink(session, place.Contribution, request.Link, order, request.VisibleFrom, clock.Now());
        db.SessionLinks.Add(link);
        await db.SaveChangesAsync(cancellation);
        return (link, null);
    }
}
