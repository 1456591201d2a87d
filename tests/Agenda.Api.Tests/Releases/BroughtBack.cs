using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Releases;

/// <summary>
/// A programme of which release 1 has two sessions with everything. Since then the first was edited and the second removed together with all that it
/// pointed at; a third came, took the code of the second and was published with release 2; and the first was edited once more.
/// </summary>
internal sealed class BroughtBack
{
    private BroughtBack(Given given) => Given = given;

    public Given Given { get; }

    public string Path => Given.Path;

    public HttpClient Organiser => Given.Organiser;

    public Guid First { get; private set; }

    public Guid Second { get; private set; }

    public Guid Third { get; private set; }

    public Guid Andy { get; private set; }

    public Guid Maja { get; private set; }

    public static async Task<BroughtBack> MakeAsync(AgendaHost host, string slug)
    {
        var made = new BroughtBack(await Given.Conference(host, slug));
        await made.EnterAsync();
        await made.Given.Published("First");
        await made.ChangeAsync();
        await made.Given.Published("Second");
        await made.EditAsync(made.First, new { code = "MC-1", title = "Edited twice", type = "MC", status = "confirmed", notes = "A second microphone." });
        return made;
    }

    public async Task<Answer> TriedAsync(int release = 1) => (await Organiser.Add($"{Path}/releases/{release}/restoration?dryRun=true", new { })).ShouldBe(HttpStatusCode.OK);

    public async Task<Answer> DoneAsync(int release = 1) =>
        (await Organiser.Add($"{Path}/releases/{release}/restoration", new { state = (await TriedAsync(release))["state"].GetString() })).ShouldBe(HttpStatusCode.OK);

    /// <summary>Each session in one line: code, title, kinds and what else is told.</summary>
    public static string[] Lines(Answer restoration) =>
    [
        .. restoration["sessions"].EnumerateArray().Select(s =>
            $"{s.GetProperty("code").GetString()} {s.GetProperty("title").GetString()}: {string.Join(" ", s.GetProperty("kinds").EnumerateArray().Select(k => k.GetString()))}"
            + (s.GetProperty("overwrites").GetBoolean() ? ", overwrites" : "") + (s.GetProperty("unpublished").GetBoolean() ? ", unpublished" : "")
            + (s.GetProperty("newCode").GetString() is { } code ? $", then {code}" : "")),
    ];

    /// <summary>The sessions of the programme as they are entered, without their versions.</summary>
    public async Task<string[]> ProgrammeAsync() =>
        [.. (await Organiser.Read($"{Path}/sessions?limit=500")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().OrderBy(s => s.GetProperty("id").GetGuid()).Select(s => s.GetRawText())];

    public async Task<JsonElement> SessionAsync(Guid id) => (await Organiser.Read($"{Path}/sessions/{id}")).ShouldBe(HttpStatusCode.OK).Body;

    public async Task EditAsync(Guid session, object said)
    {
        var path = $"{Path}/sessions/{session}";
        (await Organiser.Put(path, (await Organiser.Read(path)).Tag, said)).ShouldBe(HttpStatusCode.OK);
    }

    public async Task RemoveAsync(string list, Guid id)
    {
        var path = $"{Path}/{list}/{id}";
        (await Organiser.Remove(path, (await Organiser.Read(path)).Tag)).ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task EnterAsync()
    {
        await Given.Room("Hall 1", 100, "Main building");
        await Given.Room("Hall 2", 50, "Annex");
        await Given.Type("MC", "Masterclass");
        await Given.Type("KN", "Keynote");
        await Given.Track("Learning", "#112233");
        Andy = (await Given.Person("Andy", "Hargreaves", "Boston", "andy@example.org")).Id;
        Maja = (await Given.Person("Maja", "Łódzka", "Łódź", "maja@example.org")).Id;
        First = (await Given.Placed(await Given.Session("MC-1", "One", more: new
        {
            language = "en",
            @abstract = "The *first*.",
            notes = "Needs a microphone.",
            chairs = new[] { Andy },
            contributions = new[] { Talk("1", "A talk", Andy), Talk("2", "Another talk", Andy) },
            resources = new[] { new { title = "Slides", url = "https://example.org/slides" } },
        }), "hall-1", "2024-01-08T10:00:00", 60)).Id;
        Second = (await Given.Placed(await Given.Session("KN-1", "Two", "KN", more: new
        {
            track = "learning",
            discussants = new[] { Maja },
            contributions = new[] { Talk("1", "A talk", Maja) },
        }), "hall-2", "2024-01-08T11:00:00", 60)).Id;
    }

    private async Task ChangeAsync()
    {
        await EditAsync(First, new { code = "MC-1", title = "Edited", type = "MC", status = "confirmed", notes = "A second microphone." });
        await Given.Placed(await Organiser.Read($"{Path}/sessions/{First}"), null, "2024-01-09T10:00:00", 90);
        await RemoveAsync("sessions", Second);
        await RemoveAsync("people", Maja);
        (string List, string Name, string Value)[] used = [("rooms", "slug", "hall-2"), ("buildings", "name", "Annex"), ("session-types", "code", "KN"), ("tracks", "slug", "learning")];
        foreach (var (list, name, value) in used)
            await RemoveAsync(list, (await Organiser.Read($"{Path}/{list}"))["items"].EnumerateArray().Single(i => i.GetProperty(name).GetString() == value).GetProperty("id").GetGuid());
        Third = (await Given.Placed(await Given.Session("KN-1", "Three"), "hall-1", "2024-01-08T10:00:00", 60)).Id;
    }

    private static object Talk(string code, string title, Guid author) =>
        new { code, title, @abstract = $"About {title}.", minutes = 20, authors = new[] { new { person = author, presenting = true } } };
}
