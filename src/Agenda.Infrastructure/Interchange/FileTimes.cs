using Agenda.Domain;
using Agenda.Domain.Scheduling;
using NodaTime;
using NodaTime.TimeZones;

namespace Agenda.Infrastructure.Interchange;

/// <summary>When the events of a file are. An offset in the file is the truth; wall times are read in the zone.</summary>
internal sealed class FileTimes
{
    private static readonly Instant Earliest = Limits.Earliest.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() + Duration.FromDays(2);
    private static readonly Instant Latest = Limits.Latest.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() - Duration.FromDays(2);

    private readonly SaidSchedule schedule;
    private readonly DateTimeZone zone;
    private readonly ImportNotes notes;
    private readonly FileLengths lengths;
    private readonly List<(Said Where, Offset Offset)> otherOffsets = [];
    private readonly List<Said> otherStarts = [];

    public FileTimes(SaidSchedule schedule, ConferenceZone zone, ImportNotes notes)
    {
        (this.schedule, this.notes, lengths) = (schedule, notes, new FileLengths(schedule, notes));
        this.zone = DateTimeZoneProviders.Tzdb[zone.Id];
    }

    /// <summary>The times of the events in their order. Where the file contradicts itself is reported once.</summary>
    public IReadOnlyList<EventTime> OfAll(IReadOnlyList<ScheduleEvent> events)
    {
        List<EventTime> times = [.. events.Select(e => Of(e.Said))];
        ReportContradictions();
        return times;
    }

    private EventTime Of(SaidEvent said)
    {
        var start = StartOf(said);
        if (start < Earliest || start > Latest)
        {
            notes.LeaveOut(said.Date.IsBlank ? said.Where : said.Date.Where, $"time \"{said.Date.Text ?? said.Day?.Date.Text}\"", "No conference is then; the session is to be announced.");
            start = null;
        }

        return new(start, start is null ? 0 : lengths.Of(said, EndOf(said) - start is { } length ? length.TotalMinutes : null));
    }

    private void ReportContradictions()
    {
        if (otherOffsets.Count > 0)
        {
            var offsets = string.Join(" and ", otherOffsets.Select(o => $"{o.Offset:m}").Distinct());
            notes.Mend(
                schedule.Zone.IsBlank ? otherOffsets[0].Where.Where : schedule.Zone.Where, $"time zone {zone.Id}",
                $"{otherOffsets.Count} of {schedule.Events.Count} sessions are written at {offsets}, which is not the offset of {zone.Id} then (first at {otherOffsets[0].Where.Where}). "
                + $"Each keeps its instant; their wall times are those of {zone.Id}. If another zone is meant, import again with it.");
        }
        else if (otherStarts.Count > 0)
        {
            notes.Mend(
                otherStarts[0].Where, $"start \"{otherStarts[0].Text}\"",
                $"{otherStarts.Count} of {schedule.Events.Count} sessions start at another wall time in {zone.Id} than they say; their date and offset count.");
        }
    }

    private Instant? StartOf(SaidEvent said)
    {
        var (date, start) = (FileMoment.Parse(said.Date.Text), FileMoment.Parse(said.Start.Text));
        if (date?.Instant is { } instant)
        {
            Compare(said, instant, date.Value.Offset!.Value);
            return instant;
        }

        if (start?.Instant is { } alsoInstant)
            return alsoInstant;
        if ((date?.Local ?? start?.Local ?? WallTime(said, date?.Date)) is { } local)
        {
            if (date is null && !said.Date.IsBlank)
                notes.Mend(said.Date.Where, $"date \"{said.Date.Text}\"", "It is no date and time; day and start of the session are taken.");
            return AtWallTime(local, said);
        }

        if (said.Date.IsBlank && said.Start.IsBlank)
            notes.LeaveOut(said.Where, "no time", "The session has no start; it is to be announced.");
        else
            notes.LeaveOut(said.Start.IsBlank ? said.Date.Where : said.Start.Where, $"time \"{said.Date.Text} {said.Start.Text}\"", "It cannot be understood; the session is to be announced.");
        return null;
    }

    // The day of a programme goes on past midnight: 01:30 on a day that begins at 09:00 is on the next date.
    private LocalDateTime? WallTime(SaidEvent said, LocalDate? ownDate)
    {
        if (FileMoment.ParseClock(said.Start.Text) is not { } start)
            return null;

        var dayStart = FileMoment.Parse(said.Day?.Start.Text);
        if (ownDate is null && (dayStart?.Instant?.InZone(zone).LocalDateTime ?? dayStart?.Local) is { } begins)
            return NotBefore(begins, begins.Date + start.Time).PlusDays(start.Days);
        if ((ownDate ?? FileMoment.Parse(said.Day?.Date.Text)?.Date) is not { } date)
            return null;

        var change = FileMoment.ParseClock(schedule.DayChange.Text)?.Time ?? LocalTime.Midnight;
        return NotBefore(date + change, date + start.Time).PlusDays(start.Days);
    }

    private static LocalDateTime NotBefore(LocalDateTime begins, LocalDateTime time) => time < begins ? time.PlusDays(1) : time;

    private Instant AtWallTime(LocalDateTime local, SaidEvent said)
    {
        var where = said.Date.IsBlank ? said.Start.Where : said.Date.Where;
        var mapping = zone.MapLocal(local);
        if (mapping.Count == 0)
            notes.Mend(where, $"{local:uuuu-MM-dd HH:mm}", $"{zone.Id} skips this hour; moved to the hour after.");
        else if (mapping.Count == 2)
            notes.Mend(where, $"{local:uuuu-MM-dd HH:mm}", $"{zone.Id} has this hour twice; taken as the first.");
        return zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();
    }

    private Instant? EndOf(SaidEvent said) => FileMoment.Parse(said.End.Text) is { } end
        ? end.Instant ?? (end.Local is { } local ? zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant() : null)
        : null;

    // Written in UTC, an instant says nothing about a zone.
    private void Compare(SaidEvent said, Instant instant, Offset offset)
    {
        if (offset != Offset.Zero && offset != zone.GetUtcOffset(instant))
            otherOffsets.Add((said.Date, offset));
        if (FileMoment.ParseClock(said.Start.Text) is { } start && start.Time != instant.InZone(zone).TimeOfDay)
            otherStarts.Add(said.Start);
    }
}

/// <summary>When an event is; the start is null when the file says none that can be understood.</summary>
internal readonly record struct EventTime(Instant? Start, int Minutes);
