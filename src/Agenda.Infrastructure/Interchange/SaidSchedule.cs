namespace Agenda.Infrastructure.Interchange;

/// <summary>A schedule as a file says it, whatever the format: nothing is checked or mended yet.</summary>
internal sealed class SaidSchedule
{
    public required string Format { get; init; }

    /// <summary>Whether this program wrote the file.</summary>
    public bool IsOurs { get; set; }

    /// <summary>Whether the format knows no time zone and is written in that of some server, so that it has to be asked for.</summary>
    public bool ZoneIsAsked { get; init; }

    /// <summary>Whether it tells of a part of the programme only: what it lacks is not gone.</summary>
    public bool Partial { get; init; }

    /// <summary>Whether its people are everybody who ever registered, of whom only those who are in the programme concern it.</summary>
    public bool OnlyKnownPeople { get; init; }

    public Said Title { get; set; }

    public Said Acronym { get; set; }

    public Said Url { get; set; }

    /// <summary>What relative addresses are relative to.</summary>
    public Said BaseUrl { get; set; }

    public Said Zone { get; set; }

    public Said Start { get; set; }

    public Said End { get; set; }

    /// <summary>The hour up to which sessions belong to the day before.</summary>
    public Said DayChange { get; set; }

    public Said TimeslotDuration { get; set; }

    public List<SaidRoom> Rooms { get; } = [];

    public List<SaidTrack> Tracks { get; } = [];

    /// <summary>People that are described on their own; those of events are with the events.</summary>
    public List<SaidPerson> People { get; } = [];

    public List<SaidEvent> Events { get; } = [];
}

internal sealed record SaidRoom(Said Name)
{
    public Said Guid { get; init; }

    public Said Slug { get; init; }

    public Said Capacity { get; init; }

    public bool Virtual { get; init; }

    public Said Building { get; init; }

    public Said Address { get; init; }

    /// <summary>The names of the rooms that it is combined of.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Whether it is a mere column of a day rather than described: grids have columns for rooms that stay empty.</summary>
    public bool Column { get; init; }
}

internal sealed record SaidTrack(Said Name)
{
    public Said Slug { get; init; }

    public Said Guid { get; init; }

    public Said Colour { get; init; }
}

internal sealed record SaidPerson(Place Where)
{
    public Said Guid { get; init; }

    public Said Id { get; init; }

    public Said Name { get; init; }

    /// <summary>Whether the format has nothing but the name to know people by in this place.</summary>
    public bool ByName { get; init; }

    /// <summary>Where the file tells the parts of the name from each other, as the name does not.</summary>
    public Said GivenName { get; init; }

    public Said FamilyName { get; init; }

    public Said Role { get; init; }

    public Said Affiliation { get; init; }

    public Said Biography { get; init; }

    public Said Email { get; init; }

    public IReadOnlyList<SaidLink> Links { get; init; } = [];
}

/// <summary>An address with words for it; <paramref name="Kind"/> are words to use where it has none.</summary>
internal sealed record SaidLink(Said Url, Said Title, string Kind)
{
    /// <summary>The words for the address of an event itself.</summary>
    public const string Page = "Page of the session";
}

/// <summary>A day of the file: its date, and when it begins, which may be hours after midnight.</summary>
internal sealed record SaidDay(Said Date, Said Start);

internal sealed record SaidEvent(Place Where)
{
    public Said Guid { get; init; }

    public Said Id { get; init; }

    public Said Code { get; init; }

    public Said Title { get; init; }

    public Said Subtitle { get; init; }

    public Said Abstract { get; init; }

    public Said Description { get; init; }

    public Said Type { get; init; }

    /// <summary>The track's name, slug or GUID.</summary>
    public Said Track { get; init; }

    public Said Language { get; init; }

    public Said Room { get; init; }

    public Said RoomGuid { get; init; }

    public SaidDay? Day { get; init; }

    /// <summary>Date and time, usually with the offset.</summary>
    public Said Date { get; init; }

    /// <summary>Wall time.</summary>
    public Said Start { get; init; }

    /// <summary>Date and time of the end.</summary>
    public Said End { get; init; }

    public Said Duration { get; init; }

    public IReadOnlyList<SaidPerson> People { get; init; } = [];

    /// <summary>Its talks and papers; null where the file says nothing of them.</summary>
    public IReadOnlyList<SaidContribution>? Contributions { get; init; }

    public IReadOnlyList<SaidLink> Links { get; init; } = [];

    /// <summary>Where it is joined online; never public.</summary>
    public Said JoinUrl { get; init; }
}

/// <summary>A talk or paper of an event.</summary>
internal sealed record SaidContribution(Place Where)
{
    public Said Code { get; init; }

    public Said Title { get; init; }

    public Said Abstract { get; init; }

    public int? Minutes { get; init; }

    /// <summary>Those whose role is that of a speaker present it.</summary>
    public IReadOnlyList<SaidPerson> Authors { get; init; } = [];
}
