namespace Agenda.Domain.Conferences;

/// <summary>A point on the earth in degrees of WGS 84, north and east positive.</summary>
public sealed record Coordinates(double Latitude, double Longitude)
{
    public const double MostLatitude = 90, MostLongitude = 180;
}
