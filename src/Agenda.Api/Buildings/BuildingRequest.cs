using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Buildings;

/// <summary>What an organiser says of a building.</summary>
public sealed record BuildingRequest
{
    /// <summary>Unique in the conference; blanks around it do not count, since not every database tells them apart.</summary>
    public required string Name { get; init => field = value?.Trim()!; }

    /// <summary>Where it is, as one would tell a taxi driver.</summary>
    public string? Address { get; init; }

    /// <summary>Where it stands, for maps.</summary>
    public CoordinatesEntry? Coordinates { get; init; }

    internal sealed class Rules : AbstractValidator<BuildingRequest>
    {
        public Rules()
        {
            RuleFor(b => b.Name).Said(Limits.Name);
            RuleFor(b => b.Address).Line(Limits.Address);
            RuleFor(b => b.Coordinates!).SetValidator(new CoordinatesEntry.Rules()).When(b => b.Coordinates is not null);
        }
    }
}

/// <summary>A building of the programme.</summary>
public sealed record BuildingResponse(Guid Id, string Name, string? Address, int Version)
{
    /// <summary>Where it stands; null when not known.</summary>
    public CoordinatesEntry? Coordinates { get; init; }

    internal static IQueryable<BuildingResponse> From(IQueryable<Building> buildings) =>
        buildings.AsNoTracking().Select(b => new BuildingResponse(b.Id.Value, b.Name, b.Address, b.Version)
        {
            Coordinates = b.Latitude == null || b.Longitude == null ? null : new CoordinatesEntry { Latitude = b.Latitude.Value, Longitude = b.Longitude.Value },
        });

    internal static BuildingResponse Of(Building building) => new(building.Id.Value, building.Name, building.Address, building.Version)
    {
        Coordinates = CoordinatesEntry.Of(building.Coordinates),
    };
}
