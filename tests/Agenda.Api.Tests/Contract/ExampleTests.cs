using System.Net;

namespace Agenda.Api.Tests.Contract;

/// <summary>What the contract shows as an example works.</summary>
public sealed class ExampleTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    public static TheoryData<string> WithBody => [.. ContractOperations.All.Where(o => o.ExampleBody() is not null).Select(o => o.Id)];

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task The_example_of_a_request_is_accepted(string operationId)
    {
        var operation = ContractOperations.All.Single(o => o.Id == operationId);
        var number = Interlocked.Increment(ref unique);
        var filled = await FilledConference.MakeAsync(host, $"example-{number}");
        var address = filled.Address(operation);
        var tag = operation.NeedsIfMatch ? (await filled.Given.Organiser.Read(address.Replace("/placement", "", StringComparison.Ordinal).Replace("/erasure", "", StringComparison.Ordinal))).Tag : null;

        var answer = await filled.Given.Organiser.Send(new HttpMethod(operation.Method), address, filled.Body(operation, $"new-{number}"), tag);

        answer.ShouldBe(operation.Node["responses"]!["201"] is null ? HttpStatusCode.OK : HttpStatusCode.Created);
    }
}
