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
        var address = filled.AddressToSend(operation);
        var tag = await filled.TagAsync(operation);

        var answer = await filled.CallerOf(operation).Send(new HttpMethod(operation.Method), address, filled.Body(operation, $"new-{number}"), tag);

        ((int)answer.Status).ShouldBe(operation.Success, answer.Text);
    }
}
