using Agenda.Domain;
using NodaTime;

namespace Agenda.Infrastructure.Resources;

/// <summary>What readers get to know of a file, once its session is published and its time has come.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">The SHA-256 of the content in small hexadecimal digits.</param>
public sealed record PublishedFile(
    SessionFileId Id, SessionId Session, ContributionId? Contribution, string Name, string MediaType, long Size, string Hash, Instant? VisibleFrom)
    : PublishedResource(Session, Contribution, VisibleFrom);
