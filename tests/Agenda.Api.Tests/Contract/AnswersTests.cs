using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Agenda.Api.Tests.Databases;
using Agenda.Api.Tests.Security;
using Agenda.Api.Tests.Web.Accounts;

namespace Agenda.Api.Tests.Contract;

/// <summary>Programs whose types were made from the contract get what these types say: every answer of the whole story is held against it.</summary>
public sealed class AnswersTests
{
    [Fact]
    public async Task Every_answer_is_what_the_contract_says()
    {
        await using var host = new AgendaHost();
        var accounts = new AccountsOf(host);
        var cookie = await accounts.CookieAsync(await accounts.AddAsync("Ada", administrator: true));
        var faults = new ConcurrentBag<string>();
        using var reader = Client(host, faults);
        using var program = Client(host, faults);
        using var organiser = Client(host, faults);
        organiser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AgendaHost.Key);
        using var administrator = await AccountsOf.ConfirmedAsync(accounts.WithCookie(cookie, new Holding(faults)));

        await new WholeStory(organiser, reader, administrator, program, reader).TellAsync();

        faults.Distinct().Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "slug": "a", "name": "A", "building": null, "capacity": 60 }""", "")]
    [InlineData("""{ "slug": "a", "name": "A", "building": null }""", "room.capacity is missing")]
    [InlineData("""{ "slug": "a", "name": null, "building": null, "capacity": 60 }""", "room.name is null")]
    [InlineData("""{ "slug": "a", "name": "A", "building": null, "capacity": "60" }""", "room.capacity is String instead of integer")]
    [InlineData("""{ "slug": "a", "name": "A", "building": null, "capacity": 60, "key": 1 }""", "room.key is not in the contract")]
    public void Faults_are_found(string room, string fault) =>
        string.Join(", ", AnswerFaults.Of(JsonNode.Parse("""{ "$ref": "#/components/schemas/AgendaRoom" }""")!, JsonSerializer.Deserialize<JsonElement>(room), "room")).ShouldBe(fault);

    private static HttpClient Client(AgendaHost host, ConcurrentBag<string> faults) => new(new Holding(faults)) { BaseAddress = host.Reader().BaseAddress };

    /// <summary>Holds every answer that goes through it against the contract.</summary>
    private sealed class Holding(ConcurrentBag<string> faults) : DelegatingHandler(Browser.Wire())
    {
        private static readonly (Regex Address, Operation Operation)[] Operations =
        [
            .. ContractOperations.All.OrderBy(o => o.Path.Count(c => c == '{')).Select(o => (new Regex($"^{Regex.Replace(o.Path, @"\{\w+\}", "[^/]+")}$"), o)),
        ];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var operation = Operations.FirstOrDefault(o => o.Operation.Method == request.Method.Method && o.Address.IsMatch(request.RequestUri!.AbsolutePath)).Operation;
            if (operation is not null)
            {
                foreach (var fault in await FaultsAsync(operation, response, cancellationToken))
                    faults.Add($"{operation.Id} {(int)response.StatusCode}: {fault}");
            }

            return response;
        }

        private static async Task<IEnumerable<string>> FaultsAsync(Operation operation, HttpResponseMessage response, CancellationToken cancellation)
        {
            if (operation.Node["responses"]![((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)] is not { } said)
                return ["the status is not in the contract"];

            var type = response.Content.Headers.ContentType?.MediaType;
            if (type is null)
                return said["content"] is null ? [] : ["has no content"];
            if (said["content"]?[type] is not { } content)
                return [$"{type} is not in the contract"];
            if (!type.EndsWith("json", StringComparison.Ordinal))
                return [];

            await response.Content.LoadIntoBufferAsync(cancellation);
            var body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(cancellation));
            return AnswerFaults.Of(content["schema"]!, body).ToList();
        }
    }
}
