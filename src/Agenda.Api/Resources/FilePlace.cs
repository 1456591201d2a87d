using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Resources;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>Where a file is to be put, and what is there already.</summary>
/// <param name="Contribution">Null for the session as a whole.</param>
internal sealed record FilePlace(ConferenceId Conference, SessionId Session, ContributionId? Contribution)
{
    /// <summary>Says that there is no such session or contribution; null where there is.</summary>
    public async Task<ProblemHttpResult?> MissingAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        if (!await db.Sessions.AnyAsync(s => s.ConferenceId == Conference && s.Id == Session, cancellation))
            return Problems.Missing("session", Session.Value);
        if (Contribution is { } contribution && !await db.Sessions.AnyAsync(s => s.Id == Session && s.Contributions.Any(c => c.Id == contribution), cancellation))
            return Problems.Missing("contribution", contribution.Value);
        return null;
    }

    /// <summary>How many files this very session or contribution has.</summary>
    public Task<int> FilesAsync(AgendaDbContext db, CancellationToken cancellation) => Here(db).CountAsync(cancellation);

    public async Task<int> NextOrderAsync(AgendaDbContext db, CancellationToken cancellation) => (await Here(db).MaxAsync(f => (int?)f.Order, cancellation) ?? 0) + 1;

    public Task<long> BytesOfConferenceAsync(AgendaDbContext db, CancellationToken cancellation) =>
        db.SessionFiles.Where(f => f.ConferenceId == Conference).SumAsync(f => f.Size, cancellation);

    private IQueryable<SessionFile> Here(AgendaDbContext db) => db.SessionFiles.Where(f => f.SessionId == Session && f.ContributionId == Contribution);
}
