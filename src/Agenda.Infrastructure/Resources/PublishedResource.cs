using Agenda.Domain;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Infrastructure.Resources;

/// <summary>What belongs to a session or to one of its contributions, and to no release: a file or a live link.</summary>
/// <param name="Contribution">Null for the session as a whole.</param>
/// <param name="VisibleFrom">Null for at once.</param>
public abstract record PublishedResource(SessionId Session, ContributionId? Contribution, Instant? VisibleFrom)
{
    public bool IsVisibleAt(Instant now) => VisibleFrom is not { } from || from <= now;

    /// <summary>Whether the session, which is its own, has what it belongs to.</summary>
    internal bool IsIn(PublishedSession session) => Contribution is not { } contribution || session.Contributions.Any(c => c.Released.Id == contribution);
}
