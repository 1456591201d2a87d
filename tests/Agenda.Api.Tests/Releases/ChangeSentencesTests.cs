using Agenda.Api.Releases.Changes;
using Agenda.Api.Tests.Web;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Api.Tests.Releases;

/// <summary>What happened to a session, in the words that attendees read.</summary>
public sealed class ChangeSentencesTests
{
    private static readonly ReleasedSession Session = Harbour.MasterclassC with { PublishedStart = null };
    private static readonly ReleasedSession Papers = Harbour.Papers;
    private static readonly ReleasedSession Talk = Papers with { Contributions = [Papers.Contributions[0] with { Title = Papers.Title }] };
    private static readonly ReleasedContribution First = Papers.Contributions[0], Second = Papers.Contributions[1];
    private static readonly ReleasedRoom Elsewhere = new(RoomId.New(), "hall-2", "Hall 2", "Weigh House", null, null, 4, false);

    public static TheoryData<ReleasedSession, ReleasedSession, string> Edits => new()
    {
        { Session, Session with { Room = Harbour.Hall.Id }, "Moved from Birch Room to Great Hall, same time." },
        { Session, Session with { Room = Elsewhere.Id }, "Moved from Birch Room (Linen Hall) to Hall 2 (Weigh House), same time." },
        { Session, Session with { Room = null }, "No longer in Birch Room; the room is to be announced." },
        { Session with { Room = null }, Session, "The room is Birch Room." },
        { Session, At("2024-01-09 09:30"), "Moved from Monday 8 January, 14:00 to Tuesday 9 January, 09:30, same room." },
        { Session, At("2024-01-08 15:30"), "Moved from 14:00 to 15:30 on Monday 8 January, same room." },
        { Session, At("2025-01-08 14:00"), "Moved from Monday 8 January 2024, 14:00 to Wednesday 8 January 2025, 14:00, same room." },
        { Session, At("2024-01-09 09:30") with { Room = Harbour.Hall.Id }, "Moved from Monday 8 January, 14:00, Birch Room, to Tuesday 9 January, 09:30, Great Hall." },
        { Session, At("2024-01-08 09:30") with { Room = Harbour.Hall.Id }, "Moved from 14:00, Birch Room, to 09:30, Great Hall, on Monday 8 January." },
        { Session, At("2024-01-08 09:30") with { Room = null }, "Moved from 14:00 to 09:30 on Monday 8 January. | No longer in Birch Room; the room is to be announced." },
        { Session, Session with { Minutes = 90 }, "Now 90 minutes instead of 150." },
        { Session, At("2024-01-08 14:30") with { Minutes = 90 }, "Moved from 14:00 to 14:30 on Monday 8 January, same room. | Now 90 minutes instead of 150." },
        { Session, Session with { Minutes = 90, Room = Harbour.Hall.Id }, "Now 90 minutes instead of 150. | Moved from Birch Room to Great Hall." },
        { At("2024-10-27 01:30") with { Offset = Offset.FromHours(1) }, At("2024-10-27 01:30") with { Offset = Offset.Zero }, "Moved from 01:30 IST to 01:30 GMT on Sunday 27 October, same room." },
        { Session, Session with { PublishedStart = Instant.FromUtc(2024, 1, 8, 13, 0) }, "Still Monday 8 January, 14:00." },
        { Published(14), Published(13), "Still Monday 8 January, 14:00, but the rules of the time zone changed: that is 13:00 UTC instead of 14:00 UTC." },
        { Session, Unplaced, "The time is to be announced again; it was on Monday 8 January, 14:00, Birch Room." },
        { Session, Unplaced with { Room = null }, "Time and room are to be announced again; it was on Monday 8 January, 14:00, Birch Room." },
        { Unplaced with { Room = null }, Session, "Now on Monday 8 January, 14:00 to 16:30, Birch Room; the time was to be announced." },
        { Unplaced, At("2024-01-08 23:00"), "Now on Monday 8 January, 23:00 to 01:30 (+1 day), Birch Room; the time was to be announced." },
        { Session, Session with { Status = SessionStatus.Cancelled }, "Cancelled." },
        { Session with { Status = SessionStatus.Cancelled }, Session, "Takes place after all." },
        { Session, Session with { Title = "Other" }, "Renamed from “Designing and Leading Professional Learning Networks” to “Other”." },
        { Session, Session with { Code = "MC-D" }, "Its code is now MC-D instead of MC-C." },
        { Session, Session with { Chairs = [Harbour.Layla.Id, Harbour.Nino.Id] }, "ليلى نجمة now chairs; Aoife Brannagh-Quill no longer does." },
        { Session, Session with { Chairs = [] }, "Aoife Brannagh-Quill and ნინო ვარსკვლავაძე no longer chair." },
        { Session with { Chairs = [] }, Session, "Aoife Brannagh-Quill and ნინო ვარსკვლავაძე now chair." },
        { Session, Session with { Chairs = [Harbour.Nino.Id, Harbour.Aoife.Id] }, "The chairs are now named in the order ნინო ვარსკვლავაძე and Aoife Brannagh-Quill." },
        { Session, Session with { Discussants = [Harbour.Nino.Id] }, "ნინო ვარსკვლავაძე is now a discussant; ليلى نجمة no longer is." },
        { Session, Session with { Discussants = [] }, "ليلى نجمة is no longer a discussant." },
        { Session, Session with { Abstract = "Other" }, "The abstract changed." },
        { Session, Session with { Abstract = null }, "Has no abstract any more." },
        { Session, Session with { Resources = [new Link("Worksheet", "https://example.org/2"), new Link("Slides", "https://example.org/")] }, "New with it: “Slides”. | At another address: “Worksheet”." },
        { Session, Session with { Resources = [] }, "No longer with it: “Worksheet”." },
        { Session, Session with { Type = Harbour.Keynote.Id, Track = null, Language = "ga" }, "Now of the type Keynote instead of Masterclass. | No longer in the track Networks. | Now in Irish instead of English." },
        { Papers, Papers with { Contributions = [First] }, "Contribution no longer in it: “The empty chair”." },
        { Papers with { Contributions = [] }, Papers, "New contributions: “Attendance as evidence” and “The empty chair”." },
        { Papers, Papers with { Contributions = [Second, First] }, "The contributions come in another order." },
        { Papers, Papers with { Contributions = [First with { Title = "Counting", Minutes = 25, Abstract = null }, Second] },
            "Contribution “Attendance as evidence” is now called “Counting”. | “Counting” now has 25 minutes instead of 20. | The abstract of “Counting” changed." },
        { Papers, Papers with { Contributions = [First with { Authors = [new(Harbour.Aoife.Id, false), new(Harbour.Nino.Id, true)] }, Second] },
            "“Attendance as evidence”: ნინო ვარსკვლავაძე now presents; Aoife Brannagh-Quill no longer does." },
        { Papers, Papers with { Contributions = [First with { Authors = [First.Authors[0], new(Harbour.Layla.Id, false)] }, Second] },
            "“Attendance as evidence”: ليلى نجمة is now an author; ნინო ვარსკვლავაძე no longer is." },
        { Talk, Talk with { Title = "X", Contributions = [Talk.Contributions[0] with { Title = "X", Authors = [new(Harbour.Layla.Id, true)] }] },
            "Renamed from “Who is in the room?” to “X”. | ليلى نجمة now speaks; Aoife Brannagh-Quill and ნინო ვარსკვლავაძე no longer do." },
    };

