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

    public string? Affiliation { get; set; }

    public string? Biography { get; set; }

    public string? Email { get; set; }

    public IReadOnlyList<Link> Links { get; set; } = [];

    /// <summary>The biography as the file spells it, to tell two people of one name apart.</summary>
    internal string? SaidBiography { get; set; }

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

    public IReadOnlyList<Link> Links { get; init; } = [];
}

internal sealed record ScheduleAuthor(SchedulePerson Person, bool Presenting);
