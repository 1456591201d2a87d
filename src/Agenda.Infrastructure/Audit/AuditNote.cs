using System.Collections;
using Agenda.Domain;

namespace Agenda.Infrastructure.Audit;

/// <summary>
/// That something was done to one thing. EF's saves note their own; whoever changes rows without them, or does what leaves no row, says it
/// with <see cref="AgendaDbContext.Note"/>.
/// </summary>
/// <param name="Kind">One of <see cref="AuditKinds"/>.</param>
/// <param name="Act">Null where the thing was neither added nor changed nor removed.</param>
public sealed record AuditNote(string Kind, AuditAct? Act)
{
    /// <summary>The field that tells whom somebody was merged with, by id.</summary>
    public const string MergedPerson = "mergedPerson";

    /// <summary>Null for what concerns the installation.</summary>
    public ConferenceId? Conference { get; init; }

    public Guid? Subject { get; init; }

    /// <summary>What the thing is called: a text, or the id of something else that it is called by.</summary>
    public object? Label { get; init; }

    public SessionId? Session { get; init; }

    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}

/// <summary>What a field held before and after. Lists are whole lists; null is nothing.</summary>
/// <param name="Field">In the API's spelling; fields of contributions are <c>contributions[CODE].title</c>, those of the placement <c>placement.room</c>.</param>
public sealed record AuditChange(string Field, object? Before, object? After)
{
    /// <summary>Null where nothing differs; an empty text or list is nothing.</summary>
    internal static AuditChange? Of(string field, object? before, object? after) =>
        Equals(before, after) || (IsNothing(before) && IsNothing(after)) ? null : new(field, before, after);

    /// <summary>Null where nothing differs; an empty list is nothing.</summary>
    internal static AuditChange? OfLists<T>(string field, IReadOnlyList<T> before, IReadOnlyList<T> after) =>
        before.SequenceEqual(after) ? null : new(field, before.Count == 0 ? null : before, after.Count == 0 ? null : after);

    private static bool IsNothing(object? value) => value is null or "" || (value is IEnumerable list and not string && !list.Cast<object>().Any());
}

public enum AuditAct
{
    Added,
    Changed,
    Removed,
}

/// <summary>The kinds of things that the trace tells of.</summary>
public static class AuditKinds
{
    public const string Conference = "conference";
    public const string Building = "building";
    public const string Room = "room";
    public const string Track = "track";
    public const string SessionType = "session type";
    public const string Person = "person";
    public const string Session = "session";
    public const string SessionFile = "file";
    public const string SessionLink = "link";
    public const string ConflictPolicy = "conflict policy";
    public const string SessionConstraint = "session constraint";
    public const string Acknowledgement = "acknowledgement";
    public const string Release = "release";
    public const string Account = "account";
    public const string Membership = "membership";
    public const string Invitation = "invitation";
    public const string ApiToken = "API token";
}