    private static ReleasedSession Unplaced => Session with { LocalStart = null, Minutes = null };

    [Theory, MemberData(nameof(Edits))]
    public void Tells_what_happened(ReleasedSession before, ReleasedSession after, string told) => Told(Of(before), Of(after)).ShouldBe(told);

    [Fact]
    public void Tells_what_came_and_what_went()
    {
        var nothing = Harbour.Document([]);
        Told(nothing, Of(Session)).ShouldBe("Added: Monday 8 January, 14:00 to 16:30, Birch Room.");
        Told(nothing, Of(Unplaced with { Room = null })).ShouldBe("Added; the time is to be announced.");
        Told(nothing, Of(Session with { Status = SessionStatus.Cancelled })).ShouldBe("Added: Monday 8 January, 14:00 to 16:30, Birch Room. | It is cancelled.");
        Told(Of(Session), nothing).ShouldBe("Removed; it was on Monday 8 January, 14:00, Birch Room.");
        Told(Of(Unplaced), nothing).ShouldBe("Removed; its time was to be announced.");
    }

    [Fact]
    public void Tells_what_is_called_otherwise_although_nobody_touched_the_session()
    {
        var before = Of(Session);
        Told(before, before with { Rooms = [Harbour.Birch with { Name = "Rowan Room", Building = "Quay", Capacity = 80 }] })
            .ShouldBe("Birch Room is now called Rowan Room. | Rowan Room is in the building Quay. | Rowan Room has a capacity of 80.");
        Told(before, before with { Types = [Harbour.Masterclass with { Name = "Workshop" }] }).ShouldBe("The type Masterclass is now called Workshop.");
        Told(before, before with { Tracks = [Harbour.Networks with { Name = "Nets" }] }).ShouldBe("The track Networks is now called Nets.");
        Told(before, before with { Tracks = [Harbour.Networks with { Colour = "#000000" }] }).ShouldBe("What it belongs to is marked otherwise.");
        Told(before, before with { People = [Harbour.Aoife with { FamilyName = "Quill", Affiliation = null }, Harbour.Nino, Harbour.Layla] })
            .ShouldBe("Aoife Brannagh-Quill is now called Aoife Quill. | The affiliation of Aoife Quill is no longer said.");
        Told(before, before with { People = [Harbour.Aoife, Harbour.Nino, Harbour.Layla with { Affiliation = "Harbour office" }] }).ShouldBe("Affiliation of ليلى نجمة: Harbour office.");
    }

