using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which somebody takes the agenda into a calendar.</summary>
internal sealed class SubscribeStory(HttpClient reader, Given given)
{
    public async Task TellAsync()
    {
        foreach (var query in (string[])["", "?room=hall-2&day=2024-01-08"])
        {
            var answer = (await reader.Read($"{given.Path}/subscribe{query}")).ShouldBe(HttpStatusCode.OK);
            answer["https"].GetString().ShouldEndWith($"/calendars/{given.Slug}.ics{(query.Length == 0 ? "" : "?day=2024-01-08&room=hall-2")}");
            foreach (var picture in answer["qrCode"].EnumerateObject())
                (await reader.Read(new Uri(picture.Value.GetString()!).PathAndQuery)).ShouldBe(HttpStatusCode.OK);
            (await reader.Read(new Uri(answer["https"].GetString()!).PathAndQuery)).ShouldBe(HttpStatusCode.OK);
        }

        (await reader.Read($"/calendars.ics?conference={given.Slug}")).ShouldBe(HttpStatusCode.OK);
        (await reader.Read($"{given.Path}/subscribe?room=nowhere")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value");
        (await reader.Read("/api/v1/conferences/nowhere/subscribe")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
    }
}
