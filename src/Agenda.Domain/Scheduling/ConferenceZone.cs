using NodaTime;
using NodaTime.TimeZones;

namespace Agenda.Domain.Scheduling;

/// <summary>The time zone of a conference: the one place where wall time becomes an instant.</summary>
public sealed class ConferenceZone
{
    private readonly DateTimeZone zone;

    private ConferenceZone(DateTimeZone zone) => this.zone = zone;

    /// <summary>The version of the zone rules in use, such as "TZDB: 2026f (mapping: …)".</summary>
    public static string RulesVersion => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>The IANA name, such as "Europe/Dublin".</summary>
    public string Id => zone.Id;

    /// <summary>All its offsets, for those who write them down.</summary>
    public DateTimeZone Rules => zone;

    /// <summary>The zone of that IANA name, or null.</summary>
    public static ConferenceZone? Find(string? id) => id is { Length: > 0 } && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone ? new(zone) : null;

    /// <summary>The zone of that IANA name, which is known to exist because it was checked when it was entered.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">The zone rules in use no longer know the name.</exception>
    public static ConferenceZone Of(string id) => new(DateTimeZoneProviders.Tzdb[id]);

    /// <summary>A slot at that wall time, or why there is none: the zone skips it, has it twice, or has another offset then.</summary>
    public Asked Slot(LocalDateTime localStart, int minutes, Offset? offset = null)
    {
        var mapping = zone.MapLocal(localStart);
        return (mapping.Count, offset) switch
        {
            (0, _) => new(SchedulingRefusals.Skipped(localStart, Id)),
            (1, null) => new(new TimeSlot(localStart, minutes)),
            (1, { } said) => said == mapping.Single().Offset ? new(new TimeSlot(localStart, minutes)) : new(SchedulingRefusals.OtherOffset(localStart, said, Id, mapping)),
            (_, null) => new(SchedulingRefusals.Repeated(localStart, Id, mapping)),
            (_, { } said) => said == mapping.First().Offset || said == mapping.Last().Offset
                ? new(new TimeSlot(localStart, minutes, said))
                : new(SchedulingRefusals.OtherOffset(localStart, said, Id, mapping)),
        };
    }

    /// <summary>The slots at that wall time: none where the zone skips it, two where it has it twice.</summary>
    public IReadOnlyList<TimeSlot> SlotsAt(LocalDateTime localStart, int minutes)
    {
        var mapping = zone.MapLocal(localStart);
        return mapping.Count switch
        {
            0 => [],
            1 => [new TimeSlot(localStart, minutes)],
            _ => [new TimeSlot(localStart, minutes, mapping.First().Offset), new TimeSlot(localStart, minutes, mapping.Last().Offset)],
        };
    }

    /// <summary>When a slot really is, or null where the zone skips its start or has it twice and no offset is said.</summary>
    public SlotTimes? Resolve(TimeSlot slot)
    {
        var mapping = zone.MapLocal(slot.LocalStart);
        ZonedDateTime start;
        if (mapping.Count == 1)
            start = mapping.Single();
        else if (mapping.Count == 2 && slot.Offset == mapping.First().Offset)
            start = mapping.First();
        else if (mapping.Count == 2 && slot.Offset == mapping.Last().Offset)
            start = mapping.Last();
        else
            return null;

        return new SlotTimes(start, start.PlusMinutes(slot.Minutes));
    }

    /// <summary>Why <see cref="Resolve"/> has no answer for the slot; null when it has one.</summary>
    public Refusal? WhyUnresolved(TimeSlot slot)
    {
        var mapping = zone.MapLocal(slot.LocalStart);
        return Resolve(slot) is not null ? null
            : mapping.Count == 0 ? SchedulingRefusals.Skipped(slot.LocalStart, Id)
            : SchedulingRefusals.Repeated(slot.LocalStart, Id, mapping);
    }

    /// <summary>The wall time, offset and abbreviation ("GMT", "IST") at an instant.</summary>
    public ZonedDateTime At(Instant instant) => instant.InZone(zone);

    /// <summary>When a wall time is, for rough limits such as opening hours: the first of two, and for one that is skipped the moment that the clocks show instead. Seconds of Unix time.</summary>
    internal long Leniently(LocalDateTime local) => zone.AtLeniently(local).ToInstant().ToUnixTimeSeconds();

    /// <summary>When a day begins, which is not midnight everywhere. Seconds of Unix time.</summary>
    internal long StartOf(LocalDate day) => zone.AtStartOfDay(day).ToInstant().ToUnixTimeSeconds();

    /// <summary>The abbreviation in use at an instant, such as "IST" for Dublin in July and "GMT" in January.</summary>
    public string Abbreviation(Instant instant) => zone.GetZoneInterval(instant).Name;

    /// <summary>What became of a wish for a slot: the slot, or the reason why not.</summary>
    public readonly record struct Asked(TimeSlot? Slot, Refusal? Refusal)
    {
        internal Asked(TimeSlot slot) : this(slot, null)
        {
        }

        internal Asked(Refusal refusal) : this(null, refusal)
        {
        }
    }
}

/// <summary>Start and end of a slot in its zone; the end is the start plus the elapsed minutes, so it is right across a change of the clocks.</summary>
public readonly record struct SlotTimes(ZonedDateTime Start, ZonedDateTime End);