    [Fact]
    public void Tells_that_the_conference_is_in_another_time_zone()
    {
        var before = Of(Session);
        var paris = before with { Conference = before.Conference with { TimeZone = "Europe/Paris" } };
        Told(before, paris).ShouldBe("Still Monday 8 January, 14:00, but in the time zone Europe/Paris instead of Europe/Dublin, same room.");
        Told(before, before with { Conference = before.Conference with { TimeZone = "Europe/London" } }).ShouldBe("");
    }

    [Fact]
    public void Words_that_were_entered_stand_apart_whatever_they_hold()
    {
        var sentence = Sentence.Of(() => "Renamed from “{0}” to “{1}” on {2}.", "A\u2069\u2068b", "", 3);

        sentence.Text.ShouldBe("Renamed from “Ab” to “” on 3.");
        sentence.Parts.ShouldBe([("Renamed from “", false), ("Ab", true), ("” to “", false), ("", true), ("” on 3.", false)]);
    }

    private static ReleasedSession At(string local) =>
        Session with { LocalStart = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value };

    private static ReleasedSession Published(int hour) => Session with { PublishedStart = Instant.FromUtc(2024, 1, 8, hour, 0) };

    private static ReleaseDocument Of(ReleasedSession session) => Harbour.Document([session]) with { Rooms = [Harbour.Hall, Harbour.Birch, Harbour.Online, Elsewhere] };

    private static string Told(ReleaseDocument older, ReleaseDocument newer) =>
        string.Join(" | ", ToldChange.Between(new PublishedAgenda(older), new PublishedAgenda(newer)).SelectMany(c => c.Sentences).Select(s => s.Text));
}
