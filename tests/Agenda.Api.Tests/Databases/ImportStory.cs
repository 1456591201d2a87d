using System.Net;
using System.Text;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which schedule files come in: new, newer, tried only, and refused; and tables that come back from a spreadsheet.</summary>
internal sealed class ImportStory(HttpClient organiser)
{
    private readonly Given given = new(organiser, "imported");

    /// <summary>Two events in two rooms; a newer one has one moved, one gone and one more.</summary>
    public static string File(bool newer = false) =>
        $"""
        <schedule>
          <conference><title>Imported</title><start>2024-02-03</start><end>2024-02-04</end><time_zone_name>Europe/Brussels</time_zone_name></conference>
          <day index="1" date="2024-02-03">
            <room name="Janson">
              {Event("11111111-0000-4000-8000-000000000001", newer ? "11:00" : "09:30", "Opening", "Keynote", "Maja Łódzka")}
              {(newer ? Event("11111111-0000-4000-8000-000000000003", "15:00", "Added", "Workshop", "Niamh Ó Súilleabháin") : "")}
            </room>
            <room name="K.1.105">{(newer ? "" : Event("11111111-0000-4000-8000-000000000002", "10:30", "Goes", "Talk", "Maja Łódzka"))}</room>
          </day>
        </schedule>
        """;

    public async Task TellAsync()
    {
        var conference = new { slug = given.Slug, name = "Imported", timeZone = "Europe/Brussels", firstDay = "2024-02-03", lastDay = "2024-02-04" };
        (await organiser.Add("/api/v1/conferences", conference)).ShouldBe(HttpStatusCode.Created);
        (await Import(File(), "?dryRun=true"))["created"].GetInt32().ShouldBe(2);
        (await Import(File()))["created"].GetInt32().ShouldBe(2);
        (await Import(File()))["unchanged"].GetInt32().ShouldBe(2);
        var newer = await Import(File(newer: true), "?format=frab-xml&zone=Europe/Brussels");
        (newer["created"].GetInt32(), newer["updated"].GetInt32(), newer["gone"].GetArrayLength()).ShouldBe((1, 1, 1));
        (await organiser.Add($"{given.Path}/imports", Xml("<html/>"))).ShouldBe(HttpStatusCode.BadRequest);
        var site = await Interchange.FakeConfTool.Shared;
        var fetch = new { address = site.NewSite(), passphrase = Interchange.FakeConfTool.Passphrase };
        (await organiser.Add($"{given.Path}/imports/conftool?zone=Europe/Dublin&dryRun=true", fetch)).ShouldBe(HttpStatusCode.OK)["created"].GetInt32().ShouldBe(1);
        (await organiser.Add($"{given.Path}/imports/conftool?zone=Europe/Dublin", new { fetch.address, passphrase = "wrong" })).ShouldBe(HttpStatusCode.BadRequest);
        (await organiser.Read($"{given.Path}/sessions")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(3);
        await given.Published();
        await new TableStory(organiser).TellAsync();
    }

    public static Task<Answer> Import(HttpClient organiser, Given given, string file, string query = "") => organiser.Add($"{given.Path}/imports{query}", Xml(file));

    private async Task<Answer> Import(string file, string query = "") => (await Import(organiser, given, file, query)).ShouldBe(HttpStatusCode.OK);

    private static StringContent Xml(string file) => new(file, Encoding.UTF8, "application/xml");

    private static string Event(string guid, string start, string title, string type, string person) =>
        $"""
        <event guid="{guid}" id="{guid[^1]}"><date>2024-02-03T{start}:00+01:00</date><start>{start}</start><duration>00:45</duration><title>{title}</title>
        <track>Main</track><type>{type}</type><language>en</language><abstract>About it.</abstract><persons><person id="{person.Length}">{person}</person></persons></event>
        """;
}
