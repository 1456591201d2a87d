using System.IO.Compression;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Samples;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Tests.Samples;

public sealed class SampleConferenceTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private readonly SqliteAgendaDbContext db = sample.Db;
    private readonly PublishedAgenda agenda = sample.Agenda;

    [Fact]
    public void Is_published_as_release_1_with_sessions_of_all_kinds()
    {
        agenda.Document.Number.ShouldBe(1);
        agenda.Document.PublishedAt.ShouldBe(SampleDatabase.Now);
        agenda.Sessions.CountBy(s => s.Type.Code).ToDictionary().ShouldBe(
            new Dictionary<string, int> { ["MC"] = 7, ["KN"] = 5, ["PS"] = 8, ["SY"] = 4, ["PO"] = 7, ["NM"] = 2, ["SO"] = 3, ["BR"] = 7 }, ignoreOrder: true);
        agenda.Sessions.Where(s => s.Cancelled).Select(s => s.Code).ShouldBe(["PS-5"]);
        agenda.Sessions.Where(s => s.Times is null).Select(s => s.Code).ShouldBe(["MC-G"]);
        agenda.Sessions.Where(s => s.Discussants.Count > 0).Select(s => s.Code).ShouldBe(["SY-1", "SY-2", "SY-3", "SY-4"]);
        agenda.Sessions.Where(s => s.Room is { Virtual: true }).Select(s => s.Code).ShouldBe(["NM-1", "KN-2L", "NM-2"]);
        agenda.Document.Rooms.Select(r => r.Building).Distinct().ShouldBe(["St. Brigid's House", "Mill House", null]);
        agenda.Languages.ShouldBe(["ar", "de", "en", "ga"]);
    }

    [Fact]
    public void Starts_every_session_on_a_day_of_the_conference_and_ends_one_past_midnight()
    {
        agenda.Days.ShouldBe([new LocalDate(2027, 1, 12), new LocalDate(2027, 1, 13), new LocalDate(2027, 1, 14)]);
        agenda.Sessions.Where(s => s.Times is { } times && times.End.Date > times.Start.Date).Select(s => s.Code).ShouldBe(["SO-2"]);
        agenda.Session("SO-2")!.Day.ShouldBe(new LocalDate(2027, 1, 13));
    }

    [Fact]
    public void Books_no_room_twice_at_a_time_save_for_posters()
    {
        var meeting = from a in Placed from b in Placed where Before(a, b) && a.Room is not null && a.Room == b.Room && Meet(a, b) select (a, b);
        meeting.ShouldAllBe(pair => pair.a.Type.Parallel && pair.b.Type.Parallel);
        meeting.Count().ShouldBe(6 + 3, "four posters, then three, share the Foyer");
    }

    [Fact]
    public void Asks_nobody_to_be_in_two_places_at_once()
    {
        (from a in Placed from b in Placed where Before(a, b) && Meet(a, b) from person in a.People.Intersect(b.People) select $"{person.Name}: {a.Code}, {b.Code}").ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_enough_time_for_the_contributions()
    {
        Placed.Where(s => s.Contributions.Sum(c => c.Released.Minutes ?? 0) > s.Released.Minutes).Select(s => s.Code).ShouldBeEmpty();
        Placed.Where(s => s.Type.Code == "PS").ShouldAllBe(s => s.Cancelled || s.Contributions.Count >= 3);
    }

    [Theory]
    [InlineData("lodz", "KN-1", "PS-5", "PS-6", "KN-4")]
    [InlineData("زيتونية", "PS-3")]
    [InlineData("חורש", "MC-G")]
    [InlineData("柳晓雯", "PS-4", "MC-E", "KN-4")]
    [InlineData("θαλασσινακη", "KN-2", "PS-7")]
    [InlineData("вербогай", "PS-6", "PO-6")]
    [InlineData("ni thuathalain", "KN-1", "KN-2", "MC-D")]
    public void Has_names_in_many_scripts(string query, params string[] codes) =>
        agenda.Select(new AgendaFilter { Queries = [query] }).Sessions.Select(i => agenda.Sessions[i].Code).ShouldBe(codes);

    [Fact]
    public async Task Keeps_the_draft_and_all_email_addresses_private()
    {
        // What must not come out is there.
        (await db.Sessions.SingleAsync(s => s.Status == SessionStatus.Draft, Stop)).ShouldSatisfyAllConditions(s => s.Code.ShouldBe("SY-5"), s => s.Slot.ShouldNotBeNull());
        (await db.People.CountAsync(p => p.Email!.EndsWith("@example.org"), Stop)).ShouldBe(agenda.People.Count + 1);

        using var document = new StreamReader(new BrotliStream(new MemoryStream((await db.Releases.SingleAsync(Stop)).Document), CompressionMode.Decompress));
        var text = await document.ReadToEndAsync(Stop);
        text.ShouldContain("Łucja");
        foreach (var secret in (string[])["@example.org", "SY-5", "Embargoed", "Undermeadow"])
            text.ShouldNotContain(secret, Case.Insensitive);
    }

    [Fact]
    public void Keeps_to_what_organisers_may_enter()
    {
        var sample = SampleConference.Build();
        Slug.IsValid(sample.Conference.Slug).ShouldBeTrue();
        Slug.IsReserved(sample.Conference.Slug).ShouldBeFalse();
        sample.Rooms.Select(r => r.Slug).Concat(sample.Tracks.Select(t => t.Slug)).ShouldAllBe(slug => Slug.IsValid(slug));
        sample.Types.Select(t => t.Colour).Concat(sample.Tracks.Select(t => t.Colour)).ShouldAllBe(colour => colour == null || Domain.Conferences.Colour.IsValid(colour));
        sample.Sessions.SelectMany(s => s.Resources).Concat(sample.Conference.Links).ShouldAllBe(link => Link.IsWebAddress(link.Url));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IEnumerable<PublishedSession> Placed => agenda.Sessions.Where(s => s.Times is not null);

    private static bool Before(PublishedSession a, PublishedSession b) => string.CompareOrdinal(a.Code, b.Code) < 0;

    private static bool Meet(PublishedSession a, PublishedSession b) =>
        a.Times!.Value.Start.ToInstant() < b.Times!.Value.End.ToInstant() && b.Times.Value.Start.ToInstant() < a.Times.Value.End.ToInstant();
}

/// <summary>A database file with nothing but the sample.</summary>
public sealed class SampleDatabase : IAsyncLifetime
{
    internal static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 0);

    private readonly string folder = Directory.CreateTempSubdirectory("agenda-sample-").FullName;

    internal SqliteAgendaDbContext Db { get; private set; } = null!;

    internal PublishedAgenda Agenda { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Db = new(new DbContextOptionsBuilder<SqliteAgendaDbContext>().UseSqlite($"Data Source={folder}/agenda.db;Pooling=False").Options);
        await Db.Database.MigrateAsync();
        await SampleConference.AddToAsync(Db, Now, CancellationToken.None);
        var conference = await Db.Conferences.AsNoTracking().SingleAsync();
        Agenda = new((await ReleaseStore.ReadAsync(Db, conference.Id, null, CancellationToken.None))!);
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
