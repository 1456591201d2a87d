using Agenda.Api.Scheduling;
using Agenda.Api.Web.Reading;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>Every rule has its sentence in every language that pages have. The English ones are what programs get.</summary>
public sealed class ConflictWordingTests
{
    private const string Person = "Andy Hargreaves";

    private static readonly PersonId Andy = PersonId.New();
    private static readonly Dictionary<string, PlannedSession> Sessions = Make();

    /// <summary>The rule, the sessions, and the sentence in English and German.</summary>
    private static readonly (ConflictRule Rule, string Of, string English, string German)[] All =
    [
        (ConflictRule.RoomDoubleBooked, "A B", "MC-A and MC-B are both in Alder {1} on 2024-01-08 09:30 until 10:00.",
            "MC-A und MC-B sind beide in Alder {1}, am 8. Januar 2024 von 09:30 bis 10:00."),
        (ConflictRule.RoomDoubleBooked, "A C", "MC-A in Alder {1} and MC-C in Whole Hall are in the same place on 2024-01-08 09:00 until 10:00.",
            "MC-A in Alder {1} und MC-C in Whole Hall sind am selben Ort, am 8. Januar 2024 von 09:00 bis 10:00."),
        (ConflictRule.PersonDoubleBooked, "A B", "Andy Hargreaves chairs MC-A and presents in MC-B on 2024-01-08 09:30 until 10:00.",
            "Andy Hargreaves leitet MC-A und trägt in MC-B vor, am 8. Januar 2024 von 09:30 bis 10:00."),
        (ConflictRule.PersonDoubleBooked, "M N", "Andy Hargreaves discusses in MC-M and is an author in MC-N on 2024-01-09 23:30 until 2024-01-10 01:00.",
            "Andy Hargreaves diskutiert in MC-M und ist an einem Beitrag in MC-N beteiligt, vom 9. Januar 2024 um 23:30 bis zum 10. Januar 2024 um 01:00."),
        (ConflictRule.PersonUnavailable, "A", "Andy Hargreaves chairs MC-A on 2024-01-08 09:00 and cannot be there then.",
            "Andy Hargreaves leitet MC-A, am 8. Januar 2024 um 09:00, und kann dann nicht da sein."),
        (ConflictRule.OutsideConference, "A", "MC-A, on 2024-01-08 09:00, is outside the days of the conference.", "MC-A, am 8. Januar 2024 um 09:00, liegt außerhalb der Konferenztage."),
        (ConflictRule.RoomClosed, "A", "Alder {1} is not open for all of MC-A, on 2024-01-08 09:00.", "Alder {1} ist nicht während der ganzen Zeit von MC-A geöffnet, am 8. Januar 2024 um 09:00."),
        (ConflictRule.RoomTooSmall, "A", "MC-A needs 90 seats; Alder {1} has 60.", "MC-A braucht 90 Plätze; Alder {1} hat 60."),
        (ConflictRule.RoomTooSmall, "C", "MC-C needs unknown seats; Whole Hall has unknown.", "MC-C braucht unbekannt Plätze; Whole Hall hat unbekannt."),
        (ConflictRule.NoRoom, "X", "MC-X has no room.", "MC-X hat keinen Raum."),
        (ConflictRule.NoSlot, "X", "MC-X has no time.", "MC-X hat noch keine Zeit."),
        (ConflictRule.NoChair, "X", "MC-X has no chair.", "MC-X hat keine Sitzungsleitung."),
        (ConflictRule.TimeUnresolved, "A", "The clocks of the conference do not show 2024-01-08 09:00, the start of MC-A, exactly once.",
            "Die Uhren der Konferenz zeigen den Beginn von MC-A, den 8. Januar 2024 um 09:00, nicht genau einmal."),
        (ConflictRule.ContributionsTooLong, "A", "The contributions of MC-A take 75 minutes; it has 60.", "Die Beiträge von MC-A brauchen 75 Minuten; zur Verfügung stehen 60."),
        (ConflictRule.ChangeOverTooShort, "A D", "1 minute lies between MC-A and MC-D in Alder {1}.", "Zwischen MC-A und MC-D liegt in Alder {1} 1 Minute."),
        (ConflictRule.ChangeOverTooShort, "A E", "5 minutes lie between MC-A and MC-E in Alder {1}.", "Zwischen MC-A und MC-E liegen in Alder {1} 5 Minuten."),
        (ConflictRule.WalkTooShort, "A D", "Andy Hargreaves has 1 minute to get from MC-A in Alder {1} to MC-D in no room.",
            "Andy Hargreaves hat 1 Minute, um von MC-A in Alder {1} zu MC-D in keinem Raum zu kommen."),
        (ConflictRule.WalkTooShort, "A E", "Andy Hargreaves has 5 minutes to get from MC-A in Alder {1} to MC-E in Whole Hall.",
            "Andy Hargreaves hat 5 Minuten, um von MC-A in Alder {1} zu MC-E in Whole Hall zu kommen."),
        (ConflictRule.NotTogether, "A B", "MC-A and MC-B must not run at the same time and do, on 2024-01-08 09:30 until 10:00.",
            "MC-A und MC-B dürfen nicht gleichzeitig laufen und tun es doch, am 8. Januar 2024 von 09:30 bis 10:00."),
        (ConflictRule.MustFollow, "A B", "MC-B must follow MC-A and starts on 2024-01-08 09:30, before that has ended.",
            "MC-B muss auf MC-A folgen, beginnt aber am 8. Januar 2024 um 09:30, bevor MC-A zu Ende ist."),
        (ConflictRule.ZoneRulesChanged, "A", "By new rules of the time zone, MC-A starts at another moment than when it was published.",
            "Nach neuen Regeln der Zeitzone beginnt MC-A zu einem anderen Zeitpunkt als bei der Veröffentlichung."),
    ];

