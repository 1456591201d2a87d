using Agenda.Domain;
using Agenda.Domain.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>The people whose changes are asked for; nobody in particular asks for all.</summary>
internal sealed class PeopleAskedFor
{
    private readonly List<(string Said, PersonId? Id)> asked;
    private readonly HashSet<PersonId> ids;

    private PeopleAskedFor(List<(string, PersonId?)> asked)
    {
        this.asked = asked;
        ids = [.. this.asked.Where(a => a.Id is not null).Select(a => a.Id!.Value)];
    }

    public bool IsEverybody => asked.Count == 0;

    /// <summary>In an order that does not depend on how they were said.</summary>
    public IEnumerable<PersonId> Ids => ids.OrderBy(id => id.Value);

    public static PeopleAskedFor Of(IEnumerable<string> values) =>
        new([.. values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => (v, Guid.TryParse(v, out var id) ? new PersonId(id) : (PersonId?)null))]);

    /// <summary>The first who is in neither release.</summary>
    public string? UnknownIn(params IEnumerable<PublishedAgenda?> releases)
    {
        if (IsEverybody)
            return null;

        var known = releases.Where(r => r is not null).SelectMany(r => r!.Document.People).Select(p => p.Id).ToHashSet();
        return UnknownIn(known);
    }

    /// <summary>The first of whom neither the newest release nor the history of releases knows.</summary>
    public string? UnknownIn(ReleaseHistory history, PublishedAgenda newest) =>
        IsEverybody ? null : UnknownIn([.. history.People, .. newest.Document.People.Select(p => p.Id)]);

    private string? UnknownIn(HashSet<PersonId> known) => asked.FirstOrDefault(a => a.Id is not { } id || !known.Contains(id)).Said;

    public bool Concern(IReadOnlyList<PersonId> people) => IsEverybody || people.Any(ids.Contains);
}
