using Agenda.Api.Scheduling;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Releases;

/// <summary>What bringing a release back into the programme did, or would do.</summary>
public sealed record RestorationResponse
{
    /// <summary>The number of the release.</summary>
    public required int Release { get; init; }

    /// <summary>Whether nothing was saved.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Which programme it is about: to be sent in order to do it.</summary>
    public required string State { get; init; }

    /// <summary>The sessions that it changes, by code; the others are already what the release says.</summary>
    public required IReadOnlyList<SessionOfRestoration> Sessions { get; init; }

    /// <summary>What comes back because sessions of the release need it.</summary>
    public required RestoredThings Restored { get; init; }

    /// <summary>What it does to the conflicts of the programme.</summary>
    public required ConflictChanges Conflicts { get; init; }

    internal static RestorationResponse Of(int number, RestorationReport report, ConflictChanges conflicts) => new()
    {
        Release = number,
        DryRun = !report.Done,
        State = report.State,
        Sessions = [.. report.Restoration.Sessions.Select(SessionOfRestoration.Of)],
        Restored = RestoredThings.Of(report.Restoration.References),
        Conflicts = conflicts,
    };
}

/// <summary>A session that changes when a release is brought back.</summary>
/// <param name="Code">What it is called before.</param>
/// <param name="Kinds">What changes; <c>removed</c> means that it came after the release and becomes a draft.</param>
/// <param name="Overwrites">Whether it was edited since the release, and that is overwritten.</param>
/// <param name="Unpublished">Whether what it is before is in no release, so that it cannot be brought back from one.</param>
/// <param name="NewCode">What it is called afterwards because a session of the release has its code; null where it keeps it, or gets that of the release.</param>
public sealed record SessionOfRestoration(Guid Id, string Code, string Title, IReadOnlyList<ChangeKind> Kinds, bool Overwrites, bool Unpublished, string? NewCode)
{
    internal static SessionOfRestoration Of(RestoredSession s) => new(s.Id.Value, s.Session.Code, s.Session.Title, s.Kinds, s.Overwrites, s.IsUnpublished, s.NewCode);
}

/// <summary>What comes back with a release: buildings by name, rooms and tracks by slug, session types by code.</summary>
public sealed record RestoredThings(
    IReadOnlyList<string> Buildings, IReadOnlyList<string> Rooms, IReadOnlyList<string> SessionTypes, IReadOnlyList<string> Tracks, IReadOnlyList<ConflictPerson> People)
{
    internal static RestoredThings Of(RestoredReferences references) => new(
        [.. references.Buildings.Select(b => b.Name)], [.. references.Rooms.Select(r => r.Slug)], [.. references.Types.Select(t => t.Code)], [.. references.Tracks.Select(t => t.Slug)],
        [.. references.People.Select(p => new ConflictPerson(p.Id.Value, p.Name))]);
}
