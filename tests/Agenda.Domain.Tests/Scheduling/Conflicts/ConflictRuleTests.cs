using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using NodaTime;
using static Agenda.Domain.Tests.Scheduling.Conflicts.GivenTimetable;

namespace Agenda.Domain.Tests.Scheduling.Conflicts;

public sealed class ConflictRuleTests
{
    private readonly GivenTimetable given = new();
    private readonly Room hall;

    public ConflictRuleTests() => hall = given.Room("hall", 100);

    [Theory]
    [InlineData("the same time", 9, 0, 60, true)]
    [InlineData("within", 9, 15, 10, true)]
    [InlineData("the same start", 9, 0, 30, true)]
    [InlineData("a minute into it", 9, 59, 60, true)]
    [InlineData("touching after", 10, 0, 60, false)]
    [InlineData("touching before", 8, 0, 60, false)]
    [InlineData("around it", 8, 0, 240, true)]
    public void A_room_is_double_booked_where_two_sessions_overlap(string how, int hour, int minute, int minutes, bool meets)
    {
        given.Session("A", hall, At(1, 9));
        var second = given.Session("B", hall, At(1, hour, minute), minutes);

        var found = ConflictCheck.All(given.Timetable).Items;

        found.Select(c => c.Rule).ShouldBe(meets ? [ConflictRule.RoomDoubleBooked] : [], how);
        found.Where(c => !c.Involves(second.Id) || c.Severity != Severity.Error).ShouldBeEmpty();
    }

    [Fact]
    public void Midnight_divides_nothing_and_no_room_is_nobodys()
    {
        given.Session("A", hall, At(1, 23), 120);
        given.Session("B", hall, At(2, 0, 30));
        given.Session("C", null, At(1, 23), type: given.AddType("B", isBreak: true));
        given.Session("D", null, At(1, 23), type: given.AddType("C", isBreak: true));

        given.Found.ShouldBe(["RoomDoubleBooked: A B"]);
    }

    [Fact]
    public void A_combined_room_is_busy_when_a_part_is_and_the_other_way_round_and_two_are_one_pair()
    {
        var (left, right, far) = (given.Room("left"), given.Room("right"), given.Room("far"));
        var both = given.Room("both", parts: [left, right]);
        var all = given.Room("all", parts: [both, far]);
        var cross = given.Room("cross", parts: [right, left, far]);
        given.Session("A", left, At(1, 9));
        given.Session("B", both, At(1, 9));
        given.Session("C", all, At(1, 9));
        given.Session("D", cross, At(1, 9));
        given.Session("E", far, At(1, 9));
        given.Session("F", right, At(1, 9));

        given.Found.ShouldBe([
            "RoomDoubleBooked: A B", "RoomDoubleBooked: A C", "RoomDoubleBooked: A D", "RoomDoubleBooked: B C", "RoomDoubleBooked: B D", "RoomDoubleBooked: B F",
            "RoomDoubleBooked: C D", "RoomDoubleBooked: C E", "RoomDoubleBooked: C F", "RoomDoubleBooked: D E", "RoomDoubleBooked: D F",
        ]);
    }

    [Fact]
    public void Parallel_sessions_share_a_room_with_each_other_and_a_break_takes_none()
    {
        var (poster, pause) = (given.AddType("P", parallel: true), given.AddType("B", isBreak: true));
        given.Session("A", hall, At(1, 9), type: poster);
        given.Session("B", hall, At(1, 9), type: poster);
        given.Session("C", hall, At(1, 9), type: pause);
        given.Session("D", hall, At(1, 9));

        given.Found.ShouldBe(["RoomDoubleBooked: A D", "RoomDoubleBooked: B D"]);
    }

    [Theory]
    [InlineData("chair", "presenter", Severity.Error)]
    [InlineData("discussant", "chair", Severity.Error)]
    [InlineData("author", "chair", Severity.Information)]
    [InlineData("author", "author", Severity.Information)]
    public void Somebody_in_two_sessions_at_once_is_as_bad_as_their_roles(string one, string other, Severity severity)
    {
        given.Session("A", hall, At(1, 9), roles: [$"{one} Ada"]);
        given.Session("B", given.Room("loft"), At(1, 9, 30), roles: [$"{other} Ada", "chair Bob"]);

        given.Found.ShouldBe(["PersonDoubleBooked: A B Ada"]);
        ConflictCheck.All(given.Timetable).Items.Single().Severity.ShouldBe(severity);
    }

