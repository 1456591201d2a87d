using System.Net;

namespace Agenda.Api.Tests.Http;

/// <summary>Lists come in pages in a stable order: no doubles and no holes, even when something is added between two pages.</summary>
public sealed class PagingTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Theory]
    [InlineData("rooms", "slug")]
    [InlineData("tracks", "slug")]
    [InlineData("session-types", "code")]
    [InlineData("buildings", "name")]
    [InlineData("people", "familyName")]
    [InlineData("sessions", "code")]
    public async Task Pages_of_a_list_have_everything_once_in_order(string list, string key)
    {
        var given = await Given.Conference(host, $"paging-{list}");
        if (list == "sessions")
            await given.Type("MC", "Masterclass");
        foreach (var i in (int[])[5, 3, 1, 4, 2, 7, 6])
        {
            await (list switch
            {
                "rooms" => given.Room($"Name {i}"),
                "tracks" => given.Track($"Name {i}"),
                "session-types" => given.Type($"C{i}", $"Name {i}"),
                "buildings" => given.Organiser.Add($"{given.Path}/buildings", new { name = $"Name {i}" }),
                "people" => given.Person("Same", $"Name {i}"),
                _ => given.Session($"C{i}", $"Name {i}"),
            });
        }

        var found = new List<string>();
        var address = $"{given.Path}/{list}?limit=3";
        for (string? next = ""; next is not null;)
        {
            var page = (await given.Organiser.Read(address + (next.Length > 0 ? $"&after={Uri.EscapeDataString(next)}" : ""))).ShouldBe(HttpStatusCode.OK);
            found.AddRange(page["items"].EnumerateArray().Select(item => item.GetProperty(key).GetString()!));
            page["items"].GetArrayLength().ShouldBeLessThanOrEqualTo(3);
            next = page["next"].GetString();
        }

        found.Count.ShouldBe(7);
        found.ShouldBe(found.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task People_are_found_by_the_beginning_of_the_family_name_without_diacritics()
    {
        var given = await Given.Conference(host, "people-search");
        await given.Person("Maja", "Łódzka");
        await given.Person("Lo", "Mein");

        var found = await given.Organiser.Read($"{given.Path}/people?q=lodz");

        found["items"].EnumerateArray().Select(p => p.GetProperty("familyName").GetString()).ShouldBe(["Łódzka"]);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    public async Task A_page_of_no_or_of_too_many_items_is_refused(string query)
    {
        var given = await Given.Conference(host, $"limits-{query.Replace('=', '-')}");

        var answer = await given.Organiser.Read($"{given.Path}/rooms?{query}");

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        answer["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["limit"]);
    }
}
