using Agenda.Api.Http;
using Agenda.Domain.Conferences;
using Agenda.Domain.Text;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Conferences;

/// <summary>Adds a conference.</summary>
internal static class AddConference
{
    public static void Map(RouteGroupBuilder organisers) => organisers.MapPost("/conferences", HandleAsync).WithSummary("Add a conference");

    private static async Task<Results<TaggedCreated<ConferenceResponse>, ProblemHttpResult>> HandleAsync(
        ConferenceRequest request, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (Slug.IsReserved(request.Slug))
            return Problems.Refused(ConferenceRefusals.SlugReserved(request.Slug));
        if (await db.Conferences.AnyAsync(c => c.Slug == request.Slug, cancellation))
            return Problems.Refused(ConferenceRefusals.SlugTaken("conference", request.Slug));

        var conference = new Conference(request.Slug, request.Facts);
        conference.ShowJoinLinks(request.JoinLinksInFeeds, clock.Now());
        db.Conferences.Add(conference);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}", conference.Version, await ConferenceResponse.ReadAsync(db, conference, clock.Now(), cancellation));
    }
}
