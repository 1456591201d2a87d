using NodaTime;

namespace Agenda.Domain.Conferences;

/// <summary>A room in which sessions take place, or a virtual one that people join from anywhere.</summary>
public sealed class Room
{
    private Room()
    {
    }

    public Room(Conference conference, string slug, RoomFacts facts)
    {
        Id = RoomId.New();
        ConferenceId = conference.Id;
        Slug = slug;
        Set(facts);
    }

    /// <summary>Brings one back that is gone, under its old id.</summary>
    internal Room(RoomId id, Conference conference, string slug, RoomFacts facts)
        : this(conference, slug, facts) => Id = id;

    public RoomId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>The room's name in addresses and filters; unique within the conference.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public BuildingId? BuildingId { get; private set; }

    /// <summary>Seats; null when not known.</summary>
    public int? Capacity { get; private set; }

    /// <summary>Rooms stand in rising order, and by name where it is equal.</summary>
    public int Order { get; private set; }

    /// <summary>Whether the room is an online meeting rather than a place.</summary>
    public bool Virtual { get; private set; }

    /// <summary>The rooms that this one is combined of; it is busy when one of them is. Empty for a single room.</summary>
    public IReadOnlyList<RoomId> Parts { get; private set; } = [];

    /// <summary>Empty for a room that is always open.</summary>
    public IReadOnlyList<OpeningHours> OpeningHours { get; private set; } = [];

    /// <summary>Where sessions in this room are joined online, unless they say otherwise; never public.</summary>
    public string? JoinUrl { get; private set; }

    /// <summary>When that was last changed; null for never.</summary>
    public Instant? JoinChangedAt { get; private set; }

    /// <summary>What the last file said that it was imported from, as marks by which a newer file and edits made here are told apart; null when entered here.</summary>
    public string? ImportedAs { get; private set; }

    /// <summary>Rises with every edit; the entity tag of the room.</summary>
    public int Version { get; private set; } = 1;

    public void Revise(string slug, RoomFacts facts)
    {
        Slug = slug;
        Set(facts);
        Version++;
    }

    /// <summary>Keeps marks of what a file said. No edit: nothing that anybody sees changes.</summary>
    public void RememberImport(string marks) => ImportedAs = marks;

    /// <summary>Says where sessions in this room are joined online, as a part of adding or revising.</summary>
    public void Join(string? url, Instant now)
    {
        if (url == JoinUrl)
            return;

        JoinUrl = url;
        JoinChangedAt = now;
    }

    private void Set(RoomFacts facts)
    {
        Name = facts.Name;
        BuildingId = facts.Building?.Id;
        Capacity = facts.Capacity;
        Order = facts.Order;
        Virtual = facts.Virtual;
        // The lists themselves where nothing changes: a new one counts as an edit.
        if (!Parts.SequenceEqual(facts.Parts))
            Parts = facts.Parts;
        if (!OpeningHours.SequenceEqual(facts.OpeningHours))
            OpeningHours = facts.OpeningHours;
    }
}

/// <summary>What an organiser says of a room.</summary>
public sealed record RoomFacts(string Name, Building? Building, int? Capacity, int Order, bool Virtual)
{
    public IReadOnlyList<RoomId> Parts { get; init; } = [];

    public IReadOnlyList<OpeningHours> OpeningHours { get; init; } = [];
}
