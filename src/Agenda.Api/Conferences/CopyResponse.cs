using Agenda.Domain.Conferences;

namespace Agenda.Api.Conferences;

/// <summary>A conference that begins as a copy of another.</summary>
public sealed record CopyResponse
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    /// <summary>By how many weeks all dates have moved.</summary>
    public required int Weeks { get; init; }

    public required CopyCounts Copied { get; init; }

    /// <summary>What was asked for and could not be taken, or not whole.</summary>
    public required IReadOnlyList<LeftOutResponse> LeftOut { get; init; }
}

/// <summary>How many of what were copied.</summary>
/// <param name="Placements">The sessions that have a slot.</param>
public sealed record CopyCounts(int Buildings, int Rooms, int SessionTypes, int Tracks, int People, int Sessions, int Placements, int Constraints, int Members)
{
    internal static CopyCounts Of(ConferenceCopy copy, int constraints, int members) => new(
        copy.Buildings.Count, copy.Rooms.Count, copy.Types.Count, copy.Tracks.Count, copy.People.Count, copy.Sessions.Count, copy.Sessions.Count(s => s.Slot is not null), constraints, members);
}

/// <summary>Something that was not copied, or not whole.</summary>
/// <param name="Kind"><c>person</c>, <c>session</c>, <c>member</c>, or <c>placement</c> for a session that was copied without its slot.</param>
/// <param name="Id">Of the copied conference; for a placement, of the new session.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Code">Why, for programs.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record LeftOutResponse(string Kind, Guid Id, string Label, string Code, string Reason)
{
    internal static LeftOutResponse Of(LeftOutOfCopy l) => new(l.Kind, l.Id, l.Label, l.Why.Code, l.Why.Reason);
}
