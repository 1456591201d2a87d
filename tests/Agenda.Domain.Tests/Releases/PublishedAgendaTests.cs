using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Tests.Releases;

public sealed class PublishedAgendaTests
{
    private readonly Given given = new();

    [Fact]
    public void Orders_sessions_by_time_then_room_then_code_and_those_to_be_announced_last()
    {
        given.Unplaced("TBA-2");
        given.Unplaced("TBA-1");
        given.Session("D", room: given.Loft);
        given.Session("C", start: "2027-01-12 08:59", room: given.Loft);
        given.Session("B", room: given.Willow);
        given.Session("A", room: given.Willow);
        given.Session("E", room: given.Rowan);
        given.Session("F").Place(null, Given.At("2027-01-12 09:00", 60));

        Codes(given.Agenda()).ShouldBe(["C", "A", "B", "E", "D", "F", "TBA-1", "TBA-2"]);
    }

    [Fact]
    public void Orders_the_repeated_hour_by_what_comes_first()
    {
        given.Session("B", start: "2027-10-31 01:50", offset: 1);
        given.Session("A", start: "2027-10-31 01:10", offset: 0);
        Codes(given.Agenda()).ShouldBe(["B", "A"]);
    }

    [Fact]
    public void Counts_an_evening_that_ends_past_midnight_to_the_day_on_which_it_starts()
    {
        given.Session("SO-1", start: "2027-01-12 22:00", minutes: 240);
        given.Session("SO-2", start: "2027-01-13 00:30");
        var agenda = given.Agenda();

        agenda.Sessions.Select(s => (s.Code, s.Day)).ShouldBe([("SO-1", Given.Tuesday), ("SO-2", Given.Tuesday.PlusDays(1))]);
        agenda.Session("SO-1")!.Times!.Value.End.LocalDateTime.ShouldBe(new LocalDateTime(2027, 1, 13, 2, 0));
    }

    [Fact]
    public void Has_the_days_of_the_conference_and_any_other_with_a_session()
    {
        given.Session("A", start: "2027-01-11 18:00");
        given.Session("B", start: "2027-01-16 09:00");
        given.Agenda().Days.Select(day => day.Day).ShouldBe([11, 12, 13, 14, 16]);
    }

    [Fact]
    public void Looks_up_everything_that_a_session_names()
    {
        given.Session("MC-A", facts => facts with
        {
            Track = given.Teaching,
            Chairs = [given.Niamh.Id, given.Lucja.Id],
            Discussants = [given.Lucja.Id],
            Contributions = [new("1", "Talk") { Authors = [new(given.Okello.Id, true), new(given.Niamh.Id, false)] }],
        });
        var session = given.Agenda().Session("MC-A")!;

        (session.Room!.Slug, session.Track!.Slug, session.Type.Code).ShouldBe(("willow", "teaching", "MC"));
        session.Chairs.Select(p => p.Name).ShouldBe(["Niamh Ní Thuathaláin", "Łucja Źdźbłowska"]);
        session.Discussants.Select(p => p.Name).ShouldBe(["Łucja Źdźbłowska"]);
        session.Contributions.Single().Authors.Select(a => (a.Person.Name, a.Presenting)).ShouldBe([("Okello p'Lakwena", true), ("Niamh Ní Thuathaláin", false)]);
        session.People.Select(p => p.Name).ShouldBe(["Niamh Ní Thuathaláin", "Łucja Źdźbłowska", "Okello p'Lakwena"]);
    }

    [Fact]
    public void Lists_people_by_family_name_and_where_they_are()
    {
        given.Session("MC-B", facts => facts with { Chairs = [given.Lucja.Id] }, start: "2027-01-13 09:00");
        given.Session("MC-A", facts => Given.WithTalks(facts, new ContributionFacts("1", "Talk") { Authors = [new(given.Lucja.Id, true), new(given.Niamh.Id, false)] }));
        var agenda = given.Agenda();

        agenda.People.Select(p => (p.Name, string.Join(' ', agenda.SessionsOf(p).Select(s => s.Code))))
            .ShouldBe([("Niamh Ní Thuathaláin", "MC-A"), ("Łucja Źdźbłowska", "MC-A MC-B")]);
    }

    [Fact]
    public void Gives_contributions_their_starts_one_after_the_other()
    {
        given.Session("PS-1", facts => Given.WithTalks(facts, new("1", "First") { Minutes = 20 }, new("2", "Second") { Minutes = 25 }, new("3", "Third") { Minutes = 15 }));
        Starts("PS-1").ShouldBe([new LocalTime(9, 0), new LocalTime(9, 20), new LocalTime(9, 45)]);
    }

    [Fact]
    public void Gives_no_start_to_a_contribution_without_a_length_and_those_after_it()
    {
        given.Session("PS-1", facts => Given.WithTalks(facts, new("1", "First") { Minutes = 20 }, new("2", "Second"), new("3", "Third") { Minutes = 15 }));
        Starts("PS-1").ShouldBe([new LocalTime(9, 0), null, null]);
    }

    [Fact]
    public void Gives_no_start_to_contributions_of_a_session_without_a_slot()
    {
        given.Unplaced("PS-1", facts => Given.WithTalks(facts, new ContributionFacts("1", "First") { Minutes = 20 }));
        Starts("PS-1").ShouldBe([null]);
    }

    [Fact]
    public void Counts_the_minutes_of_contributions_through_a_change_of_the_clocks()
    {
        given.Session("PS-1", facts => Given.WithTalks(facts, new("1", "First") { Minutes = 60 }, new("2", "Second") { Minutes = 60 }), start: "2027-03-28 00:30", minutes: 120);
        Starts("PS-1").ShouldBe([new LocalTime(0, 30), new LocalTime(2, 30)]);
    }

    [Fact]
    public void Keeps_cancelled_sessions_marked()
    {
        given.Session("MC-A");
        given.Session("MC-B", facts => facts with { Status = SessionStatus.Cancelled });
        given.Agenda().Sessions.Select(s => (s.Code, s.Cancelled)).ShouldBe([("MC-A", false), ("MC-B", true)]);
    }

    [Fact]
    public void Does_not_read_a_layout_that_it_does_not_know()
    {
        given.Session("MC-A");
        Should.Throw<NotSupportedException>(() => new PublishedAgenda(given.Publish() with { Format = ReleaseDocument.CurrentFormat + 1 }));
    }

    [Fact]
    public void Has_codes_that_differ_in_case_only()
    {
        given.Session("mc-a");
        given.Session("MC-A", facts => facts with { Title = "Upper" });
        var agenda = given.Agenda();
        (agenda.Session("MC-A")!.Title, agenda.Session("mc-a")!.Title, agenda.Session("Mc-A")).ShouldBe(("Upper", "Title of mc-a", null));
    }

    private LocalTime?[] Starts(string code) => [.. given.Agenda().Session(code)!.Contributions.Select(c => c.Start?.TimeOfDay)];

    private static IEnumerable<string> Codes(PublishedAgenda agenda) => agenda.Sessions.Select(s => s.Code);
}
