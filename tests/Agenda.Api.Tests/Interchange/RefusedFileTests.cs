using System.IO.Compression;
using System.Net;
using System.Text;

namespace Agenda.Api.Tests.Interchange;

/// <summary>What is no schedule is refused with a reason, and changes nothing.</summary>
public sealed class RefusedFileTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Entities =
        """<!DOCTYPE schedule [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><schedule><conference><title>&b;</title></conference></schedule>""";

    private const string Outside = """<!DOCTYPE schedule SYSTEM "file:///etc/passwd"><schedule/>""";

    public static TheoryData<string, string, string> Files => new()
    {
        { "empty", "", "not-a-schedule" },
        { "blanks", " \r\n\t", "not-a-schedule" },
        { "words", "Dear organisers, please find attached", "not-a-schedule" },
        { "a web page", "<html><body>Not found</body></html>", "not-a-schedule" },
        { "another calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "not-a-schedule" },
        { "an answer without a schedule", """{"detail":"Not found."}""", "not-a-schedule" },
        { "a schedule without a conference", """{"schedule":{"days":[]}}""", "not-a-schedule" },
        { "an array", "[1,2,3]", "not-a-schedule" },
        { "no event in XML", "<schedule><conference><title>x</title></conference><day date='2031-01-01'><room name='A'/></day></schedule>", "no-events" },
        { "no event in JSON", """{"schedule":{"conference":{"days":[]}}}""", "no-events" },
        { "breaks off in XML", "<schedule><conference><title>x</title></conference><day date='2031-01-01'><room name='A'><event id='1'>", "not-well-formed" },
        { "breaks off in JSON", """{"schedule":{"conference":{"title":"x""", "not-well-formed" },
        { "two roots", """{"schedule":{"conference":{}}}{"schedule":{}}""", "not-well-formed" },
        { "entities", Entities, "document-type" },
        { "other files", Outside, "document-type" },
        { "deep XML", $"<schedule>{string.Concat(Enumerable.Repeat("<a>", 5_000))}", "too-much" },
        { "deep event", $"<schedule><day><event>{string.Concat(Enumerable.Repeat("<a>", 100_000))}", "too-much" },
        { "deep JSON", string.Concat(Enumerable.Repeat("""{"schedule":""", 5_000)), "too-much" },
        { "a wide event", $"<schedule><day><event>{string.Concat(Enumerable.Repeat("<a/>", 30_000))}</event></day></schedule>", "too-much" },
        { "a strange encoding", """<?xml version="1.0" encoding="x-klingon"?><schedule/>""", "unknown-encoding" },
        { "days that are no list", """{"schedule":{"conference":{"days":{"index":1}}}}""", "malformed-schedule" },
        { "events that are no objects", """{"schedule":{"conference":{},"events":["a","b"]}}""", "malformed-schedule" },
        { "GUIDs that are numbers", """{"schedule":{"conference":{},"events":[{"guid":7}]}}""", "malformed-schedule" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Refuses_what_is_no_schedule(string name, string file, string code)
    {
        var given = await Given.Conference(host, $"refused-{Math.Abs(name.GetHashCode(StringComparison.Ordinal))}");
        await given.Imported(ScheduleFixtures.Own("lenient.schedule.xml"));
        var before = await host.Everything();

        (await given.Import(file)).ShouldBeProblem(HttpStatusCode.BadRequest, code);

        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task Refuses_a_zip_file()
    {
        var given = await Given.Conference(host, "zip");
        using var bytes = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, TestContext.Current.CancellationToken))
        {
            await using var entry = await zip.CreateEntry("schedule.xml").OpenAsync(TestContext.Current.CancellationToken);
            await entry.WriteAsync("<schedule/>"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        (await given.Import(bytes.ToArray())).ShouldBeProblem(HttpStatusCode.BadRequest, "not-a-schedule");
    }

    [Fact]
    public async Task Refuses_more_than_64_megabytes_and_takes_just_that_much()
    {
        var given = await Given.Conference(host, "large");
        var file = new byte[(64 * 1024 * 1024) + 1];
        file.AsSpan().Fill((byte)' ');

        (await given.Import(file)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        (await given.Import(file[..^1])).ShouldBeProblem(HttpStatusCode.BadRequest, "not-a-schedule");
    }

    [Fact]
    public async Task Refuses_what_is_asked_wrongly()
    {
        var given = await Given.Conference(host, "asked");
        var file = ScheduleFixtures.Own("lenient.schedule.xml");

        (await given.Import(file, "?format=xcal")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-format")["errors"].TryGetProperty("format", out _).ShouldBeTrue();
        (await given.Import(file, "?format=schedule-json")).ShouldBeProblem(HttpStatusCode.BadRequest, "other-format");
        (await given.Import(file, "?zone=Europe/Atlantis")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-time-zone")["errors"].TryGetProperty("zone", out _).ShouldBeTrue();
        (await given.Import(file, "?dryRun=perhaps")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await given.Import(file, "", "image/png")).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        (await new Given(given.Organiser, "nowhere").Import(file)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        (await new Given(host.Reader(), "asked").Import(file)).ShouldBeProblem(HttpStatusCode.Unauthorized, "key-needed");
        (await given.Programme()).ShouldBeEmpty();
    }
}
