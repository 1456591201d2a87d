using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.House;

namespace Agenda.Api.Tests.Calendars;

/// <summary>The feeds of programmes that were really published, seen by parsers that are not ours.</summary>
public sealed class RealProgrammeFeedTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Theory]
    [InlineData("fosdem-2024.schedule.xml", "Europe/Brussels", "2024-02-03")]
    [InlineData("debconf-2023.schedule.xml", "Asia/Kolkata", "2023-09-10")]
    [InlineData("camp-2019.schedule.json", "Europe/Berlin", "2019-08-21")]
    [InlineData("democon.schedule.json", "Europe/Berlin", "2025-01-01")]
    [InlineData("hub.schedule2.json", "Europe/Berlin", "2024-01-01")]
    public async Task Says_what_the_agenda_says(string file, string zone, string day)
    {
        var folder = Environment.GetEnvironmentVariable("AGENDA_REAL_DATA") is { Length: > 0 } said ? said : Path.Combine(Checkout.Root, "..", "shared", "data");
        var path = Path.Combine(folder, "schedules", file);
        Assert.SkipUnless(File.Exists(path), $"Needs the real programme {file} (AGENDA_REAL_DATA names the folder of real data).");

        var slug = file.Split('.')[0];
        var given = await Given.Conference(host, slug, zone, day, day);
        using var programme = new ByteArrayContent(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        (await given.Organiser.Add($"{given.Path}/imports?zone={zone}", programme)).ShouldBe(HttpStatusCode.OK);
        await given.PublishedAsItIs();

        var agenda = await host.Reader().Read($"{given.Path}/agenda");
        var expected = agenda["sessions"].EnumerateArray().Where(s => s.GetProperty("start").ValueKind != JsonValueKind.Null).Select(s => Said(s, agenda["title"].GetString()!)).ToList();
        expected.ShouldNotBeEmpty();
        var feed = await host.Reader().GetByteArrayAsync($"/calendars/{slug}.ics", TestContext.Current.CancellationToken);

        CalendarText.Components(feed, "VEVENT").Count.ShouldBe(expected.Count);
        foreach (var (parser, seen) in await IndependentReaders.Read(feed))
            seen.Select(e => e with { Description = null }).ShouldBe(expected, parser);
    }

    private static SeenEvent Said(JsonElement session, string conference)
    {
        var room = session.GetProperty("room");
        var cancelled = session.GetProperty("status").GetString() == "cancelled";
        return new(
            $"{session.GetProperty("id").GetString()}@agenda.example.org",
            session.GetProperty("startUtc").GetString(),
            session.GetProperty("endUtc").GetString(),
            $"{(cancelled ? "Cancelled: " : "")}{session.GetProperty("code").GetString()}: {session.GetProperty("title").GetString()}",
            room.ValueKind == JsonValueKind.Null ? conference : Location(room.GetProperty("name").GetString()!, room.GetProperty("building").GetString()),
            Description: null,
            cancelled ? "CANCELLED" : "CONFIRMED");
    }

    private static string Location(string room, string? building) => building is null ? room : $"{room}, {building}";
}
