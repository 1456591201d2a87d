namespace Agenda.Domain.Conferences;

/// <summary>A building in which rooms are.</summary>
public sealed class Building
{
    private Building()
    {
    }

    public Building(Conference conference, string name, string? address)
    {
        Id = BuildingId.New();
        ConferenceId = conference.Id;
        Name = name;
        Address = address;
    }

    public BuildingId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>Unique within the conference.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the building is, as one would tell a taxi driver.</summary>
    public string? Address { get; private set; }

    /// <summary>Rises with every edit; the entity tag of the building.</summary>
    public int Version { get; private set; } = 1;

    public void Revise(string name, string? address)
    {
        Name = name;
        Address = address;
        Version++;
    }
}
