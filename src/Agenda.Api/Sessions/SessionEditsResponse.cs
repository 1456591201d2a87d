using System.Text.Json;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Sessions;

namespace Agenda.Api.Sessions;

/// <summary>What became of an edit of several sessions, or would become of it.</summary>
public sealed record SessionEditsResponse
{
    /// <summary>Whether it was only tried: nothing was saved then.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The sessions in the order of the request, as they are now.</summary>
    public required IReadOnlyList<MarkedSession> Sessions { get; init; }

    /// <summary>What it does to the conflicts of the programme.</summary>
    public required ConflictChanges Conflicts { get; init; }
}

/// <summary>What can be set on several sessions at once, as one of them has it.</summary>
/// <param name="Version">For the next edit; after a dry run the present one.</param>
/// <param name="Changes">What changed; empty for a session that had all of it already.</param>
public sealed record MarkedSession(Guid Id, string Code, int Version, string Type, string? Track, SessionStatus Status, string? Language, IReadOnlyList<MarkChange> Changes)
{
    internal static MarkedSession Of(Session session, IReadOnlyDictionary<SessionTypeId, string> types, IReadOnlyDictionary<TrackId, string> tracks) => new(
        session.Id.Value, session.Code, session.Version, types[session.TypeId], session.TrackId is { } track ? tracks[track] : null, session.Status, session.Language, []);

    /// <summary>The session afterwards, with what differs from before.</summary>
    internal MarkedSession Since(MarkedSession before) => this with
    {
        Changes = [.. new[]
        {
            MarkChange.Of("type", before.Type, Type),
            MarkChange.Of("track", before.Track, Track),
            MarkChange.Of("status", Name(before.Status), Name(Status)),
            MarkChange.Of("language", before.Language, Language),
        }.OfType<MarkChange>()],
    };

    private static string Name(SessionStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{status}");
}

/// <summary>What a field of a session was and is; null for nothing.</summary>
public sealed record MarkChange(string Field, string? Before, string? After)
{
    internal static MarkChange? Of(string field, string? before, string? after) => before == after ? null : new(field, before, after);
}
