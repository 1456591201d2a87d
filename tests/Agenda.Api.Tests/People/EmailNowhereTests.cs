using System.Net;
using Agenda.Api.Tests.Contract;

namespace Agenda.Api.Tests.People;

public sealed class EmailNowhereTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Email = "unseen@leak-7731.example", Spoken = "MAH-ya leak-7731";

    private static readonly string[] Releases = ["", "?release=1", "?release=2", "?release=3"];

    [Fact]
    public async Task The_address_of_a_person_and_how_they_are_called_out_are_in_no_public_answer_of_any_release_in_any_format()
    {
        var filled = await FilledConference.MakeAsync(host, "addressless");
        var given = filled.Given;
        var people = await given.Organiser.Read($"{given.Path}/people");
        var person = people["items"][0].GetProperty("id").GetGuid();
        var path = $"{given.Path}/people/{person}";
        var facts = new { givenName = "Maja", familyName = "Łódzka", email = Email, pronunciation = Spoken };
        (await given.Organiser.Put(path, (await given.Organiser.Read(path)).Tag, facts)).ShouldBe(HttpStatusCode.OK).Text.ShouldContain(Email);
        await given.Published();
        (await given.Organiser.Put(path, (await given.Organiser.Read(path)).Tag, facts with { familyName = "Renamed" })).ShouldBe(HttpStatusCode.OK);
        await given.Published();

        var texts = await PublicOutput.ReadAllAsync(host.Reader(), "addressless", 3, ["MC-C"], person);
        foreach (var operation in ContractOperations.All.Where(o => o.Method == "GET" && !o.IsForOrganisers))
        {
            foreach (var query in operation.QueryParameters.Contains("release") ? Releases : [""])
                texts[$"{operation.Id}{query}"] = (await host.Reader().Read(filled.Address(operation) + query)).Text;
        }

        texts.Where(t => t.Value.Contains("leak-7731", StringComparison.OrdinalIgnoreCase)).Select(t => t.Key).ShouldBeEmpty();
        texts.Holding("Łódzka").Count.ShouldBeGreaterThan(10);
        texts.Count.ShouldBeGreaterThan(60);
        foreach (var release in Releases)
            (await host.Reader().Read($"{given.Path}/agenda{release}{(release.Length == 0 ? '?' : '&')}q={Email}"))["sessions"].GetArrayLength().ShouldBe(0);
        foreach (var operation in ContractOperations.All.Where(o => o.Method == "GET" && o.IsForOrganisers))
            (await host.Reader().Read(filled.Address(operation))).Text.ShouldNotContain("leak-7731", Case.Insensitive, operation.Id);
    }
}
