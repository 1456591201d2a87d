using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>A programme in which one person chairs two sessions at the same time, in two rooms: an error.</summary>
internal sealed class DoubleBooked
{
    private DoubleBooked(Given given) => Given = given;

    public Given Given { get; }

    public Guid Chair { get; private set; }

    public Guid Author { get; private set; }

    public Guid First { get; private set; }

    public Guid Second { get; private set; }

    public string Path => Given.Path;

    public static async Task<DoubleBooked> MakeAsync(AgendaHost host, string slug)
    {
        var made = new DoubleBooked(await Given.Conference(host, slug));
        var given = made.Given;
        foreach (var room in (string[])["Hall 1", "Hall 2", "Hall 3"])
            await given.Room(room, 100);
        await given.Type("MC", "Masterclass");
        made.Chair = (await given.Person("Andy", "Hargreaves")).Id;
        made.Author = (await given.Person("Maja", "Łódzka")).Id;
        made.First = (await given.Placed(await given.Session("MC-1", "One", more: made.People(presenting: false)), "hall-1", "2024-01-08T10:00:00", 60)).Id;
        made.Second = (await given.Placed(await given.Session("MC-2", "Two", more: new { chairs = new[] { made.Chair } }), "hall-2", "2024-01-08T10:30:00", 60)).Id;
        return made;
    }

    /// <summary>Who is in the first session.</summary>
    public object People(bool presenting) => new { chairs = new[] { Chair }, contributions = new[] { new { code = "1", title = "A talk", authors = new[] { new { person = Author, presenting } } } } };

    /// <summary>The conflict as it is listed.</summary>
    public async Task<JsonElement> ConflictAsync() =>
        (await Given.Organiser.Read($"{Path}/conflicts?rule=person-double-booked")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().ShouldHaveSingleItem();

    public async Task<object> AcknowledgementAsync(string reason = "He opens one and leaves for the other.")
    {
        var conflict = await ConflictAsync();
        return new { conflict = conflict.GetProperty("id").GetGuid(), state = conflict.GetProperty("state").GetString(), reason };
    }

    public async Task<Answer> AcknowledgedAsync() => (await Given.Organiser.Add($"{Path}/acknowledgements", await AcknowledgementAsync())).ShouldBe(HttpStatusCode.Created);

    public Task<Answer> ReadAsync(Guid session) => Given.Organiser.Read($"{Path}/sessions/{session}");

    public async Task PlaceAsync(Guid session, string room, string start, int minutes = 60) => await Given.Placed(await ReadAsync(session), room, start, minutes);

    /// <summary>Edits the first session; what is not said stays.</summary>
    public async Task EditAsync(string title = "One", string? text = null, string status = "confirmed", object? people = null)
    {
        var body = new Dictionary<string, object?> { ["code"] = "MC-1", ["title"] = title, ["type"] = "MC", ["status"] = status, ["abstract"] = text };
        people ??= People(presenting: false);
        foreach (var property in people.GetType().GetProperties())
            body[property.Name] = property.GetValue(people);
        (await Given.Organiser.Put($"{Path}/sessions/{First}", (await ReadAsync(First)).Tag, body)).ShouldBe(HttpStatusCode.OK);
    }
}
