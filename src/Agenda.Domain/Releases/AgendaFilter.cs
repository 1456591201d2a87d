namespace Agenda.Domain.Releases;

/// <summary>
/// Which sessions of a release are asked for: values of one kind are alternatives, different kinds all have to hold, and an empty list does
/// not restrict. Rooms and tracks by slug, types by code, people by id.
/// </summary>
public sealed record AgendaFilter
{
    public IReadOnlyList<string> Days { get; init; } = [];

    public IReadOnlyList<string> Rooms { get; init; } = [];

    public IReadOnlyList<string> Tracks { get; init; } = [];

    public IReadOnlyList<string> Types { get; init; } = [];

    public IReadOnlyList<string> People { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Each is a set of words that must all occur.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    public bool IsEmpty => Days.Count + Rooms.Count + Tracks.Count + Types.Count + People.Count + Languages.Count + Queries.Count == 0;
}

/// <summary>What a filter selects: places in <see cref="PublishedAgenda.Sessions"/> in rising order, or the value that the release does not know.</summary>
public readonly record struct AgendaSelection(IReadOnlyList<int> Sessions, UnknownFilterValue? Unknown);

/// <summary>A value of a filter that the release does not know, such as a room that does not exist.</summary>
public sealed record UnknownFilterValue(string Parameter, string Value);
