namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>
/// The sessions in one place by start. Parallel ones stand apart: they share a room with each other, and hundreds of posters at one time must
/// not be compared pair by pair only to find that.
/// </summary>
internal sealed class PlaceSchedule
{
    public List<PlannedSession> Alone { get; } = [];

    public List<PlannedSession> Parallel { get; } = [];

    public void Enter(PlannedSession session) => (session.Type.Parallel ? Parallel : Alone).Add(session);
}
