using Agenda.Domain.Conferences;
using Agenda.Domain.Sessions;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>A session as conflicts see it: where and when it is, who has to be there, and what it needs. Cancelled sessions are none.</summary>
public sealed class PlannedSession
{
    internal PlannedSession(PlannedSessionFacts facts, SessionType type, PlannedRoom? room, IReadOnlyList<RoleOfPerson> people, SlotTimes? times)
    {
        Facts = facts;
        Type = type;
        Room = room;
        People = people;
        Times = times;
        if (times is { } resolved)
            (Start, End) = (resolved.Start.ToInstant().ToUnixTimeSeconds(), resolved.End.ToInstant().ToUnixTimeSeconds());
    }

    public PlannedSessionFacts Facts { get; }

    public SessionId Id => Facts.Id;

    public string Code => Facts.Code;

    public SessionType Type { get; }

    public PlannedRoom? Room { get; }

    /// <summary>Everybody with a role in it, each once.</summary>
    public IReadOnlyList<RoleOfPerson> People { get; }

    public TimeSlot? Slot => Facts.Slot;

    /// <summary>When it really is; null without a slot, and where the zone does not say when the slot is.</summary>
    public SlotTimes? Times { get; }

    public bool HasTime => Times is not null;

    public bool IsConfirmed => Facts.Status == SessionStatus.Confirmed;

    public int Arrangement => Facts.Arrangement;

    /// <summary>Seconds of Unix time; only where it <see cref="HasTime"/>.</summary>
    internal long Start { get; }

    internal long End { get; }

    /// <summary>Orders sessions by start, then end; one of two that begin and end together comes first by its code.</summary>
    internal static int InTime(PlannedSession a, PlannedSession b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? a.End.CompareTo(b.End) : string.CompareOrdinal(a.Code, b.Code);

    internal ProgrammeRoles RolesOf(PersonId person)
    {
        foreach (var role in People)
        {
            if (role.Person == person)
                return role.Roles;
        }

        return ProgrammeRoles.None;
    }
}

/// <summary>What is stored of a session as far as it matters to conflicts.</summary>
public sealed record PlannedSessionFacts(SessionId Id, string Code, SessionStatus Status, SessionTypeId Type)
{
    public TrackId? Track { get; init; }

    public RoomId? Room { get; init; }

    public TimeSlot? Slot { get; init; }

    public int? Seats { get; init; }

    /// <summary>The sum of the lengths of its contributions that say one.</summary>
    public int ContributionMinutes { get; init; }

    public int Arrangement { get; init; }
}

/// <summary>All that somebody does in a session.</summary>
public readonly record struct RoleOfPerson(PersonId Person, ProgrammeRoles Roles);
