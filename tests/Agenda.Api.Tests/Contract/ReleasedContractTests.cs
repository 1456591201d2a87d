using System.Text.Json.Nodes;
using Agenda.Api.Tests.House;

namespace Agenda.Api.Tests.Contract;

/// <summary>Programs that were written against the contract as it was released go on working until its version says that they do not.</summary>
public sealed class ReleasedContractTests
{
    private static readonly JsonNode Released = JsonNode.Parse(Checkout.Read("openapi/released/agenda.v1.json"))!;

    [Fact]
    public void Nothing_that_was_released_breaks_under_the_same_version()
    {
        var (was, now) = (ContractChanges.Major(Released), ContractChanges.Major(ContractOperations.Document));
        now.ShouldBeGreaterThanOrEqualTo(was);
        if (now == was)
            ContractChanges.Breaking(Released, ContractOperations.Document).ShouldBeEmpty("what breaks programs written against openapi/released (docs/api.md tells what to do)");
    }

    [Fact]
    public void Addresses_and_document_are_of_the_same_version()
    {
        var major = ContractChanges.Major(ContractOperations.Document);
        ContractOperations.All.Select(o => o.Path).Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).ShouldAllBe(path => path.StartsWith($"/api/v{major}/", StringComparison.Ordinal));
    }

    /// <summary>The check sees into the real contract: whatever an answer of it loses is found.</summary>
    [Theory]
    [InlineData("AgendaSession", "room")]
    [InlineData("AgendaRoom", "capacity")]
    [InlineData("ConflictPerson", "name")]
    [InlineData("Problem", "code")]
    public void A_field_that_answers_lose_is_found(string schema, string field)
    {
        var less = ContractOperations.Document.DeepClone();
        less["components"]!["schemas"]![schema]!["properties"]!.AsObject().Remove(field).ShouldBeTrue();
        ContractChanges.Breaking(ContractOperations.Document, less).ShouldContain($"{schema}.{field}: is gone");
    }
}
