using System.Text.Json.Serialization;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.SessionTypes;

/// <summary>What an organiser says of a session type.</summary>
public sealed record SessionTypeRequest
{
    /// <summary>The prefix of its sessions' codes, such as <c>MC</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Such as <c>#3a7bd5</c>.</summary>
    public string? Colour { get; init; }

    /// <summary>The usual length of its sessions in minutes.</summary>
    public int? DefaultMinutes { get; init; }

    /// <summary>May run in several rooms at once.</summary>
    public bool Plenary { get; init; }

    /// <summary>Several may share one room at one time, as posters do.</summary>
    public bool Parallel { get; init; }

    /// <summary>A pause: coffee, lunch.</summary>
    public bool Break { get; init; }

    /// <summary>Whether a session of this type without a chair is not complete.</summary>
    public bool NeedsChair { get; init; }

    internal SessionTypeFacts Facts => new(Name, Colour, DefaultMinutes, Plenary, Parallel, Break, NeedsChair);

    internal sealed class Rules : AbstractValidator<SessionTypeRequest>
    {
        public Rules()
        {
            RuleFor(t => t.Code).Code();
            RuleFor(t => t.Name).Said(Limits.Name);
            RuleFor(t => t.Colour).Colour();
            RuleFor(t => t.DefaultMinutes).InclusiveBetween(TimeSlot.ShortestMinutes, TimeSlot.LongestMinutes);
        }
    }
}

/// <summary>A session type of the programme.</summary>
public sealed record SessionTypeResponse(Guid Id, string Code, string Name, string? Colour, int? DefaultMinutes, bool Plenary, bool Parallel, bool Break, bool NeedsChair, int Version)
{
    /// <summary>What the edit did to the conflicts of the programme; only in the answer to an edit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConflictChanges? Conflicts { get; init; }

    internal static IQueryable<SessionTypeResponse> From(IQueryable<SessionType> types) => types.AsNoTracking().Select(t => new SessionTypeResponse(
        t.Id.Value, t.Code, t.Name, t.Colour, t.DefaultMinutes, t.Plenary, t.Parallel, t.Break, t.NeedsChair, t.Version));

    internal static SessionTypeResponse Of(SessionType t) => new(t.Id.Value, t.Code, t.Name, t.Colour, t.DefaultMinutes, t.Plenary, t.Parallel, t.Break, t.NeedsChair, t.Version);
}
