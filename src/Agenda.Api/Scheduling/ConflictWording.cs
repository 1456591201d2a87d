using System.Globalization;
using Agenda.Api.Web;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Scheduling.Conflicts;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Scheduling;

/// <summary>Conflicts in plain sentences, in the conference's time, for programs and on pages alike.</summary>
internal static class ConflictWording
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <param name="conflict">What is wrong.</param>
    /// <param name="person">The name of the person whom it is about, if any; null also for one that is not known by name.</param>
    /// <param name="locale">In whose language.</param>
    public static string Of(Conflict conflict, string? person, Locale locale) => locale.Make(() => Say(conflict, person ?? ReasonWords.Somebody));

    private static string Say(Conflict conflict, string person)
    {
        var (first, second) = (conflict.First, conflict.Second!);
        return conflict.Rule switch
        {
            ConflictRule.RoomDoubleBooked => SharesRoom(first, second)
                ? Phrases.Fill(ReasonWords.RoomDoubleBooked, first.Code, second.Code, Room(first), Overlap(first, second))
                : Phrases.Fill(ReasonWords.SamePlace, first.Code, Room(first), second.Code, Room(second), Overlap(first, second)),
            ConflictRule.PersonDoubleBooked => Phrases.Fill(ReasonWords.PersonDoubleBooked, person, Does(conflict, first), Does(conflict, second), Overlap(first, second)),
            ConflictRule.PersonUnavailable => Phrases.Fill(ReasonWords.PersonUnavailable, person, Does(conflict, first), When(first)),
            ConflictRule.OutsideConference => Phrases.Fill(ReasonWords.OutsideConference, first.Code, When(first)),
            ConflictRule.RoomClosed => Phrases.Fill(ReasonWords.RoomClosed, Room(first), first.Code, When(first)),
            ConflictRule.RoomTooSmall => Phrases.Fill(ReasonWords.RoomTooSmall, first.Code, Said(first.Facts.Seats), Room(first), Said(first.Room?.Capacity)),
            ConflictRule.NoRoom => Phrases.Fill(ReasonWords.NoRoom, first.Code),
            ConflictRule.NoSlot => Phrases.Fill(ReasonWords.NoSlot, first.Code),
            ConflictRule.NoChair => Phrases.Fill(ReasonWords.NoChair, first.Code),
            ConflictRule.TimeUnresolved => Phrases.Fill(ReasonWords.TimeUnresolved, Moment(first.Slot!.Value.LocalStart), first.Code),
            ConflictRule.ContributionsTooLong => Phrases.Fill(ReasonWords.ContributionsTooLong, first.Code, Said(first.Facts.ContributionMinutes), Said(first.Slot?.Minutes)),
            ConflictRule.ChangeOverTooShort => Phrases.Fill(Form(ReasonWords.ChangeOverTooShort, first, second), Gap(first, second), first.Code, second.Code, Room(first)),
            ConflictRule.WalkTooShort => Phrases.Fill(Form(ReasonWords.WalkTooShort, first, second), person, Gap(first, second), first.Code, Room(first), second.Code, Room(second)),
            ConflictRule.NotTogether => Phrases.Fill(ReasonWords.NotTogether, first.Code, second.Code, Overlap(first, second)),
            ConflictRule.MustFollow => Phrases.Fill(ReasonWords.MustFollow, second.Code, first.Code, When(second)),
            ConflictRule.ZoneRulesChanged => Phrases.Fill(ReasonWords.ZoneRulesChanged, first.Code),
            _ => throw new NotSupportedException($"{conflict.Rule} has no words yet."),
        };
    }

    private static bool SharesRoom(PlannedSession first, PlannedSession second) => first.Room!.Id == second.Room!.Id;

    private static string Room(PlannedSession session) => session.Room?.Room.Name ?? ReasonWords.WithoutRoom;

    private static string Does(Conflict conflict, PlannedSession session)
    {
        var roles = session.People.First(p => p.Person == conflict.Person).Roles;
        return Phrases.Fill(
            roles.HasFlag(ProgrammeRoles.Chair) ? ReasonWords.Chairs
            : roles.HasFlag(ProgrammeRoles.Presenter) ? ReasonWords.PresentsIn
            : roles.HasFlag(ProgrammeRoles.Discussant) ? ReasonWords.DiscussesIn
            : ReasonWords.AuthorIn,
            session.Code);
    }

    private static string When(PlannedSession session) => Moment(session.Times!.Value.Start.LocalDateTime);

    private static string Moment(LocalDateTime moment) => Phrases.Fill(ReasonWords.Moment, DayOf(moment.Date), Time.Format(moment.TimeOfDay));

    // Programs have always got days as ISO 8601 has them, and English is what they get.
    private static string DayOf(LocalDate day) => Locale.Current.Language == Locale.English.Language ? Day.Format(day) : Locale.Current.DayMonthYear.Format(day);

    private static string Overlap(PlannedSession first, PlannedSession second)
    {
        var (one, other) = (first.Times!.Value, second.Times!.Value);
        var from = (ZonedDateTime.Comparer.Instant.Compare(one.Start, other.Start) >= 0 ? one.Start : other.Start).LocalDateTime;
        var until = (ZonedDateTime.Comparer.Instant.Compare(one.End, other.End) <= 0 ? one.End : other.End).LocalDateTime;
        return until.Date == from.Date
            ? Phrases.Fill(ReasonWords.Overlap, DayOf(from.Date), Time.Format(from.TimeOfDay), Time.Format(until.TimeOfDay))
            : Phrases.Fill(ReasonWords.OverlapOverNight, DayOf(from.Date), Time.Format(from.TimeOfDay), DayOf(until.Date), Time.Format(until.TimeOfDay));
    }

    private static string Form(string forms, PlannedSession first, PlannedSession second) => Phrases.Form(forms, Gap(first, second));

    private static int Gap(PlannedSession first, PlannedSession second) => (int)(second.Times!.Value.Start.ToInstant() - first.Times!.Value.End.ToInstant()).TotalMinutes;

    private static string Said(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? ReasonWords.Unknown;
}
