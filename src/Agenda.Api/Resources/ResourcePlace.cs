using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Resources;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>Where a file or link is to be put, and what is there already.</summary>
/// <param name="Contribution">Null for the session as a whole.</param>
internal sealed record ResourcePlace(ConferenceId Conference, SessionId Session, ContributionId? Contribution)
{
    public static ResourcePlace Of(ConferenceId conference, Guid session, Guid? contribution) =>
        new(conference, new SessionId(session), contribution is { } id ? new ContributionId(id) : null);

    /// <summary>Says that there is no such session or contribution; null where there is.</summary>
    public async Task<ProblemHttpResult?> MissingAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        if (!await db.Sessions.AnyAsync(s => s.ConferenceId == Conference && s.Id == Session, cancellation))
            return Problems.Missing("session", Session.Value);
        if (Contribution is { } contribution && !await db.Sessions.AnyAsync(s => s.Id == Session && s.Contributions.Any(c => c.Id == contribution), cancellation))
            return Problems.Missing("contribution", contribution.Value);
        return null;
    }

    /// <summary>The files of this very session or contribution.</summary>
    public IQueryable<SessionFile> Files(AgendaDbContext db) => db.SessionFiles.Where(f => f.SessionId == Session && f.ContributionId == Contribution);

    /// <summary>The live links of this very session or contribution.</summary>
    public IQueryable<SessionLink> Links(AgendaDbContext db) => db.SessionLinks.Where(l => l.SessionId == Session && l.ContributionId == Contribution);

    public Task<long> BytesOfConferenceAsync(AgendaDbContext db, CancellationToken cancellation) =>
        db.SessionFiles.Where(f => f.ConferenceId == Conference).SumAsync(f => f.Size, cancellation);
}
