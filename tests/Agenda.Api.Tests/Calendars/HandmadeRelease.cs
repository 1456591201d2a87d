using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Api.Tests.Calendars;

/// <summary>The third release of a small conference in Dublin, made by hand: one of each kind of session that calendars find hard.</summary>
internal static class HandmadeRelease
{
    public static readonly ReleasedRoom Arbutus = new(new(Guid(101)), "arbutus-room", "Arbutus Room", "St. Mary's Building", "Drumcondra Road, Dublin", 60, 1, Virtual: false);
    public static readonly ReleasedRoom Hall = new(new(Guid(102)), "hall", "Hall 1; left, \\ right", null, null, 400, 2, Virtual: false);
    public static readonly ReleasedType Masterclass = new(new(Guid(201)), "MC", "Masterclass", "#336699", Plenary: false, Parallel: false, Break: false);
    public static readonly ReleasedType Papers = new(new(Guid(202)), "PS", "Paper session", null, Plenary: false, Parallel: false, Break: false);
    public static readonly ReleasedType Pause = new(new(Guid(203)), "BR", "Break", null, Plenary: true, Parallel: false, Break: true);
    public static readonly ReleasedTrack Networks = new(new(Guid(301)), "networks", "Networks, systems; change", "#aa3311");
    public static readonly ReleasedPerson Aoife = Person(401, "Aoife", "Ní Bhriain");
    public static readonly ReleasedPerson Lukasz = Person(402, "Łukasz", "Żółkiewski");
    public static readonly ReleasedPerson Mariam = Person(403, "مريم", "الحسن");

    public static ReleaseDocument Document => new()
    {
        Number = 3,
        PublishedAt = Instant.FromUtc(2023, 12, 20, 9, 30),
        PublishedBy = "Programme committee",
        TzdbVersion = "not looked at",
        Conference = new(new(Guid(1)), "schools-2024", "Schools in Motion 2024", "Europe/Dublin", new(2024, 1, 8), new(2024, 1, 10), null, []),
        Rooms = [Arbutus, Hall],
        Types = [Masterclass, Papers, Pause],
        Tracks = [Networks],
        People = [Aoife, Lukasz, Mariam],
        Sessions = [MasterclassC, CancelledPapers, Night, Coffee, Excursion],
        Withdrawn =
        [
            new(new(Guid(591)), "MC-A", "Withdrawn; never to return", "Arbutus Room, St. Mary's Building", new(2024, 1, 9, 9, 0), 90, null, 2, Instant.FromUtc(2023, 12, 20, 9, 30)),
            new(new(Guid(592)), "MC-B", "Withdrawn before it had a slot", null, null, null, null, 1, Instant.FromUtc(2023, 12, 1, 12, 0)),
        ],
    };

    public static ReleasedSession MasterclassC => Session(501, "MC-C", "Designing and Leading Professional Learning Networks", Masterclass) with
    {
        Track = Networks.Id,
        Room = Arbutus.Id,
        LocalStart = new(2024, 1, 8, 14, 0),
        Minutes = 150,
        Chairs = [Aoife.Id, Lukasz.Id],
        Language = "en",
        Abstract = "Networks are *popular*, and for a reason; but do all reach their potential?\n\n- Vision, goals & focus\n- Collective leadership\n\n[Reader](https://x.example/a;b,c)",
        Resources = [new("Slides", "https://x.example/slides?a=1;2,3")],
        Sequence = 2,
    };

    public static ReleasedSession CancelledPapers => Session(502, "PS-2.1", "Assessment, \"grading\" \\ feedback", Papers) with
    {
        Status = SessionStatus.Cancelled,
        Room = Hall.Id,
        LocalStart = new(2024, 1, 9, 11, 0),
        Minutes = 60,
        Chairs = [Aoife.Id],
        Discussants = [Lukasz.Id, Mariam.Id],
        Contributions =
        [
            new(new(Guid(601)), "PS-2.1.1", "What grades do", "Not shown", 20, [new(Lukasz.Id, Presenting: true), new(Mariam.Id, Presenting: false)]),
            new(new(Guid(602)), "PS-2.1.2", "What grades do not", null, null, [new(Mariam.Id, Presenting: true)]),
            new(new(Guid(603)), "PS-2.1.3", "Plenary discussion", null, 10, []),
        ],
        Sequence = 4,
        ChangedAt = Instant.FromUtc(2023, 12, 20, 9, 30),
    };

    public static ReleasedSession Night => Session(503, "EV-Łódź", "Night of stories 👩🏽‍🔬🏳️‍🌈 ليلة الحكايات 中文字的夜晚 e\u0301toile\u202Eright to left\u202C", Masterclass) with
    {
        LocalStart = new(2024, 1, 9, 23, 0),
        Minutes = 150,
        Chairs = [Mariam.Id],
        Abstract = "قصص من كل مكان، للجميع. Stories from everywhere: bring yours 🎉🎉🎉.\u0007\u0000 Half a character: \uD83D.",
    };

    public static ReleasedSession Coffee => Session(504, "BR-1", "Coffee", Pause) with { LocalStart = new(2024, 1, 9, 10, 30), Minutes = 30 };

    public static ReleasedSession Excursion => Session(505, "EX-1", "Excursion, to be announced", Masterclass) with { Chairs = [Lukasz.Id] };

    /// <summary>Ids that are the same on every run.</summary>
    public static Guid Guid(int n) => new($"018c8000-0000-7000-8000-{n:d12}");

    private static ReleasedPerson Person(int id, string given, string family) => new(new(Guid(id)), given, family, "University of Somewhere", "IE", null, []);

    private static ReleasedSession Session(int id, string code, string title, ReleasedType type) => new()
    {
        Id = new(Guid(id)),
        Code = code,
        Title = title,
        Type = type.Id,
        Status = SessionStatus.Confirmed,
        ChangedAt = Instant.FromUtc(2023, 12, 1, 12, 0),
    };
}
