using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using NodaTime;
using NodaTime.TimeZones;

namespace Agenda.Domain.Tests.Scheduling.Conflicts;

/// <summary>
/// The rules once more, as one would write them down: every session, every pair of sessions, every minute where it is about hours. Slow, and
/// with nothing in common with what it checks but the facts.
/// </summary>
internal sealed class NaiveCheck(TimetableFacts facts)
{
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[facts.Zone.Id];
    private readonly HashSet<string> found = [];

    public static IReadOnlyCollection<string> Of(TimetableFacts facts)
    {
        var naive = new NaiveCheck(facts);
        foreach (var session in facts.Sessions)
            naive.Alone(session);
        for (var i = 0; i < facts.Sessions.Count; i++)
        {
            for (var j = i + 1; j < facts.Sessions.Count; j++)
                naive.Pair(facts.Sessions[i], facts.Sessions[j]);
        }

        foreach (var constraint in facts.Constraints)
            naive.Constraint(constraint);
        return naive.found;
    }

    public static string Key(ConflictRule rule, Severity severity, SessionId one, SessionId? other, PersonId? person)
    {
        var ids = new[] { one.Value, other?.Value ?? default }.Order().ToArray();
        return $"{rule} {severity} {ids[0]} {ids[1]} {person?.Value}";
    }

    private void Alone(PlannedSessionFacts s)
    {
        var (type, room) = (Type(s), Room(s));
        var confirmed = s.Status == SessionStatus.Confirmed;
        Add(ConflictRule.NoSlot, confirmed && s.Slot is null, s);
        Add(ConflictRule.NoRoom, confirmed && s.Slot is not null && room is null && !type.Break, s);
        Add(ConflictRule.NoChair, confirmed && type.NeedsChair && !Roles(s).Any(r => r.Role == ProgrammeRole.Chair), s);
        Add(ConflictRule.RoomTooSmall, room is not null && Seats(room) is { } seats && s.Seats > seats, s);
        Add(ConflictRule.ContributionsTooLong, s.Slot is { } slot && s.ContributionMinutes > slot.Minutes, s);
        Add(ConflictRule.TimeUnresolved, s.Slot is not null && Times(s) is null, s);
        if (Times(s) is not { } times)
            return;

        Add(ConflictRule.OutsideConference, times.Start < zone.AtStartOfDay(facts.FirstDay).ToInstant() || times.End > zone.AtStartOfDay(facts.LastDay.PlusDays(1)).ToInstant(), s);
        Add(ConflictRule.RoomClosed, room is not null && room.OpeningHours.Count > 0 && Minutes(times).Any(minute => !IsOpen(room, minute)), s);
        Add(ConflictRule.ZoneRulesChanged, facts.PublishedStarts.TryGetValue(s.Id, out var p) && p.LocalStart == s.Slot!.Value.LocalStart && p.Offset == s.Slot.Value.Offset && p.Instant != times.Start, s);
        foreach (var (person, absences) in facts.Absences)
        {
            Add(
                ConflictRule.PersonUnavailable,
                Roles(s).Any(r => r.Person == person && r.Role != ProgrammeRole.Author) && absences.Any(a => Minutes(times).Any(minute => Lenient(a.From) <= minute && minute < Lenient(a.Until))), s, null, person);
        }
    }

    private void Pair(PlannedSessionFacts a, PlannedSessionFacts b)
    {
        if (Times(a) is not { } one || Times(b) is not { } other)
            return;

        var overlap = one.Start < other.End && other.Start < one.End;
        var gap = overlap ? Duration.Zero : one.Start >= other.End ? one.Start - other.End : other.Start - one.End;
        if (Room(a) is { } ra && Room(b) is { } rb && Within(ra).Overlaps(Within(rb)) && !Type(a).Break && !Type(b).Break && !(Type(a).Parallel && Type(b).Parallel))
        {
            Add(ConflictRule.RoomDoubleBooked, overlap, a, b);
            Add(ConflictRule.ChangeOverTooShort, !overlap && gap < Duration.FromMinutes(facts.Policy.ChangeOverMinutes), a, b);
        }

        if (Type(a).Plenary && Type(b).Plenary)
            return;
        foreach (var person in Roles(a).Select(r => r.Person).Intersect(Roles(b).Select(r => r.Person)))
        {
            var worst = (from ours in Roles(a) from theirs in Roles(b) where ours.Person == person && theirs.Person == person select facts.Policy.Of(ours.Role, theirs.Role)).Max();
            if (overlap && worst != Severity.Off)
                found.Add(Key(ConflictRule.PersonDoubleBooked, worst, a.Id, b.Id, person));
            Add(ConflictRule.WalkTooShort, !overlap && worst is Severity.Warning or Severity.Error && !overlap && gap < Walk(a, b), a, b, person);
        }
    }

