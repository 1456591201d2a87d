using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling.Conflicts;

namespace Agenda.Infrastructure.Releases;

/// <summary>A programme to publish, and how.</summary>
public sealed record PublishOrder(Publication Publication)
{
    /// <summary>Which older releases are kept afterwards.</summary>
    public ReleaseRetention Retention { get; init; } = ReleaseRetention.All;

    /// <summary>Whether to work out everything and save nothing.</summary>
    public bool Preview { get; init; }
}

/// <summary>What was published or, in a preview, would be; or why nothing is.</summary>
public sealed record PublishOutcome
{
    /// <summary>Null where there is none, which <see cref="Refusal"/> explains; a preview has one also where conflicts stand in its way.</summary>
    public ReleaseDocument? Release { get; init; }

    /// <summary>The release before it; null before the first.</summary>
    public ReleaseDocument? Previous { get; init; }

    public Refusal? Refusal { get; init; }

    /// <summary>Null where there was nothing to look at.</summary>
    public ReleaseGate? Gate { get; init; }

    /// <summary>What the people are called whom the conflicts that stand in the way are about, also those whom the same transaction has added.</summary>
    public IReadOnlyDictionary<PersonId, string> Names { get; init; } = new Dictionary<PersonId, string>();

    internal static IReadOnlyDictionary<PersonId, string> NamesOf(IEnumerable<Conflict> conflicts, Programme programme)
    {
        var asked = conflicts.Select(c => c.Person).OfType<PersonId>().ToHashSet();
        return programme.People.Where(p => asked.Contains(p.Id)).ToDictionary(p => p.Id, p => Person.NameOf(p.GivenName, p.FamilyName));
    }
}
