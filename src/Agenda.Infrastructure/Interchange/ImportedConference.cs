using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Infrastructure.Interchange;

/// <summary>The conference that a file is imported into.</summary>
internal static class ImportedConference
{
    /// <summary>The zone in which the wall times of the file are read: the one asked for, else the file's, else the conference's.</summary>
    public static (ConferenceZone? Zone, ImportRefusal? Refusal) ZoneFor(ImportOrder order, SaidSchedule schedule, Conference? present, ImportNotes notes)
    {
        if (present is null && !order.MayCreate)
            return (null, ImportRefusals.UnknownConference(order.Conference));
        if (present is null && !Slug.IsValid(order.Conference))
            return (null, ImportRefusals.BadSlug(order.Conference));
        if (present is null && Slug.IsReserved(order.Conference))
            return (null, ImportRefusals.OfConference(ConferenceRefusals.SlugReserved(order.Conference)));

        var said = ConferenceZone.Find(schedule.Zone.Text?.Trim());
        if (said is null && !schedule.Zone.IsBlank)
            notes.LeaveOut(schedule.Zone.Where, $"time zone \"{schedule.Zone.Text}\"", "There is no such zone.");
        if (schedule is { ZoneIsAsked: true, Events.Count: > 0 } && order.Zone is null)
            return (null, ImportRefusals.ZoneNeeded("The format has no time zone, and its times may be those of the server that wrote it rather than of the conference."));
        if ((ConferenceZone.Find(order.Zone) ?? said ?? present?.Zone) is not { } zone)
            return (null, ImportRefusals.ZoneNeeded(schedule.Zone.IsBlank ? "The file does not say its time zone." : $"The file says that its time zone is \"{schedule.Zone.Text}\", which does not exist."));

        if (present is not null && zone.Id != present.TimeZone)
            notes.Mend(schedule.Zone.IsBlank ? Place.File : schedule.Zone.Where, $"time zone {zone.Id}", $"The conference stays in {present.TimeZone}; every session keeps its instant.");
        return (zone, null);
    }

    /// <summary>A new conference as the file describes it, whose days reach from the first to the last that is said or has a session; null where there is none.</summary>
    public static Conference? Of(string slug, ScheduleFile file, IReadOnlyList<EventTime> times, ConferenceZone zone, ImportNotes notes)
    {
        if (Days(file, times, zone) is not (var first, var last))
            return null;
        if (file.Title is null)
            notes.Mend(Place.File, "no title", $"A conference needs a name; called \"{slug}\".");

        var links = file.Url is { } url ? new[] { new Link("Web site", url) } : [];
        return new Conference(slug, new ConferenceFacts(file.Title ?? slug, zone, first, last, null, links));
    }

    private static (LocalDate First, LocalDate Last)? Days(ScheduleFile file, IReadOnlyList<EventTime> times, ConferenceZone zone)
    {
        var said = new[] { file.FirstDay, file.LastDay }.OfType<LocalDate>().Where(d => d >= Limits.Earliest && d <= Limits.Latest);
        var held = times.Where(t => t.Start is not null).Select(t => zone.At(t.Start!.Value).Date).ToList();
        foreach (var days in (IEnumerable<LocalDate>[])[said.Concat(held), held, said])
        {
            var inOrder = days.Order().ToList();
            if (inOrder.Count > 0 && Period.DaysBetween(inOrder[0], inOrder[^1]) < Limits.Days)
                return (inOrder[0], inOrder[^1]);
        }

        // Dates years apart: a slip somewhere. The conference is where most of it is, and the rest is reported as outside.
        if (held.Count == 0)
            return null;
        var middle = held.Order().ElementAt(held.Count / 2);
        return (middle, middle);
    }
}
