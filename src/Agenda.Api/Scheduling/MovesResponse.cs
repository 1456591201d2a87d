using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Api.Scheduling;

/// <summary>What became of moves, or would become of them.</summary>
public sealed record MovesResponse
{
    /// <summary>Whether they were only tried: nothing was saved then.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The sessions in the order of the moves, where they are now.</summary>
    public required IReadOnlyList<MovedSession> Sessions { get; init; }

    /// <summary>Conflicts that were not there before.</summary>
    public required IReadOnlyList<ConflictResponse> Caused { get; init; }

    /// <summary>Conflicts that are there no longer, as they were.</summary>
    public required IReadOnlyList<ConflictResponse> Solved { get; init; }

    /// <summary>False only where there are more conflicts than are looked for.</summary>
    public required bool Complete { get; init; }

    /// <summary>How many attendees have starred sessions that were not at the same time and now would be. Breaks and what is not confirmed do not count.</summary>
    public required int NewlyClashing { get; init; }

    internal static MovesResponse Of(bool dryRun, IReadOnlyList<MovedSession> sessions, ConflictChanges conflicts, int newlyClashing) => new()
    {
        DryRun = dryRun,
        Sessions = sessions,
        Caused = conflicts.Caused,
        Solved = conflicts.Solved,
        Complete = conflicts.Complete,
        NewlyClashing = newlyClashing,
    };
}

/// <summary>Where a session is.</summary>
/// <param name="Version">For the next edit; after a dry run the present one.</param>
/// <param name="Placement">Null while the session has no slot.</param>
public sealed record MovedSession(Guid Id, string Code, int Version, PlacementResponse? Placement)
{
    internal static IReadOnlyList<MovedSession> All(IEnumerable<(Session Session, Placement? Placement)> moves, Timetable timetable)
    {
        var rooms = timetable.Rooms.ToDictionary(r => r.Id, r => r.Room.Slug);
        return [.. moves.Select(m => new MovedSession(m.Session.Id.Value, m.Session.Code, m.Session.Version, PlacementResponse.Of(m.Placement, rooms, timetable.Zone)))];
    }
}

/// <summary>What became of the caller's last edit when it was taken back, or would become of it.</summary>
public sealed record UndoResponse
{
    /// <summary>What was taken back.</summary>
    public required UndoneEdit Undone { get; init; }

    /// <summary>Whether it was only tried: nothing was saved then.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The sessions of the edit, where they are again.</summary>
    public required IReadOnlyList<MovedSession> Sessions { get; init; }

    /// <summary>The sessions that the edit had added and that are gone again.</summary>
    public required IReadOnlyList<ConflictSession> Removed { get; init; }

    /// <summary>Conflicts that were not there before.</summary>
    public required IReadOnlyList<ConflictResponse> Caused { get; init; }

    /// <summary>Conflicts that are there no longer, as they were.</summary>
    public required IReadOnlyList<ConflictResponse> Solved { get; init; }

    /// <summary>False only where there are more conflicts than are looked for.</summary>
    public required bool Complete { get; init; }

    /// <summary>As in the answer to moves.</summary>
    public required int NewlyClashing { get; init; }

    internal static UndoResponse Of(ProgrammeEdit edit, MovesResponse moves, IReadOnlyList<ConflictSession> removed) => new()
    {
        Undone = new(edit.Operation, edit.At),
        DryRun = moves.DryRun,
        Sessions = moves.Sessions,
        Removed = removed,
        Caused = moves.Caused,
        Solved = moves.Solved,
        Complete = moves.Complete,
        NewlyClashing = moves.NewlyClashing,
    };
}

/// <summary>An edit by its operation of this contract, such as <c>moveSessions</c>, and when it was made.</summary>
public sealed record UndoneEdit(string Operation, Instant At);
