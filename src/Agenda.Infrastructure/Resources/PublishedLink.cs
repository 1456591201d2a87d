using Agenda.Domain;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Infrastructure.Resources;

/// <summary>What readers get to know of a live link, once its session is published and its time has come.</summary>
public sealed record PublishedLink(SessionLinkId Id, SessionId Session, ContributionId? Contribution, Link To, Instant? VisibleFrom)
    : PublishedResource(Session, Contribution, VisibleFrom);
