using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain.Conferences;
using Agenda.Domain.Text;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Conferences;

/// <summary>Changes what is said of a conference. Its public pages follow with the next release.</summary>
internal static class EditConference
{
    public static void Map(RouteGroupBuilder organisers) => organisers.MapPut("/conferences/{slug}", HandleAsync).WithSummary("Edit a conference");

    private static async Task<Results<TaggedOk<ConferenceResponse>, ProblemHttpResult>> HandleAsync(
        string slug, ConferenceRequest request, IfMatch ifMatch, ConflictWatch conflicts, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Conferences.SingleOrDefaultAsync(c => c.Slug == slug, cancellation) is not { } conference)
            return Problems.Missing("conference", slug);

        var current = await ConferenceResponse.ReadAsync(db, conference, clock.Now(), cancellation);
        if (ifMatch.Refuses(conference.Version, () => current) is { } stale)
            return stale;

        if (Slug.IsReserved(request.Slug))
            return Problems.Refused(ConferenceRefusals.SlugReserved(request.Slug));
        if (await db.Conferences.AnyAsync(c => c.Slug == request.Slug && c.Id != conference.Id, cancellation))
            return Problems.Refused(ConferenceRefusals.SlugTaken("conference", request.Slug));
        if (conference.Rename(request.Slug, published: current.Release is not null) is { } refusal)
            return Problems.Refused(refusal);

        var before = (conference.TimeZone, conference.FirstDay, conference.LastDay);
        conference.Revise(request.Facts);
        conference.ShowJoinLinks(request.JoinLinksInFeeds, clock.Now());
        var changes = await conflicts.AroundAsync(before != (conference.TimeZone, conference.FirstDay, conference.LastDay), () => db.SaveChangesAsync(cancellation), cancellation, conference);
        return Tagged.Ok(conference.Version, await ConferenceResponse.ReadAsync(db, conference, clock.Now(), cancellation) with { Conflicts = changes });
    }
}
