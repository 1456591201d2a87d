using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Releases;

/// <summary>What would be published, and what stands in its way.</summary>
public sealed record PublishPreviewResponse
{
    /// <summary>The number that the release would have.</summary>
    public required int Number { get; init; }

    /// <summary>The release that it is compared with; 0 before the first.</summary>
    public required int Since { get; init; }

    /// <summary>How many sessions it would have, cancelled ones included.</summary>
    public required int Sessions { get; init; }

    /// <summary>What would change, session by session.</summary>
    public required IReadOnlyList<ChangeOfSession> Changes { get; init; }

    /// <summary>The same by person: everybody with a role, before or after, in a session that would change.</summary>
    public required IReadOnlyList<ChangesForPerson> People { get; init; }

    /// <summary>The errors that would refuse it, the first 100 of them.</summary>
    public required IReadOnlyList<ConflictResponse> Conflicts { get; init; }

    /// <summary>How many errors would refuse it; with none it would be published.</summary>
    public required int Count { get; init; }

    /// <summary>How many warnings there are among what would be published.</summary>
    public required int Warnings { get; init; }

    /// <summary>How many conflicts there are among what would be published that are mere information.</summary>
    public required int Information { get; init; }

    internal static PublishPreviewResponse Of(PublishOutcome outcome, IReadOnlyList<ConflictResponse> standing, string slug, PublicAddress address)
    {
        var (older, newer) = (outcome.Previous is { } previous ? new PublishedAgenda(previous) : null, new PublishedAgenda(outcome.Release!));
        var changes = ReleaseChanges.Between(older?.Document ?? newer.Document with { Sessions = [] }, newer.Document);
        return new PublishPreviewResponse
        {
            Number = newer.Document.Number,
            Since = older?.Document.Number ?? 0,
            Sessions = newer.Document.Sessions.Count,
            Changes = [.. changes.Select(c => ChangeOfSession.Of(c, older, newer, slug, address))],
            People = ChangesForPerson.Of(changes, older?.Document, newer.Document),
            Conflicts = standing,
            Count = outcome.Gate!.Standing.Count,
            Warnings = outcome.Gate.Of(Severity.Warning),
            Information = outcome.Gate.Of(Severity.Information),
        };
    }
}

/// <summary>What would change for one person.</summary>
public sealed record ChangesForPerson(Guid Id, string Name, IReadOnlyList<ChangedSession> Sessions)
{
    internal static IReadOnlyList<ChangesForPerson> Of(IReadOnlyList<SessionChange> changes, ReleaseDocument? older, ReleaseDocument newer)
    {
        var known = (older?.People ?? []).Concat(newer.People).GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.Last());
        return [.. changes.SelectMany(change => PeopleOf(change).Select(person => (Person: known[person], Session: ChangedSession.Of(change))))
            .GroupBy(c => c.Person.Id).OrderBy(g => g.First().Person.SortKey, StringComparer.Ordinal)
            .Select(g => new ChangesForPerson(g.Key.Value, Person.NameOf(g.First().Person.GivenName, g.First().Person.FamilyName), [.. g.Select(c => c.Session)]))];
    }

    private static IEnumerable<PersonId> PeopleOf(SessionChange change) => new[] { change.Before, change.After }.OfType<ReleasedSession>()
        .SelectMany(ReleasedSessions.PeopleOf).Distinct();
}

/// <summary>A session, and in which ways it would change.</summary>
public sealed record ChangedSession(Guid Id, string Code, string Title, IReadOnlyList<ChangeKind> Kinds)
{
    internal static ChangedSession Of(SessionChange change) => new(change.Session.Id.Value, change.Session.Code, change.Session.Title, change.Kinds);
}
