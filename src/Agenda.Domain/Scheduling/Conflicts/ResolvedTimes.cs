namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>When slots really are, each worked out once: most sessions of a programme start at the same few times.</summary>
internal sealed class ResolvedTimes(ConferenceZone zone)
{
    private readonly Dictionary<TimeSlot, SlotTimes?> known = [];

    public SlotTimes? Of(TimeSlot slot)
    {
        if (!known.TryGetValue(slot, out var times))
            known[slot] = times = zone.Resolve(slot);
        return times;
    }
}