    [Fact]
    public void Of_several_roles_the_worst_pair_counts_and_one_session_does_not_meet_itself()
    {
        given.Policy(pairs: [new(ProgrammeRole.Chair, ProgrammeRole.Chair, Severity.Warning), new(ProgrammeRole.Presenter, ProgrammeRole.Chair, Severity.Off)]);
        given.Session("A", hall, At(1, 9), roles: ["chair Ada", "author Ada", "presenter Ada", "presenter Bob"]);
        given.Session("B", given.Room("loft"), At(1, 9), roles: ["chair Ada", "chair Bob"]);

        given.Found.ShouldBe(["PersonDoubleBooked: A B Ada"]);
        ConflictCheck.All(given.Timetable).Items.Single().Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void Two_plenary_sessions_are_one_in_several_rooms_but_a_plenary_and_another_are_not()
    {
        var plenary = given.AddType("K", plenary: true);
        given.Session("A", hall, At(1, 9), type: plenary, roles: ["chair Ada"]);
        given.Session("B", given.Room("overflow"), At(1, 9), type: plenary, roles: ["chair Ada"]);
        given.Session("C", given.Room("loft"), At(1, 9), roles: ["chair Ada"]);

        given.Found.ShouldBe(["PersonDoubleBooked: A C Ada", "PersonDoubleBooked: B C Ada"]);
    }

    [Fact]
    public void Those_who_must_be_there_and_cannot_are_told_and_authors_need_not()
    {
        given.Away("Ada", new Absence(At(1, 10), At(1, 11)), new Absence(At(2, 0), At(3, 0)));
        given.Session("A", hall, At(1, 9), roles: ["chair Ada"]);
        given.Session("B", hall, At(1, 10, 59), 1, roles: ["presenter Ada"]);
        given.Session("C", hall, At(1, 11), roles: ["discussant Ada"]);
        given.Session("D", hall, At(2, 9), roles: ["author Ada"]);
        given.Session("E", hall, At(2, 10), roles: ["discussant Ada"]);

        given.Found.ShouldBe(["PersonUnavailable: B Ada", "PersonUnavailable: E Ada"]);
    }

    [Fact]
    public void A_session_is_on_the_days_of_the_conference_and_within_the_hours_of_its_room()
    {
        var day = new LocalDate(2024, 1, 8);
        var gym = given.Room("gym", hours: [new(null, new(8, 0), new(12, 0)), new(null, new(12, 0), new(18, 0)), new(day.PlusDays(1), new(20, 0), new(2, 0))]);
        given.Session("A", hall, At(0, 23), 60);
        given.Session("B", hall, At(3, 23, 30), 60);
        given.Session("C", gym, At(1, 11), 120);
        given.Session("D", gym, At(1, 17, 30), 60);
        given.Session("E", gym, At(2, 9));
        given.Session("F", gym, At(2, 23), 180);
        given.Session("G", gym, At(3, 7, 30), 60);

        given.Found.ShouldBe(["OutsideConference: A", "OutsideConference: B", "RoomClosed: D", "RoomClosed: E", "RoomClosed: G"]);
    }

    [Fact]
    public void A_room_with_too_few_seats_is_told_combined_ones_by_the_sum_of_their_parts()
    {
        var (small, large) = (given.Room("small", 20), given.Room("large", 30));
        given.Session("A", small, At(1, 9), seats: 21);
        given.Session("B", large, At(1, 9), seats: 30);
        given.Session("C", given.Room("both", parts: [small, large]), At(2, 9), seats: 50);
        given.Session("D", given.Room("one", parts: [small]), At(3, 9), seats: 50);
        given.Session("E", given.Room("unknown", parts: [small, given.Room("x")]), At(3, 12), seats: 500);

        given.Found.ShouldBe(["RoomTooSmall: A", "RoomTooSmall: D"]);
    }

    [Fact]
    public void What_is_confirmed_has_slot_room_and_chair_and_what_is_a_draft_need_not()
    {
        var workshop = given.AddType("W", needsChair: true);
        given.Session("A", type: workshop);
        given.Session("B", start: At(1, 9), type: workshop, roles: ["author Ada"]);
        given.Session("C", start: At(1, 9), type: workshop, status: SessionStatus.Draft);
        given.Session("D", start: At(2, 9), roles: ["chair Ada"], talks: 61);
        given.Session("E", start: At(3, 9), type: given.AddType("B", isBreak: true));

        given.Found.ShouldBe(["ContributionsTooLong: D", "NoChair: A", "NoChair: B", "NoRoom: B", "NoRoom: D", "NoSlot: A"]);
    }

    [Fact]
    public void A_time_that_the_zone_skips_or_has_twice_is_told_and_meets_nothing()
    {
        var spring = new GivenTimetable("Europe/Dublin", new LocalDate(2024, 3, 30), 2);
        var room = spring.Room("hall");
        var night = new LocalDate(2024, 3, 31).At(new LocalTime(1, 30));
        spring.Session("A", room, night);
        spring.Session("B", room, night.PlusHours(1), 30);

        spring.Found.ShouldBe(["TimeUnresolved: A"]);
    }

    [Fact]
    public void A_room_needs_its_minutes_to_change_over_and_a_person_theirs_to_walk()
    {
        var (north, south) = (given.Building("North"), given.Building("South"));
        var (here, there, online) = (given.Room("here", building: north), given.Room("there", building: south), given.Room("online", building: south, isVirtual: true));
        given.Policy(15, walks: [new WalkingTime(south.Id, north.Id, 20)]);
        given.Session("A", here, At(1, 9), roles: ["chair Ada", "author Bob"]);
        given.Session("B", here, At(1, 10, 14), roles: ["chair Cy"]);
        given.Session("C", there, At(1, 10, 19), roles: ["chair Ada", "chair Bob"]);
        given.Session("D", online, At(1, 11, 19), roles: ["chair Ada"]);
        given.Session("E", here, At(1, 12, 19), type: given.AddType("B", isBreak: true), roles: ["chair Ada"]);
        given.Session("F", here, At(1, 13, 19));

        given.Found.ShouldBe(["ChangeOverTooShort: A B", "WalkTooShort: A C Ada"]);
    }

    [Fact]
    public void Named_sessions_keep_apart_and_in_order()
    {
        var (a, b, c) = (given.Session("A", hall, At(1, 9)), given.Session("B", given.Room("b"), At(1, 9, 59)), given.Session("C", given.Room("c"), At(1, 10)));
        var none = given.Session("D", type: given.AddType("B", isBreak: true), status: SessionStatus.Draft);
        given.Constraint(SessionConstraintKind.NotTogether, b, a);
        given.Constraint(SessionConstraintKind.NotTogether, a, c);
        given.Constraint(SessionConstraintKind.Follows, a, b);
        given.Constraint(SessionConstraintKind.Follows, a, c);
        given.Constraint(SessionConstraintKind.Follows, a, none);

        given.Found.ShouldBe(["MustFollow: A B", "NotTogether: B A"]);
    }

    [Fact]
    public void A_published_start_that_new_zone_rules_move_is_told_while_the_session_stands_there()
    {
        var (moved, same, elsewhere) = (given.Session("A", hall, At(1, 9)), given.Session("B", hall, At(1, 10)), given.Session("C", hall, At(1, 11)));
        given.Published(moved, Instant.FromUtc(2024, 1, 8, 8, 0));
        given.Published(same, Instant.FromUtc(2024, 1, 8, 10, 0));
        given.Published(elsewhere with { Slot = new TimeSlot(At(1, 15), 60) }, Instant.FromUtc(2024, 1, 8, 14, 0));

        given.Found.ShouldBe(["ZoneRulesChanged: A"]);
    }

    [Fact]
    public void A_rule_that_is_off_is_not_looked_at_and_another_severity_is_told()
    {
        given.Policy(severities: [new(ConflictRule.RoomDoubleBooked, Severity.Off), new(ConflictRule.NoRoom, Severity.Information)]);
        given.Session("A", hall, At(1, 9));
        given.Session("B", hall, At(1, 9));
        given.Session("C", null, At(1, 9));

        ConflictCheck.All(given.Timetable).Items.Select(c => (c.Rule, c.Severity)).ShouldBe([(ConflictRule.NoRoom, Severity.Information)]);
    }

    [Fact]
    public void More_conflicts_than_anybody_reads_are_cut_off_and_that_is_told()
    {
        for (var i = 0; i < 400; i++)
            given.Session($"S{i:000}", hall, At(1, 9), roles: ["chair Ada"]);

        var found = ConflictCheck.All(given.Timetable);

        (found.Items.Count, found.IsComplete).ShouldBe((ConflictCheck.Most, false));
    }

    [Fact]
    public void A_conflict_keeps_its_id_while_its_state_tells_arrangements_apart()
    {
        var (a, b) = (given.Session("A", hall, At(1, 9)), given.Session("B", hall, At(1, 9, 30)));
        var before = given.Timetable;
        var after = before.With(new Dictionary<SessionId, Placement?> { [b.Id] = new Placement(hall.Id, new TimeSlot(At(1, 8, 30), 60)) });

        var (was, now) = (ConflictCheck.All(before).Items.Single(), ConflictCheck.All(after).Items.Single());

        (was.First.Code, now.First.Code).ShouldBe(("A", "B"));
        now.Id.ShouldBe(was.Id);
        now.State.ShouldNotBe(was.State);
        ConflictCheck.Of(after, [a.Id, b.Id]).Items.Select(c => c.Id).ShouldBe([was.Id]);
    }
}
