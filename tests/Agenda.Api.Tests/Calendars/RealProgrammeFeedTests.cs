using System.Net;
using Agenda.Api.Tests.House;

namespace Agenda.Api.Tests.Calendars;

/// <summary>The feeds of programmes that were really published, seen by parsers that are not ours.</summary>
public sealed class RealProgrammeFeedTests(RealProgrammeFeeds programmes) : IClassFixture<RealProgrammeFeeds>
{
    private static readonly (string File, string Zone, string Day)[] Programmes =
    [
        ("fosdem-2024.schedule.xml", "Europe/Brussels", "2024-02-03"),
        ("debconf-2023.schedule.xml", "Asia/Kolkata", "2023-09-10"),
        ("camp-2019.schedule.json", "Europe/Berlin", "2019-08-21"),
        ("democon.schedule.json", "Europe/Berlin", "2025-01-01"),
        ("hub.schedule2.json", "Europe/Berlin", "2024-01-01"),
    ];

    public static TheoryData<string, string, string, string> ProgrammesAndReaders =>
        [.. from programme in Programmes from reader in IndependentReaders.All.Select(row => row.Data) select (programme.File, programme.Zone, programme.Day, reader)];

    [Theory, MemberData(nameof(ProgrammesAndReaders))]
    public async Task Say_what_the_agenda_says_wherever_the_machine_is(string file, string zone, string day, string reader)
    {
        var feeds = await programmes.OfAsync(file, zone, day);
        feeds.Events.ShouldBePositive();
        foreach (var machineZone in IndependentReaders.MachineZones)
            await feeds.ShouldBeReadBy(reader, machineZone);
    }
}

/// <summary>Real programmes, imported and published when they are first asked for, and their feeds.</summary>
public sealed class RealProgrammeFeeds : AgendaHost
{
    /// <summary>Of each programme so many rooms, persons and sessions, beside the whole and each day.</summary>
    private const int Some = 5;

    private readonly Dictionary<string, FeedFolder> fetched = [];

    internal async Task<FeedFolder> OfAsync(string file, string zone, string day)
    {
        if (fetched.TryGetValue(file, out var known))
            return known;

        var folder = Environment.GetEnvironmentVariable("AGENDA_REAL_DATA") is { Length: > 0 } said ? said : Path.Combine(Checkout.Root, "..", "shared", "data");
        var path = Path.Combine(folder, "schedules", file);
        Assert.SkipUnless(File.Exists(path), $"Needs the real programme {file} (AGENDA_REAL_DATA names the folder of real data).");

        var slug = file.Split('.')[0];
        var given = await Given.Conference(this, slug, zone, day, day);
        using var programme = new ByteArrayContent(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        (await given.Organiser.Add($"{given.Path}/imports?zone={zone}", programme)).ShouldBe(HttpStatusCode.OK);
        await given.PublishedAsItIs();
        return fetched[file] = await new PublishedFeeds(Reader(), slug).FetchAsync(Some);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var folder in fetched.Values)
            folder.Dispose();
        await base.DisposeAsync();
    }
}
