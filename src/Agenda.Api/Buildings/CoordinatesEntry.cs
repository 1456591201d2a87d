using Agenda.Domain.Conferences;
using FluentValidation;

namespace Agenda.Api.Buildings;

/// <summary>A point on the earth in degrees of WGS 84.</summary>
public sealed record CoordinatesEntry
{
    /// <summary>North positive.</summary>
    public required double Latitude { get; init; }

    /// <summary>East positive.</summary>
    public required double Longitude { get; init; }

    internal static CoordinatesEntry? Of(Coordinates? coordinates) =>
        coordinates is null ? null : new CoordinatesEntry { Latitude = coordinates.Latitude, Longitude = coordinates.Longitude };

    internal Coordinates ToDomain() => new(Latitude, Longitude);

    internal sealed class Rules : AbstractValidator<CoordinatesEntry>
    {
        public Rules()
        {
            RuleFor(c => c.Latitude).InclusiveBetween(-Coordinates.MostLatitude, Coordinates.MostLatitude);
            RuleFor(c => c.Longitude).InclusiveBetween(-Coordinates.MostLongitude, Coordinates.MostLongitude);
        }
    }
}