    [Fact]
    public void Every_rule_has_a_sentence_in_every_language()
    {
        All.Select(a => a.Rule).Distinct().ShouldBe(Enum.GetValues<ConflictRule>(), ignoreOrder: true);
        Locale.All.Select(l => l.Language).Distinct().ShouldBe(["en", "de"]);

        foreach (var locale in Locale.All)
        {
            foreach (var (rule, of, english, german) in All)
            {
                var sessions = of.Split(' ').Select(code => Sessions[$"MC-{code}"]).ToList();
                ConflictWording.Of(new Conflict(rule, Severity.Error, sessions[0], sessions.ElementAtOrDefault(1), Andy), Person, locale).ShouldBe(locale.Language == "en" ? english : german);
            }
        }
    }

    [Fact]
    public void Somebody_without_a_name_is_somebody()
    {
        var conflict = new Conflict(ConflictRule.PersonUnavailable, Severity.Error, Sessions["MC-A"], null, Andy);

        ConflictWording.Of(conflict, null, Locale.English).ShouldBe("Somebody chairs MC-A on 2024-01-08 09:00 and cannot be there then.");
        ConflictWording.Of(conflict, null, Locale.Of("de", false)!).ShouldStartWith("Jemand leitet MC-A");
    }

    private static Dictionary<string, PlannedSession> Make()
    {
        var (firstDay, lastDay) = (new LocalDate(2024, 1, 8), new LocalDate(2024, 1, 12));
        var conference = new Conference("worded", new ConferenceFacts("Worded", ConferenceZone.Of("Europe/Dublin"), firstDay, lastDay, null, []));
        var type = new SessionType(conference, "MC", new SessionTypeFacts("MC", null, null, false, false, false, false));
        // What looks like a place to fill in is none.
        var (alder, hall) = (new Room(conference, "alder", new RoomFacts("Alder {1}", null, 60, 0, false)), new Room(conference, "hall", new RoomFacts("Whole Hall", null, null, 1, false)));
        var people = new Dictionary<SessionId, List<RoleOfPerson>>();
        PlannedSessionFacts Session(string code, Room? room, LocalDateTime? start, int minutes, ProgrammeRoles roles)
        {
            var session = new PlannedSessionFacts(SessionId.New(), code, SessionStatus.Confirmed, type.Id)
            {
                Room = room?.Id,
                Slot = start is { } local ? new TimeSlot(local, minutes) : null,
                Seats = room == alder ? 90 : null,
                ContributionMinutes = 75,
            };
            people[session.Id] = [new(Andy, roles)];
            return session;
        }

        return new Timetable(new TimetableFacts(conference.Zone, firstDay, lastDay)
        {
            Policy = new ConflictPolicy(conference.Id),
            Rooms = [alder, hall],
            Types = [type],
            Sessions =
            [
                Session("MC-A", alder, firstDay.At(new(9, 0)), 60, ProgrammeRoles.Chair), Session("MC-B", alder, firstDay.At(new(9, 30)), 60, ProgrammeRoles.Presenter),
                Session("MC-C", hall, firstDay.At(new(9, 0)), 90, ProgrammeRoles.Chair), Session("MC-D", null, firstDay.At(new(10, 1)), 60, ProgrammeRoles.Chair),
                Session("MC-E", hall, firstDay.At(new(10, 5)), 60, ProgrammeRoles.Chair), Session("MC-M", alder, firstDay.PlusDays(1).At(new(23, 0)), 120, ProgrammeRoles.Discussant),
                Session("MC-N", hall, firstDay.PlusDays(1).At(new(23, 30)), 120, ProgrammeRoles.Author), Session("MC-X", null, null, 0, ProgrammeRoles.Chair),
            ],
            People = people,
        }).Sessions.ToDictionary(s => s.Code);
    }
}
