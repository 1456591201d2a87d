using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Agenda.Api.Tests.Interchange;

/// <summary>A real programme in ConfTool's layouts comes in whole, whichever of them it is.</summary>
public sealed class RealConfToolTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Paris = "?zone=Europe/Paris";

    [Theory]
    [InlineData("models2016-sessions.csv")]
    [InlineData("models2016-sessions.xml")]
    public async Task Sessions_chairs_rooms_with_seats_and_papers_arrive(string name)
    {
        var file = ScheduleFixtures.Real(name, "conftool");
        var read = XDocument.Parse(System.Text.Encoding.UTF8.GetString(ScheduleFixtures.Real("models2016-sessions.xml", "conftool")).TrimStart('\uFEFF')).Root!.Elements("session").ToList();
        var given = await Given.Conference(host, $"models-{name[^3..]}", "Europe/Paris", "2016-10-01", "2016-10-10");

        var report = await given.Imported(file, Paris);

        report.Sessions().ShouldBe((156, 0, 0));
        read.Count.ShouldBe(156);
        report.Notes("leftOut").Length.ShouldBe(13);
        report.Notes("leftOut").ShouldAllBe(note => note.EndsWith("| \"Session abstract\" | It is a placeholder, no text.", StringComparison.Ordinal));
        report.Notes("mended").Count(note => note.Contains("Lamennais 4+5", StringComparison.Ordinal)).ShouldBe(1);
        (await Told(given)).ShouldBe(read.Select(Of).Order(StringComparer.Ordinal));
        var rooms = (await given.Organiser.Read($"{given.Path}/rooms?limit=500"))["items"].EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, r => r.GetProperty("capacity").ToString());
        rooms.Select(r => $"{r.Key}: {r.Value}").Order(StringComparer.Ordinal).ShouldBe(
            read.Select(s => $"{Value(s, "session_room")}: {Value(s, "session_room_info").Replace("capacity: ", "", StringComparison.Ordinal)}").Distinct().Order(StringComparer.Ordinal));
        (await given.RoomNamed("Lamennais 1+2"))["parts"].EnumerateArray().Select(p => p.GetString()).ShouldBe(["lamennais-1", "lamennais-2"]);
    }

    [Fact]
    public async Task Table_and_XML_and_then_the_papers_agree()
    {
        var given = await Given.Conference(host, "models-both", "Europe/Paris", "2016-10-01", "2016-10-10");
        await given.Imported(ScheduleFixtures.Real("models2016-sessions.csv", "conftool"), Paris);
        var before = await Told(given);

        (await given.Imported(ScheduleFixtures.Real("models2016-sessions.xml", "conftool"), Paris)).Sessions().ShouldBe((0, 0, 156));
        var papers = await given.Imported(ScheduleFixtures.Real("models2016-papers.csv", "conftool"), Paris);

        papers.Sessions().Created.ShouldBe(0);
        papers.Tally("people").Created.ShouldBe(0);
        papers["gone"].GetArrayLength().ShouldBe(0);
        (await Told(given)).ShouldBe(before);
    }

    private static async Task<List<string>> Told(Given given)
    {
        var people = (await given.People()).ToDictionary(p => p.Key, p => $"{p.Value.GetProperty("familyName").GetString()}, {p.Value.GetProperty("givenName").GetString()}");
        var sessions = (await given.Organiser.Read($"{given.Path}/sessions?limit=500")).ShouldBe(HttpStatusCode.OK)["items"];
        return [.. sessions.EnumerateArray().Select(s => Of(s, people)).Order(StringComparer.Ordinal)];
    }

    // "code | title | start - minutes | chairs | papers with their authors", as both sides can say it.
    private static string Of(JsonElement s, Dictionary<Guid, string> people) =>
        $"{s.GetProperty("code").GetString()} | {s.GetProperty("title").GetString()} | {s.GetProperty("placement").GetProperty("start").GetString()!.Replace('T', ' ')[..16]} {s.GetProperty("placement").GetProperty("minutes").GetInt32()} | "
        + $"{string.Join("; ", s.GetProperty("chairs").EnumerateArray().Select(c => Folded(people[c.GetGuid()])).Order(StringComparer.Ordinal))} | "
        + string.Join(" / ", s.GetProperty("contributions").EnumerateArray().Select(c => $"{c.GetProperty("code").GetString()} {string.Join("; ", c.GetProperty("authors").EnumerateArray().Select(a => Folded(people[a.GetProperty("person").GetGuid()])))}"));

    private static string Of(XElement s)
    {
        var (start, end) = (Value(s, "session_start"), Value(s, "session_end"));
        var minutes = (int)(TimeSpan.Parse(end[11..], System.Globalization.CultureInfo.InvariantCulture) - TimeSpan.Parse(start[11..], System.Globalization.CultureInfo.InvariantCulture)).TotalMinutes;
        var chairs = Enumerable.Range(1, 3).Select(n => Value(s, $"chair{n}")).Where(c => c.Length > 0).Select(Folded).Order(StringComparer.Ordinal);
        var papers = Enumerable.Range(1, 6).Where(n => Value(s, $"p{n}_paperID").Length > 0).OrderBy(n => Value(s, $"p{n}_start"), StringComparer.Ordinal)
            .Select(n => $"{Value(s, $"p{n}_paperID")} {string.Join("; ", Value(s, $"p{n}_authors").Split("; ").Select(Folded))}");
        return $"{Value(s, "session_short")} | {Value(s, "session_title")} | {start} {minutes} | {string.Join("; ", chairs)} | {string.Join(" / ", papers)}";
    }

    // The file writes some people with and without accents; here they are one.
    private static string Folded(string name) => Domain.Text.FoldedText.Of(name.Trim());

    private static string Value(XElement s, string column) => s.Element(column)?.Value.Trim() ?? "";
}
