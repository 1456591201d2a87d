using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Api.Tests.Schedules;

/// <summary>A first release as organisers might have made it, the same for the same seed: what schedule files and we have in common, and nothing else.</summary>
internal sealed class RandomProgramme
{
    private static readonly string[] Words = ["Łódź", "naïve", "<b>bold</b>", "R&amp;D", "&", "\"quoted\"", "a*b", "中文", "👩🏽‍🔬", "2 < 3", "learning", "networks", "a\\b", "[x](https://x.example)", "it's", "محمد"];
    private static readonly string[] Kinds = ["Workshop", "Keynote", "Panel discussion", "Coffee break"];
    private static readonly string?[] Languages = ["en", "de-CH", "gsw", null];

    private readonly Random random;
    private readonly string slug;

    public RandomProgramme(int seed, string slug) => (random, this.slug) = (new Random(seed), slug);

    public ReleaseDocument Release()
    {
        var rooms = Enumerable.Range(1, 3).Select(n => new ReleasedRoom(new(Id(1, n)), $"room-{n}", $"Room {n} {Line()}", null, null, random.Next(2) == 0 ? random.Next(500) : null, n, random.Next(4) == 0)).ToList();
        var types = Kinds.Select((kind, n) => new ReleasedType(new(Id(2, n)), $"T{n}", kind, null, false, false, false)).ToList();
        var tracks = Enumerable.Range(1, 3).Select(n => new ReleasedTrack(new(Id(3, n)), $"track-{n}", $"Track {n} {Line()}", random.Next(2) == 0 ? "#12ab9f" : null)).ToList();
        var people = Enumerable.Range(1, 8).Select(n => new ReleasedPerson(new(Id(4, n)), $"Given {n}", Line(), Maybe(Line()), null, Maybe(Text()), random.Next(3) == 0 ? Links() : [])).ToList();
        return new ReleaseDocument
        {
            Number = 1,
            PublishedAt = Instant.FromUtc(2024, 1, 1, 0, 0),
            PublishedBy = "Somebody",
            TzdbVersion = "not looked at",
            Conference = new(new(Id(0, 1)), slug, "A conference", "Europe/Dublin", new(2024, 3, 29), new(2024, 4, 2), null, []),
            Rooms = rooms,
            Types = types,
            Tracks = tracks,
            People = people,
            Sessions = [.. Enumerable.Range(1, 14).Select(n => Session(n, rooms, types, tracks, people))],
            Withdrawn = [],
        };
    }

    // Each room, track and person has a session, else the file would not know all of them.
    private ReleasedSession Session(int n, List<ReleasedRoom> rooms, List<ReleasedType> types, List<ReleasedTrack> tracks, List<ReleasedPerson> people)
    {
        var title = $"{Line()} {n}";
        var authors = people.Skip((n - 1) % 8).Take(1).Concat(people.Where(_ => random.Next(5) == 0)).Distinct().ToList();
        var chairs = people.Except(authors).Where(_ => random.Next(8) == 0).ToList();
        var minutes = 5 * random.Next(1, random.Next(5) == 0 ? 400 : 40);
        var hasRoom = n <= 3 || random.Next(5) > 0;
        return new ReleasedSession
        {
            Id = new(Id(5, n)),
            Code = random.Next(3) switch { 0 => $"{n + 100}", 1 => $"MC-{n}.a", _ => $"ABCD{n:d2}" },
            Title = title,
            Type = types[n % types.Count].Id,
            Track = n <= 3 ? tracks[n - 1].Id : random.Next(3) == 0 ? null : tracks[random.Next(3)].Id,
            Language = Languages[random.Next(Languages.Length)],
            Abstract = Maybe(random.Next(3) == 0 ? $"*Subtitle {n} \\* {Line().Replace("*", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)}*\n\n{Text()}" : Text()),
            Status = SessionStatus.Confirmed,
            Room = hasRoom ? rooms[n <= 3 ? n - 1 : random.Next(3)].Id : null,
            LocalStart = new LocalDateTime(2024, 3, 29, 0, 0).PlusDays(random.Next(5)).PlusMinutes(n + (15 * random.Next(96))) is var start && start.Date == new LocalDate(2024, 3, 31) && start.Hour == 1 ? start.PlusHours(2) : start,
            Minutes = minutes,
            Chairs = [.. chairs.Select(p => p.Id)],
            Contributions = [new(new(Id(6, n)), "1", title, null, minutes, [.. authors.Select((p, i) => new ReleasedAuthor(p.Id, i == 0 || random.Next(2) == 0))])],
            Resources = random.Next(2) == 0 ? Links() : [],
        };
    }

    private Link[] Links() => [.. Enumerable.Range(1, random.Next(1, 4)).Select(i => new Link($"Link {Line()}", $"https://x.example/{random.Next()}?a={i}&b=ü"))];

    private string Text() => string.Join("\n\n", Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Line()}\n- {Line()}"));

    private string Line() => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Words[random.Next(Words.Length)]));

    private string? Maybe(string text) => random.Next(4) == 0 ? null : text;

    private static Guid Id(int kind, int n) => new($"018c8000-0000-7000-8000-{(kind * 1000) + n:d12}");
}
