using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// A schedule as it can be imported: cleaned, with everything that events refer to looked up. Times are still as the file says them: they
/// depend on the conference's zone.
/// </summary>
internal sealed record ScheduleFile(
    string? Title, LocalDate? FirstDay, LocalDate? LastDay, string? Url,
    IReadOnlyList<ScheduleRoom> Rooms, IReadOnlyList<ScheduleTrack> Tracks, IReadOnlyList<SchedulePerson> People, IReadOnlyList<ScheduleEvent> Events);

internal sealed record ScheduleRoom(string Name, int? Capacity, bool Virtual)
{
    /// <summary>The room in addresses, where the file says one that can be.</summary>
    public string? Slug { get; init; }

    /// <summary>The building's name; null where the file says none.</summary>
    public string? Building { get; init; }

    public string? Address { get; init; }

    /// <summary>The names of the rooms that it is combined of.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    public Place Where { get; init; }
}

internal sealed record ScheduleTrack(string Name, string? Slug, string? Colour);

/// <summary>Somebody in the file. Filled while the file is read: one event says the biography, another the affiliation.</summary>
internal sealed class SchedulePerson(string key, string name, Place where)
{
    /// <summary>Where the file names the person first.</summary>
    public Place Where => where;

    /// <summary>What the file calls the person, best first; the first is kept for the next import.</summary>
    public List<string> Keys { get; } = [key];

    public string Name { get; } = name;

    /// <summary>The parts of the name, where the file tells them apart.</summary>
    public (string Given, string Family)? Parts { get; set; }

    public string? Affiliation { get; set; }

    public string? Biography { get; set; }

    public string? Email { get; set; }

    public IReadOnlyList<Link> Links { get; set; } = [];

    /// <summary>The biography as the file spells it, to tell two people of one name apart.</summary>
    internal string? SaidBiography { get; set; }

    /// <summary>Whether the file has nothing but the name to know them by.</summary>
    internal bool HasOnlyName => Keys.TrueForAll(k => k.StartsWith("name:", StringComparison.Ordinal));

    internal bool HasGuid => Keys.Exists(k => k.StartsWith("guid:", StringComparison.Ordinal));
}

internal sealed record ScheduleEvent(SaidEvent Said)
{
    public Place Where => Said.Where;

    /// <summary>What the file calls the event, best first; the first is kept for the next import.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>What the session's code is made of.</summary>
    public required string CodeWish { get; init; }

    public required string Title { get; init; }

    public string? Abstract { get; init; }

    public string? Type { get; init; }

    public ScheduleTrack? Track { get; init; }

    public string? Language { get; init; }

    public ScheduleRoom? Room { get; init; }

    public IReadOnlyList<SchedulePerson> Chairs { get; init; } = [];

    public IReadOnlyList<ScheduleAuthor> Authors { get; init; } = [];

    /// <summary>Its talks and papers; null where it is one talk, or the file says nothing of them.</summary>
    public IReadOnlyList<ScheduleContribution>? Contributions { get; init; }

    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Where it is joined online; never public.</summary>
    public string? JoinUrl { get; init; }
}

internal sealed record ScheduleContribution(string Code, string Title, string? Abstract, int? Minutes, IReadOnlyList<ScheduleAuthor> Authors);

internal sealed record ScheduleAuthor(SchedulePerson Person, bool Presenting);
