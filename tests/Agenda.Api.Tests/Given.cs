using System.Net;

namespace Agenda.Api.Tests;

/// <summary>Builds situations in the words of the domain, over HTTP, as an organiser would.</summary>
public sealed class Given(HttpClient organiser, string slug)
{
    public HttpClient Organiser => organiser;

    public string Slug => slug;

    /// <summary>The conference's address in the API.</summary>
    public string Path => $"/api/v1/conferences/{slug}";

    public static async Task<Given> Conference(
        AgendaHost host, string slug = "icsei-2024", string zone = "Europe/Dublin", string firstDay = "2024-01-08", string lastDay = "2024-01-12", string name = "ICSEI 2024")
    {
        var organiser = host.Organiser();
        (await organiser.Add("/api/v1/conferences", new { slug, name, timeZone = zone, firstDay, lastDay })).ShouldBe(HttpStatusCode.Created);
        return new Given(organiser, slug);
    }

    public Task<Answer> Room(string name, int? capacity = null, string? building = null) => Add("rooms", new { name, capacity, building });

    public Task<Answer> Track(string name, string? colour = null) => Add("tracks", new { name, colour });

    public Task<Answer> Type(string code, string name) => Add("session-types", new { code, name });

    public Task<Answer> Person(string givenName, string familyName, string? affiliation = null, string? email = null) =>
        Add("people", new { givenName, familyName, affiliation, email });

    public Task<Answer> Session(string code, string title, string type = "MC", string status = "confirmed", object? more = null)
    {
        var body = new Dictionary<string, object?> { ["code"] = code, ["title"] = title, ["type"] = type, ["status"] = status };
        foreach (var property in more?.GetType().GetProperties() ?? [])
            body[property.Name] = property.GetValue(more);
        return Add("sessions", body);
    }

    public async Task<Answer> Placed(Answer session, string? room, string start, int minutes, string? offset = null) =>
        (await organiser.Put($"{Path}/sessions/{session.Id}/placement", session.Tag, new { room, start, minutes, offset })).ShouldBe(HttpStatusCode.OK);

    /// <summary>Uploads a file to a session, or to one of its contributions.</summary>
    public async Task<Answer> File(Answer session, string name, byte[] content, string more = "") => (await Uploaded(session.Id, name, content, more)).ShouldBe(HttpStatusCode.Created);

    /// <summary>Tries to upload a file.</summary>
    public Task<Answer> Uploaded(Guid session, string name, byte[] content, string more = "") =>
        organiser.Add($"{Path}/sessions/{session}/files?name={Uri.EscapeDataString(name)}{more}", new ByteArrayContent(content));

    /// <summary>Tries to add a live link to a session, or to one of its contributions.</summary>
    public Task<Answer> Link(Guid session, string title, string url, Guid? contribution = null, string? visibleFrom = null) =>
        organiser.Add($"{Path}/sessions/{session}/links", new { title, url, contribution, visibleFrom });

    public async Task<Answer> Published(string? note = null) => (await organiser.Add($"{Path}/releases", new { note })).ShouldBe(HttpStatusCode.Created);

    /// <summary>Publishes although errors stand, as real programmes have them.</summary>
    public async Task<Answer> PublishedAsItIs(string? note = null) =>
        (await organiser.Add($"{Path}/releases", new { note, acknowledgeAll = "A real programme, as it was." })).ShouldBe(HttpStatusCode.Created);

    private async Task<Answer> Add(string what, object body) => (await organiser.Add($"{Path}/{what}", body)).ShouldBe(HttpStatusCode.Created);
}
