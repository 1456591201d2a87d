using System.Net;

namespace Agenda.Api.Tests.Interchange;

/// <summary>What Sessionize's API answers comes in, without what is not for everybody.</summary>
public sealed class SessionizeTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Ada = "0c16ffaa-709d-499f-959f-9a38b911361a", Chen = "721a267b-b09d-4422-8221-4f9a71cfc727";

    private const string All =
        $$"""
        {
          "sessions": [
            { "id": "5001", "title": "Bridges", "description": "How to\nbuild <b>them</b>.", "startsAt": "2024-06-03T09:30:00", "endsAt": "2024-06-03T10:15:00", "isServiceSession": false, "isPlenumSession": false,
              "speakers": ["{{Ada}}", "{{Chen}}"], "categoryItems": [11, 21, 31, 41], "questionAnswers": [{ "questionId": 7, "answerValue": "Vegan, please" }], "roomId": 2,
              "liveUrl": "https://meet.example.org/secret", "recordingUrl": "https://video.example.org/5001", "status": "Accepted", "isInformed": true, "isConfirmed": true },
            { "id": "5002", "title": "Opening", "description": null, "startsAt": "2024-06-03T09:00:00", "endsAt": "2024-06-03T09:30:00", "isServiceSession": false, "isPlenumSession": true,
              "speakers": [], "categoryItems": [], "questionAnswers": [], "roomId": 1, "liveUrl": null, "recordingUrl": null, "status": "Accepted" },
            { "id": "9d2c3f60-5b8e-4f3e-8a44-0d5b3d0f7b11", "title": "Lunch", "description": null, "startsAt": "2024-06-03T12:00:00", "endsAt": "2024-06-03T13:00:00", "isServiceSession": true, "isPlenumSession": true,
              "speakers": [], "categoryItems": [], "questionAnswers": [], "roomId": 1, "liveUrl": null, "recordingUrl": null, "status": null },
            { "id": "5003", "title": "Waiting", "startsAt": null, "endsAt": null, "isServiceSession": false, "isPlenumSession": false, "speakers": ["{{Chen}}"], "categoryItems": [12], "roomId": null, "status": "Accepted" },
            { "id": "5004", "title": "Turned down", "startsAt": null, "endsAt": null, "speakers": ["{{Ada}}"], "categoryItems": [], "roomId": null, "status": "Declined" },
            { "id": "5005", "title": "By nobody", "startsAt": "2024-06-03T14:00:00", "endsAt": "2024-06-03T14:30:00", "speakers": ["none"], "categoryItems": [], "roomId": 9, "status": "Accepted" }
          ],
          "speakers": [
            { "id": "{{Ada}}", "firstName": "Ada", "lastName": "Byron", "fullName": "Ada Byron", "bio": "Counts.", "tagLine": "Engine Works", "profilePicture": "https://x.example/ada.png", "email": "ada@secret.example",
              "links": [{ "title": "Blog", "url": "https://ada.example/", "linkType": "Blog" }], "sessions": [5001], "questionAnswers": [{ "questionId": 8, "answerValue": "+44 1234" }] },
            { "id": "{{Chen}}", "firstName": "Wei", "lastName": "Chen", "bio": null, "tagLine": null, "links": [], "sessions": [5001] }
          ],
          "questions": [{ "id": 7, "question": "Food", "questionType": "Short_Text", "sort": 1 }],
          "categories": [
            { "id": 1, "title": "Track", "items": [{ "id": 11, "name": "Structures" }, { "id": 12, "name": "Rivers" }], "type": "session" },
            { "id": 2, "title": "Session format", "items": [{ "id": 21, "name": "Talk (45 min)" }], "type": "session" },
            { "id": 3, "title": "Language", "items": [{ "id": 31, "name": "English" }], "type": "session" },
            { "id": 4, "title": "Level", "items": [{ "id": 41, "name": "Beginner" }], "type": "session" }
          ],
          "rooms": [{ "id": 1, "name": "Main hall", "sort": 0 }, { "id": 2, "name": "Room B", "sort": 1 }, { "id": 3, "name": "Never used", "sort": 2 }]
        }
        """;

    [Fact]
    public async Task Brings_the_whole_view_in()
    {
        var given = await Given.Conference(host, "all", "Europe/Dublin", "2024-06-03", "2024-06-04");
        var report = await given.Imported(All, "?zone=Europe/Dublin");
        report["format"].GetString().ShouldBe("sessionize");
        (await given.Lines()).ShouldBe(
        [
            "5001: Bridges | 2024-06-03T09:30:00 +01:00, 45, room-b | Talk-45-min, structures, en |  / Ada Byron*, Wei Chen*",
            "5002: Opening | 2024-06-03T09:00:00 +01:00, 30, main-hall | Plenary, -, - |  / ",
            "5003: Waiting | to be announced | Session, rivers, - |  / Wei Chen*",
            "5005: By nobody | 2024-06-03T14:00:00 +01:00, 30, - | Session, -, - |  / ",
            "9d2c3f60: Lunch | 2024-06-03T12:00:00 +01:00, 60, main-hall | Break, -, - |  / ",
        ]);
        report.Notes("leftOut").Select(n => n.Split(" | ")[1]).Order(StringComparer.Ordinal).ShouldBe(
        [
            "category \"Level\"", "no time", "questionAnswers", "questionAnswers", "room \"Never used\"", "session \"Turned down\"", "speaker \"none\"",
        ]);

        var types = (await given.Organiser.Read($"{given.Path}/session-types")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().ToDictionary(t => t.GetProperty("code").GetString()!);
        (types["Break"].GetProperty("break").GetBoolean(), types["Plenary"].GetProperty("plenary").GetBoolean(), types["Session"].GetProperty("break").GetBoolean()).ShouldBe((true, true, false));
        (await given.Imported(All, "?zone=Europe/Dublin")).Sessions().ShouldBe((0, 0, 5));

        (await given.Programme())["Bridges"].GetProperty("joinUrl").GetString().ShouldBe("https://meet.example.org/secret");
        await given.PublishedAsItIs();
        var reader = host.Reader();
        foreach (var path in (string[])[$"{given.Path}/agenda", $"{given.Path}/agenda/sessions/5001", $"{given.Path}/agenda/people", "/all", "/all/schedule.json", "/calendars/all.ics"])
        {
            var text = (await reader.Read(path)).ShouldBe(HttpStatusCode.OK).Text;
            foreach (var secret in (string[])["secret", "Vegan", "+44", "Turned down"])
                text.ShouldNotContain(secret, customMessage: path);
        }

        (await reader.Read($"{given.Path}/agenda/sessions/5001"))["resources"].EnumerateArray().Select(r => r.GetProperty("title").GetString()).ShouldBe(["Recording"]);
    }

    [Fact]
    public async Task Brings_the_grid_in_with_each_session_once()
    {
        const string Plenum = """{ "id": "5002", "title": "Opening", "startsAt": "2024-06-03T09:00:00", "endsAt": "2024-06-03T09:30:00", "isServiceSession": false, "isPlenumSession": true, "speakers": [], "categories": [], "roomId": 1, "room": "Main hall", "liveUrl": "https://meet.example.org/secret", "status": "Accepted" }""";
        var grid =
            $$"""
            [{ "date": "2024-06-03T00:00:00", "isDefault": true, "timeSlots": [],
               "rooms": [
                 { "id": 1, "name": "Main hall", "hasOnlyPlenumSessions": true, "sessions": [{{Plenum}}] },
                 { "id": 2, "name": "Room B", "hasOnlyPlenumSessions": false, "sessions": [{{Plenum}},
                   { "id": "5001", "title": "Bridges", "startsAt": "2024-06-03T09:30:00", "endsAt": "2024-06-03T10:15:00", "isServiceSession": false, "isPlenumSession": false, "speakers": [{ "id": "{{Ada}}", "name": "Ada Byron" }],
                     "categories": [{ "id": 1, "name": "Track", "categoryItems": [{ "id": 11, "name": "Structures" }, { "id": 12, "name": "Rivers" }], "sort": 1 }], "roomId": 2, "room": "Room B", "status": "Accepted" }] }] }]
            """;
        var given = await Given.Conference(host, "grid", "Europe/Dublin", "2024-06-03", "2024-06-04");
        var report = await given.Imported(grid, "?zone=America/New_York&format=sessionize");
        (await given.Lines()).ShouldBe(
        [
            "5001: Bridges | 2024-06-03T14:30:00 +01:00, 45, room-b | Session, structures, - |  / Ada Byron*",
            "5002: Opening | 2024-06-03T14:00:00 +01:00, 30, main-hall | Plenary, -, - |  / ",
        ]);
        report.Notes("leftOut").Select(n => n.Split(" | ")[1]).Order(StringComparer.Ordinal).ShouldBe(["track \"Rivers\""]);
    }

    [Fact]
    public async Task Asks_for_the_zone_which_no_file_of_it_says()
    {
        var given = await Given.Conference(host, "zone", "Europe/Dublin", "2024-06-03", "2024-06-04");
        var before = await host.Everything();
        (await given.Import(All)).ShouldBeProblem(HttpStatusCode.BadRequest, "time-zone-needed");
        (await host.Everything()).ShouldBe(before);
    }

    [Theory]
    [InlineData("""{ "sessions": {}, "speakers": [] }""", "not-a-schedule")]
    [InlineData("""{ "sessions": [], "speakers": [] }""", "no-events")]
    [InlineData("""{ "sessions": [1], "speakers": [] }""", "malformed-schedule")]
    [InlineData("""[{ "id": 1, "name": "A speaker" }]""", "not-a-schedule")]
    [InlineData("""{ "sessions": [{ "title": "X" }] }""", "not-a-schedule")]
    public async Task Refuses_what_is_another_answer(string file, string code)
    {
        var given = new Given(host.Organiser(), "another");
        await given.Organiser.Add("/api/v1/conferences", new { slug = "another", name = "X", timeZone = "UTC", firstDay = "2024-06-03", lastDay = "2024-06-04" });
        (await given.Import(file, "?zone=UTC")).ShouldBeProblem(HttpStatusCode.BadRequest, code);
    }
}
