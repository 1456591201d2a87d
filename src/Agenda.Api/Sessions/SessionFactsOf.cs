using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>Looks up what a session request names by code, slug and id.</summary>
internal static class SessionFactsOf
{
    /// <summary>The facts, or the name that the conference does not know. <paramref name="edited"/> is the session that is edited, if any.</summary>
    public static async Task<(SessionFacts? Facts, Refusal? Refusal)> ResolveAsync(
        SessionRequest request, Session? edited, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var type = await db.SessionTypes.AsNoTracking().SingleOrDefaultAsync(t => t.ConferenceId == conference.Id && t.Code == request.Type, cancellation);
        if (type is null)
            return (null, SessionRefusals.UnknownType(request.Type));

        Track? track = null;
        if (request.Track is { } slug && (track = await db.Tracks.AsNoTracking().SingleOrDefaultAsync(t => t.ConferenceId == conference.Id && t.Slug == slug, cancellation)) is null)
            return (null, SessionRefusals.UnknownTrack(slug));

        var unknown = await UnknownPeopleAsync(request, conference.Id, db, cancellation);
        if (unknown.Count > 0)
            return (null, SessionRefusals.UnknownPeople(unknown));

        if (request.Contributions.FirstOrDefault(c => c.Id is { } id && edited?.Contributions.Any(had => had.Id.Value == id) != true) is { Id: { } stranger })
            return (null, SessionRefusals.UnknownContribution(stranger));

        return (Of(request, type, track), null);
    }

    private static async Task<List<Guid>> UnknownPeopleAsync(SessionRequest request, ConferenceId conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var named = request.People.Select(id => new PersonId(id)).ToList();
        if (named.Count == 0)
            return [];

        // As one parameter: a session of a large collaboration names more people than either database takes parameters.
        var known = await db.People.Where(p => p.ConferenceId == conference && EF.Parameter(named).Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation);
        return [.. named.Except(known).Select(id => id.Value)];
    }

    /// <summary>The facts, where all that the request names is known.</summary>
    public static SessionFacts Of(SessionRequest request, SessionType type, Track? track) => new(request.Code, request.Title, type)
    {
        Track = track,
        Language = request.Language,
        Abstract = request.Abstract,
        Status = request.Status,
        Seats = request.Seats,
        Chairs = [.. request.Chairs.Select(id => new PersonId(id))],
        Discussants = [.. request.Discussants.Select(id => new PersonId(id))],
        Contributions = Numbered(request.Contributions),
        Resources = LinkEntry.ToDomain(request.Resources),
    };

    // Contributions without a code of their own get the lowest numbers that are free.
    private static ContributionFacts[] Numbered(IReadOnlyList<ContributionEntry> entries)
    {
        var taken = entries.Select(c => c.Code).ToHashSet();
        var number = 0;
        return [.. entries.Select(c => new ContributionFacts(c.Code ?? Next(), c.Title)
        {
            Id = c.Id is { } id ? new ContributionId(id) : null,
            Abstract = c.Abstract,
            Minutes = c.Minutes,
            Authors = [.. c.Authors.Select(a => new AuthorFacts(new PersonId(a.Person), a.Presenting))],
        })];

        string Next()
        {
            while (!taken.Add($"{++number}"))
            {
            }

            return $"{number}";
        }
    }
}
