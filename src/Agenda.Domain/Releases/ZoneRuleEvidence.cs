using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;

namespace Agenda.Domain.Releases;

/// <summary>What a release says of the zone rules by which it was published, and where those in use now say otherwise.</summary>
public static class ZoneRuleEvidence
{
    /// <summary>Whether a release was published by other zone rules than those in use now.</summary>
    public static bool IsOfOtherRules(ReleaseDocument release) => release.TzdbVersion != ConferenceZone.RulesVersion;

    /// <summary>The starts that a release published; none where its zone rules are still in use.</summary>
    public static IReadOnlyDictionary<SessionId, PublishedStart> StartsOf(ReleaseDocument? release) =>
        release is null || !IsOfOtherRules(release)
            ? new Dictionary<SessionId, PublishedStart>()
            : release.Sessions.Where(s => s is { LocalStart: not null, PublishedStart: not null })
                .ToDictionary(s => s.Id, s => new PublishedStart(s.LocalStart!.Value, s.Offset, s.PublishedStart!.Value));

    /// <summary>The sessions of a release that start at another moment by the zone rules in use now.</summary>
    public static IEnumerable<PublishedSession> Moved(PublishedAgenda agenda) =>
        !IsOfOtherRules(agenda.Document) ? [] : agenda.Sessions.Where(s => s.Released.PublishedStart is { } published && s.Times?.Start.ToInstant() != published);
}
