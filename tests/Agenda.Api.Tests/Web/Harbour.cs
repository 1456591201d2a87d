using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Api.Tests.Web;

/// <summary>A small published programme in Dublin, of which each test changes what it is about.</summary>
internal static class Harbour
{
    public static readonly ReleasedRoom Hall = new(RoomId.New(), "great-hall", "Great Hall", "Linen Hall", "1 Quay Street", 420, 1, false);
    public static readonly ReleasedRoom Birch = new(RoomId.New(), "birch-room", "Birch Room", "Linen Hall", null, 60, 2, false);
    public static readonly ReleasedRoom Online = new(RoomId.New(), "online", "Online Room", null, null, null, 3, true);
    public static readonly ReleasedType Masterclass = new(SessionTypeId.New(), "MC", "Masterclass", null, false, false, false);
    public static readonly ReleasedType Keynote = new(SessionTypeId.New(), "KN", "Keynote", null, true, false, false);
    public static readonly ReleasedType Pause = new(SessionTypeId.New(), "BR", "Break", null, false, false, true);
    public static readonly ReleasedTrack Networks = new(TrackId.New(), "networks", "Networks", "#3b5b9d");
    public static readonly ReleasedTrack Equity = new(TrackId.New(), "equity", "Équité", null);
    public static readonly ReleasedPerson Aoife = new(PersonId.New(), "Aoife", "Brannagh-Quill", "Ardmullen College of Teaching", "IE", null, []);
    public static readonly ReleasedPerson Nino = new(PersonId.New(), "ნინო", "ვარსკვლავაძე", "University of Upper Svaneti", "GE", null, []);
    public static readonly ReleasedPerson Layla = new(PersonId.New(), "ليلى", "نجمة", null, null, null, []);

    /// <summary>27 July 2024, 07:04:58 in Dublin, where it is summer.</summary>
    public static readonly Instant SummerMorning = Instant.FromUtc(2024, 7, 27, 6, 4, 58);

    public static ReleasedSession MasterclassC => new()
    {
        Id = SessionId.New(),
        Code = "MC-C",
        Title = "Designing and Leading Professional Learning Networks",
        Type = Masterclass.Id,
        Track = Networks.Id,
        Language = "en",
        Abstract = "Engaging *educators*.\n\n## What to bring\n\n- one sheet",
        Status = SessionStatus.Confirmed,
        Room = Birch.Id,
        LocalStart = new(2024, 1, 8, 14, 0),
        Minutes = 150,
        Chairs = [Aoife.Id, Nino.Id],
        Discussants = [Layla.Id],
        Resources = [new Link("Worksheet", "https://example.org/sheet.pdf")],
    };

    public static ReleasedSession Opening => new()
    {
        Id = SessionId.New(),
        Code = "OP-1",
        Title = "Opening",
        Type = Keynote.Id,
        Status = SessionStatus.Confirmed,
        Room = Hall.Id,
        LocalStart = new(2024, 1, 8, 9, 0),
        Minutes = 30,
    };

    public static ReleasedSession Papers => new()
    {
        Id = SessionId.New(),
        Code = "PS-1",
        Title = "Who is in the room?",
        Type = Masterclass.Id,
        Track = Equity.Id,
        Language = "ga",
        Status = SessionStatus.Confirmed,
        Room = Online.Id,
        LocalStart = new(2024, 1, 9, 23, 0),
        Minutes = 90,
        Contributions =
        [
            new(ContributionId.New(), "PS-1.1", "Attendance as evidence", "A *count*.\n\n# Method", 20, [new(Aoife.Id, true), new(Nino.Id, false)]),
            new(ContributionId.New(), "PS-1.2", "The empty chair", null, 25, []),
        ],
    };

    public static ReleasedSession Cancelled => Opening with { Id = SessionId.New(), Code = "MC-X", Title = "Mentoring", Type = Masterclass.Id, Status = SessionStatus.Cancelled, Chairs = [Nino.Id] };

    public static ReleasedSession Unplaced => Opening with { Id = SessionId.New(), Code = "TBA", Title = "Surprise", LocalStart = null, Minutes = null, Room = null };

    public static PublishedAgenda Published(params IReadOnlyList<ReleasedSession> sessions) => new(Document(sessions));

    public static ReleaseDocument Document(IReadOnlyList<ReleasedSession> sessions) => new()
    {
        Number = 3,
        PublishedAt = Instant.FromUtc(2023, 12, 1, 10, 0),
        PublishedBy = "desk",
        TzdbVersion = "any",
        Conference = new(ConferenceId.New(), "harbour-24", "Harbour 24", "Europe/Dublin", new(2024, 1, 8), new(2024, 1, 10), "desk@example.org", [new("Home page", "https://example.org/")]),
        Rooms = [Hall, Birch, Online],
        Types = [Pause, Keynote, Masterclass],
        Tracks = [Equity, Networks],
        People = [Aoife, Nino, Layla],
        Sessions = sessions,
        Withdrawn = [],
    };
}
