using System.Net;

namespace Agenda.Api.Tests.People;

/// <summary>
/// A conference in which somebody is everything and everywhere: chair, discussant, author alone and with others, named in every kind of text, in
/// three releases - under another name in the first - and in sessions that were withdrawn or that others chair by now.
/// </summary>
internal sealed class Quill
{
    public const string Email = "zsofia@quill.example";

    /// <summary>Words that stand for her and nobody else.</summary>
    public static readonly string[] Secrets =
        ["Zsófia", "Quillfeather", "Brambleworth", "Glimmerglass", "Tumbledown", "Freedonia", "zq-page", "quill.example", "Moonlit"];

    public static readonly string[] Codes = ["MC-A", "MC-D", "MC-E", "PS-B", "T-C"];

    private Quill(AgendaHost host, Given given, Guid zsofia, Guid other) => (Host, Given, Zsofia, Other) = (host, given, zsofia, other);

    public AgendaHost Host { get; }

    public Given Given { get; }

    public Guid Zsofia { get; }

    public Guid Other { get; }

    public string Path => $"{Given.Path}/people/{Zsofia}";

    public static async Task<Quill> MakeAsync(AgendaHost host, string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Type("MC", "Masterclass");
        await given.Room("Arbutus Room", 60);
        var other = (await given.Person("Andy", "Hargreaves", "University of Ottawa")).Id;
        var quill = new Quill(host, given, (await given.Person("Zsófia", "Brambleworth", "Glimmerglass College", "old@quill.example")).Id, other);
        await quill.SessionsEntered();
        await given.Published("First");
        host.Clock.Now += NodaTime.Duration.FromHours(1);
        await quill.Renamed();
        await quill.Revised("T-C", new { status = "draft" });
        await given.Published("With thanks to Zsófia Quillfeather");
        host.Clock.Now += NodaTime.Duration.FromHours(1);
        await quill.Revised("MC-D", new { chairs = new[] { other }, title = "Taken over", @abstract = "In place of Zsófia Brambleworth." });
        await given.Published("Third");
        host.Clock.Now += NodaTime.Duration.FromHours(1);
        return quill;
    }

    public Task<Dictionary<string, string>> PublicAsync(AgendaHost? host = null) => PublicOutput.ReadAllAsync((host ?? Host).Reader(), Given.Slug, 3, Codes, Zsofia, Other);

    public async Task<Answer> Erase(object? body = null, string query = "", string? tag = null) =>
        await Given.Organiser.Send(HttpMethod.Post, $"{Path}/erasure{query}", body, tag ?? (await Given.Organiser.Read(Path)).Tag);

    /// <summary>Edits a session in some of its properties.</summary>
    public async Task Revised(string code, object with)
    {
        var sessions = await Given.Organiser.Read($"{Given.Path}/sessions");
        var session = sessions["items"].EnumerateArray().Single(s => s.GetProperty("code").GetString() == code);
        var body = session.EnumerateObject().Where(p => p.Name is not ("id" or "placement" or "version")).ToDictionary(p => p.Name, p => (object?)p.Value);
        foreach (var property in with.GetType().GetProperties())
            body[property.Name] = property.GetValue(with);
        (await Given.Organiser.Put($"{Given.Path}/sessions/{session.GetProperty("id").GetGuid()}", $"\"{session.GetProperty("version").GetInt32()}\"", body)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task SessionsEntered()
    {
        object[] both = [new { person = Zsofia, presenting = true }, new { person = Other, presenting = false }], alone = [new { person = Zsofia, presenting = true }];
        await Placed("MC-A", "An hour with Zsófia Quillfeather", 9, new
        {
            chairs = new[] { Zsofia, Other },
            @abstract = "Led by **Quillfeather, Zsófia**.",
            resources = new[] { new { title = "Slides of ZSOFIA QUILLFEATHER", url = "https://example.org/slides" } },
        });
        await Placed("PS-B", "Papers", 11, new
        {
            discussants = new[] { Zsofia },
            contributions = new object[]
            {
                new { code = "1", title = "Soil", @abstract = "Moonlit fields.", authors = alone, minutes = 20 },
                new { code = "2", title = "Water", @abstract = "Together with Zsófia Quillfeather.", authors = both, minutes = 20 },
                new { code = "3", title = "After Zsófia Quillfeather", authors = both[1..] },
            },
        });
        await Placed("T-C", "Lanterns of Zsófia Quillfeather", 13, new { @abstract = "Moonlit lanterns.", contributions = new[] { new { title = "Lanterns of Zsófia Quillfeather", authors = alone } } });
        await Placed("MC-D", "To be taken over", 15, new { chairs = new[] { Zsofia } });
        await Placed("MC-E", "Of others", 16, new { chairs = new[] { Other } });
        var conference = await Given.Organiser.Read(Given.Path);
        var links = new[] { new { title = "Pages of Zsófia Quillfeather", url = "https://example.org/" } };
        (await Given.Organiser.Put(Given.Path, conference.Tag, new
        {
            slug = Given.Slug,
            name = "ICSEI 2024",
            timeZone = "Europe/Dublin",
            firstDay = "2024-01-08",
            lastDay = "2024-01-12",
            contact = "Ask Zsófia Quillfeather",
            links,
        })).ShouldBe(HttpStatusCode.OK);
        var andy = $"{Given.Path}/people/{Other}";
        (await Given.Organiser.Put(andy, (await Given.Organiser.Read(andy)).Tag, new
        {
            givenName = "Andy",
            familyName = "Hargreaves",
            affiliation = "University of Ottawa",
            biography = $"Taught by Zsófia Quillfeather <{Email}>.",
            email = "andy@example.org",
        })).ShouldBe(HttpStatusCode.OK);
    }

    private async Task Placed(string code, string title, int hour, object more) =>
        await Given.Placed(await Given.Session(code, title, more: more), "arbutus-room", $"2024-01-08T{hour:00}:00:00", 60);

    private async Task Renamed() => (await Given.Organiser.Put(Path, (await Given.Organiser.Read(Path)).Tag, new
    {
        givenName = "Zsófia",
        familyName = "Quillfeather",
        affiliation = "Glimmerglass Institute",
        country = "Freedonia",
        biography = "Born in Tumbledown.",
        email = Email,
        links = new[] { new { title = "Her pages", url = "https://example.org/zq-page" } },
    })).ShouldBe(HttpStatusCode.OK);
}
