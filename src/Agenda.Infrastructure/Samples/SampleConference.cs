using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure.Samples;

/// <summary>
/// An invented congress of three days with sessions of all kinds, for trying the service out and for its own tests. It contains on purpose
/// what is hard: names in many scripts, an evening that ends past midnight, a cancelled session, a draft and one without a slot.
/// </summary>
public static class SampleConference
{
    public const string Slug = "meitheal-2027";

    /// <summary>Adds the sample to the database and publishes it, both or neither.</summary>
    public static Task AddToAsync(AgendaDbContext db, Instant now, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(stop);
                var sample = Build();
                db.Add(sample.Conference);
                db.AddRange(sample.Buildings);
                db.AddRange(sample.Rooms);
                db.AddRange(sample.Types);
                db.AddRange(sample.Tracks);
                db.AddRange(sample.People);
                db.AddRange(sample.Sessions);
                await db.SaveChangesAsync(stop);
                var outcome = await ReleaseStore.PublishAsync(db, sample.Conference.Id, new PublishOrder(new Publication(now, "Sample", "The sample programme")), stop);
                if (outcome.Refusal is { } refusal)
                    throw new InvalidOperationException($"The sample cannot be published: {refusal.Reason}");

                await transaction.CommitAsync(stop);
            },
            cancellation);

    /// <summary>The sample as a programme that nobody has stored yet.</summary>
    public static Programme Build()
    {
        var conference = new Conference(Slug, new ConferenceFacts(
            "Meitheal 2027: Congress of Schools That Learn (sample)",
            ConferenceZone.Of("Europe/Dublin"),
            new LocalDate(2027, 1, 12),
            new LocalDate(2027, 1, 14),
            "Congress office, Foyer of St. Brigid's House, open from 08:00 on all days",
            [new Link("Congress website", "https://meitheal.example.org/2027"), new Link("How to get here", "https://meitheal.example.org/2027/travel")]));

        var buildings = SampleVenue.Buildings.ToDictionary(b => b.Name, b => new Building(conference, b.Name, b.Address));
        var rooms = SampleVenue.Rooms.Select((r, order) =>
                new Room(conference, r.Slug, new RoomFacts(r.Name, r.Building is null ? null : buildings[r.Building], r.Capacity, order, Virtual: r.Building is null)))
            .ToDictionary(r => r.Slug);
        var types = SampleVenue.Types.ToDictionary(t => t.Code, t => new SessionType(conference, t.Code, t.Facts));
        var tracks = SampleVenue.Tracks.ToDictionary(t => t.Slug, t => new Track(conference, t.Slug, t.Name, t.Colour));
        var people = SamplePeople.All.ToDictionary(p => p.Key, p => new Person(conference, p.Facts with { Email = $"{p.Key}@example.org" }));

        var sessions = new List<Session>();
        foreach (var line in SampleTuesday.Sessions.Concat(SampleWednesday.Sessions).Concat(SampleThursday.Sessions).Concat(SampleUnplaced.Sessions))
        {
            var session = new Session(conference, Facts(line, types[line.Type], line.Track is null ? null : tracks[line.Track], people));
            if (line.Slot is { } slot)
                session.Place(line.Room is null ? null : rooms[line.Room], slot);
            sessions.Add(session);
        }

        return new Programme(conference, [.. buildings.Values], [.. rooms.Values], [.. types.Values], [.. tracks.Values], [.. people.Values], sessions);
    }

    private static SessionFacts Facts(SampleSession line, SessionType type, Track? track, Dictionary<string, Person> people) => new(line.Code, line.Title, type)
    {
        Track = track,
        Language = line.Language,
        Abstract = line.Abstract,
        Status = line.Status,
        Chairs = [.. Names(line.Chairs).Select(name => people[name].Id)],
        Discussants = [.. Names(line.Discussants).Select(name => people[name].Id)],
        Contributions = [.. line.Talks.Select((talk, i) => new ContributionFacts($"{line.Code}.{i + 1}", talk.Title)
        {
            Minutes = talk.Minutes,
            Abstract = talk.Abstract,
            Authors = [.. Names(talk.Authors).Select(name => new AuthorFacts(people[name.TrimEnd('*')].Id, Presenting: name.EndsWith('*')))],
        })],
        Resources = line.Resources,
    };

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
