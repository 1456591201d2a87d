using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Agenda.Api.Tests.Contract;

/// <summary>A conference with one of everything, so that every operation of the contract has something to work on.</summary>
internal sealed partial class FilledConference
{
    private readonly Dictionary<string, string> values = [];

    private FilledConference(Given given) => Given = given;

    public Given Given { get; }

    public static async Task<FilledConference> MakeAsync(AgendaHost host, string slug)
    {
        var filled = new FilledConference(await Tests.Given.Conference(host, slug));
        var given = filled.Given;
        var room = await given.Room("Arbutus Room", 60, "St. Mary's Building");
        var type = await given.Type("MC", "Masterclass");
        var track = await given.Track("Professional learning");
        var person = await given.Person("Maja", "Łódzka", "University of Example", "maja@example.org");
        var session = await given.Session("MC-C", "Networks", more: new
        {
            track = "professional-learning",
            language = "en",
            chairs = new[] { person.Id },
            contributions = new[] { new { title = "A framework", minutes = 30, authors = new[] { new { person = person.Id, presenting = true } } } },
        });
        await given.Placed(session, "arbutus-room", "2024-01-08T14:00:00", 150);
        await given.Published();
        var building = (await given.Organiser.Read($"{given.Path}/buildings"))["items"][0];

        filled.values["slug"] = slug;
        filled.values["code"] = "MC-C";
        filled.values["number"] = "1";
        filled.values["roomId"] = $"{room.Id}";
        filled.values["typeId"] = $"{type.Id}";
        filled.values["trackId"] = $"{track.Id}";
        filled.values["personId"] = $"{person.Id}";
        filled.values["sessionId"] = $"{session.Id}";
        filled.values["buildingId"] = building.GetProperty("id").GetString()!;
        return filled;
    }

    /// <summary>The operation's address for what this conference has; <paramref name="name"/> is given another value where it is said.</summary>
    public string Address(Operation operation, string? name = null, string? value = null) =>
        Placeholders().Replace(operation.Path, match => match.Groups[1].Value == name ? value! : values[match.Groups[1].Value]);

    /// <summary>The names of the parts of the operation's path that can be varied.</summary>
    public static IEnumerable<string> Parts(Operation operation) => Placeholders().Matches(operation.Path).Select(match => match.Groups[1].Value);

    /// <summary>The example of the contract with this conference's own ids, and with a name of its own where one must be new.</summary>
    public JsonNode? Body(Operation operation, string unique)
    {
        if (operation.ExampleBody() is not { } example)
            return null;

        var body = JsonNode.Parse(example.ToJsonString().Replace(Api.Contract.ContractExamples.SomePerson, values["personId"], StringComparison.Ordinal))!;
        if (operation.Method == "POST")
        {
            foreach (var name in (string[])["slug", "code"])
            {
                if (body[name] is not null)
                    body[name] = unique;
            }

            if (operation.Id == "addBuilding")
                body["name"] = unique;
        }
        else if (operation.Id == "editConference")
        {
            body["slug"] = values["slug"];
        }

        return body;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholders();
}
