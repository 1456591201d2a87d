using Agenda.Domain;
using Agenda.Domain.Sessions;

namespace Agenda.Infrastructure.Audit;

/// <summary>Who is in a session and what it consists of, in order, at one moment.</summary>
internal sealed record SessionParts(IReadOnlyList<PersonId> Chairs, IReadOnlyList<PersonId> Discussants, IReadOnlyList<SessionTalk> Talks)
{
    public static SessionParts None { get; } = new([], [], []);

    public static SessionParts Of(Session session) => new(
        InRole(session, SessionRole.Chair),
        InRole(session, SessionRole.Discussant),
        [.. session.Contributions.OrderBy(c => c.Position).Select(c => new SessionTalk(
            c.Id, c.Code, c.Title, c.Abstract, c.Minutes, [.. c.Authors.OrderBy(a => a.Position).Select(a => new AuthorFacts(a.PersonId, a.Presenting))]))]);

    /// <summary>What differs afterwards. A contribution is called by the code that it had before, or has now when it is new.</summary>
    public IEnumerable<AuditChange> ChangesTo(SessionParts after)
    {
        if (AuditChange.OfLists("chairs", Chairs, after.Chairs) is { } chairs)
            yield return chairs;
        if (AuditChange.OfLists("discussants", Discussants, after.Discussants) is { } discussants)
            yield return discussants;
        if (AuditChange.OfLists("contributions", [.. Talks.Select(t => t.Code)], [.. after.Talks.Select(t => t.Code)]) is { } order)
            yield return order;

        var before = Talks.ToDictionary(talk => talk.Id);
        foreach (var talk in after.Talks)
        {
            before.Remove(talk.Id, out var was);
            foreach (var change in SessionTalk.Changes(was, talk))
                yield return change;
        }

        foreach (var change in Talks.Where(talk => before.ContainsKey(talk.Id)).SelectMany(gone => SessionTalk.Changes(gone, null)))
            yield return change;
    }

    private static PersonId[] InRole(Session session, SessionRole role) =>
        [.. session.People.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.PersonId)];
}

/// <summary>A contribution at one moment.</summary>
internal sealed record SessionTalk(ContributionId Id, string Code, string Title, string? Abstract, int? Minutes, IReadOnlyList<AuthorFacts> Authors)
{
    /// <summary>What differs; null stands for a contribution that was not there, or is no longer.</summary>
    public static IEnumerable<AuditChange> Changes(SessionTalk? before, SessionTalk? after)
    {
        var name = $"contributions[{(before ?? after)!.Code}]";
        return new[]
        {
            // Whether it was there at all is told by the list of the codes.
            before is null || after is null ? null : AuditChange.Of($"{name}.code", before.Code, after.Code),
            AuditChange.Of($"{name}.title", before?.Title, after?.Title),
            AuditChange.Of($"{name}.abstract", before?.Abstract, after?.Abstract),
            AuditChange.Of($"{name}.minutes", before?.Minutes, after?.Minutes),
            AuditChange.OfLists($"{name}.authors", before?.Authors ?? [], after?.Authors ?? []),
        }.OfType<AuditChange>();
    }
}
