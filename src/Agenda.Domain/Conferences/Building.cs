namespace Agenda.Domain.Conferences;

/// <summary>A building in which rooms are.</summary>
public sealed class Building
{
    private Building()
    {
    }

    public Building(Conference conference, string name, string? address, Coordinates? coordinates = null)
    {
        Id = BuildingId.New();
        ConferenceId = conference.Id;
        Set(name, address, coordinates);
    }

    public BuildingId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>Unique within the conference.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the building is, as one would tell a taxi driver.</summary>
    public string? Address { get; private set; }

    /// <summary>Degrees north, WGS 84; null when not known.</summary>
    public double? Latitude { get; private set; }

    /// <summary>Degrees east, WGS 84; null when not known.</summary>
    public double? Longitude { get; private set; }

    public Coordinates? Coordinates => Latitude is { } latitude && Longitude is { } longitude ? new(latitude, longitude) : null;

    /// <summary>Rises with every edit; the entity tag of the building.</summary>
    public int Version { get; private set; } = 1;

    public void Revise(string name, string? address, Coordinates? coordinates)
    {
        Set(name, address, coordinates);
        Version++;
    }

    private void Set(string name, string? address, Coordinates? coordinates)
    {
        Name = name;
        Address = address;
        Latitude = coordinates?.Latitude;
        Longitude = coordinates?.Longitude;
    }
}
