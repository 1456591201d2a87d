using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tracks;

/// <summary>What an organiser says of a track.</summary>
public sealed record TrackRequest
{
    public required string Name { get; init; }

    /// <summary>The track's name in addresses and filters; made of its name unless said.</summary>
    public string? Slug { get; init; }

    /// <summary>Such as <c>#3a7bd5</c>.</summary>
    public string? Colour { get; init; }

    internal sealed class Rules : AbstractValidator<TrackRequest>
    {
        public Rules()
        {
            RuleFor(t => t.Name).Said(Limits.Name);
            RuleFor(t => t.Slug).Slug();
            RuleFor(t => t.Colour).Colour();
        }
    }
}

/// <summary>A track of the programme.</summary>
public sealed record TrackResponse(Guid Id, string Slug, string Name, string? Colour, int Version)
{
    internal static IQueryable<TrackResponse> From(IQueryable<Track> tracks) =>
        tracks.AsNoTracking().Select(t => new TrackResponse(t.Id.Value, t.Slug, t.Name, t.Colour, t.Version));

    internal static TrackResponse Of(Track track) => new(track.Id.Value, track.Slug, track.Name, track.Colour, track.Version);
}