    private void Constraint(SessionConstraint constraint)
    {
        var (first, second) = (facts.Sessions.FirstOrDefault(s => s.Id == constraint.First), facts.Sessions.FirstOrDefault(s => s.Id == constraint.Second));
        if (first is null || second is null || Times(first) is not { } one || Times(second) is not { } other)
            return;
        Add(ConflictRule.NotTogether, constraint.Kind == SessionConstraintKind.NotTogether && one.Start < other.End && other.Start < one.End, first, second);
        Add(ConflictRule.MustFollow, constraint.Kind == SessionConstraintKind.Follows && other.Start < one.End, first, second);
    }

    private void Add(ConflictRule rule, bool broken, PlannedSessionFacts one, PlannedSessionFacts? other = null, PersonId? person = null)
    {
        if (broken && facts.Policy.Of(rule) is var severity and not Severity.Off)
            found.Add(Key(rule, severity, one.Id, other?.Id, person));
    }

    private SessionType Type(PlannedSessionFacts s) => facts.Types.Single(t => t.Id == s.Type);

    private Room? Room(PlannedSessionFacts s) => facts.Rooms.SingleOrDefault(r => r.Id == s.Room);

    private HashSet<RoomId> Within(Room room) => [room.Id, .. room.Parts.SelectMany(part => Within(facts.Rooms.Single(r => r.Id == part)))];

    private int? Seats(Room room) => room.Capacity ?? (room.Parts.Count == 0 ? null : room.Parts.Aggregate((int?)0, (sum, part) => sum + Seats(facts.Rooms.Single(r => r.Id == part))));

    private IEnumerable<(PersonId Person, ProgrammeRole Role)> Roles(PlannedSessionFacts s) =>
        from named in facts.People[s.Id]
        from role in Enum.GetValues<ProgrammeRole>()
        where named.Roles.HasFlag((ProgrammeRoles)(1 << (int)role))
        select (named.Person, role);

    private Duration Walk(PlannedSessionFacts a, PlannedSessionFacts b)
    {
        if (Room(a) is not { Virtual: false, BuildingId: { } from } || Room(b) is not { Virtual: false, BuildingId: { } to })
            return Duration.Zero;
        return Duration.FromMinutes(facts.Policy.WalkingTimes.Where(w => (w.One == from && w.Other == to) || (w.One == to && w.Other == from)).Sum(w => w.Minutes));
    }

    private (Instant Start, Instant End)? Times(PlannedSessionFacts s)
    {
        if (s.Slot is not { } slot)
            return null;
        var starts = zone.MapLocal(slot.LocalStart) is { Count: > 0 } map ? new[] { map.First(), map.Last() }.Distinct().ToList() : [];
        var meant = starts.Count == 1 ? starts : starts.FindAll(start => start.Offset == slot.Offset);
        return meant is [var only] ? (only.ToInstant(), only.ToInstant() + Duration.FromMinutes(slot.Minutes)) : null;
    }

    private static IEnumerable<Instant> Minutes((Instant Start, Instant End) times)
    {
        for (var minute = times.Start; minute < times.End; minute += Duration.FromMinutes(1))
            yield return minute;
    }

    private bool IsOpen(Room room, Instant minute)
    {
        var day = minute.InZone(zone).Date;
        return new[] { day.PlusDays(-2), day.PlusDays(-1), day, day.PlusDays(1) }.Any(of => HoursOf(room, of).Any(h =>
            Lenient(of.At(h.Opens)) <= minute && minute < Lenient((h.Closes > h.Opens ? of : of.PlusDays(1)).At(h.Closes))));
    }

    private static IEnumerable<OpeningHours> HoursOf(Room room, LocalDate day) =>
        room.OpeningHours.Any(h => h.Day == day) ? room.OpeningHours.Where(h => h.Day == day) : room.OpeningHours.Where(h => h.Day is null);

    private Instant Lenient(LocalDateTime local) => zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();
}
