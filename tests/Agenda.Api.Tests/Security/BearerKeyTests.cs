using System.Net;
using System.Net.Http.Headers;
using Agenda.Api.Tests.Contract;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Security;

public sealed class BearerKeyTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    public static TheoryData<string> ForOrganisers => [.. ContractOperations.All.Where(o => o.IsForOrganisers).Select(o => o.Id)];

    [Fact]
    public void Every_write_of_the_contract_is_for_organisers() =>
        ContractOperations.All.Where(o => o.Method != "GET" && !o.IsForOrganisers).Select(o => o.Id).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ForOrganisers))]
    public async Task Without_the_key_there_is_no_way_in(string operationId)
    {
        var operation = ContractOperations.All.Single(o => o.Id == operationId);
        var address = operation.Path.Replace("{slug}", "icsei-2024", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal);
        address = System.Text.RegularExpressions.Regex.Replace(address, @"\{\w+\}", "00000000-0000-0000-0000-000000000000");

        var nobody = await host.Reader().Send(new HttpMethod(operation.Method), address, operation.ExampleBody());
        nobody.ShouldBeProblem(HttpStatusCode.Unauthorized, "key-needed");
        nobody.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");

        foreach (var wrong in (string[])["Bearer x", "Bearer " + AgendaHost.Key + "x", "Bearer", "Basic " + AgendaHost.Key])
        {
            var stranger = host.Reader();
            stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", wrong);
            (await stranger.Send(new HttpMethod(operation.Method), address, operation.ExampleBody())).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-key");
        }
    }

    [Fact]
    public async Task A_key_made_at_the_first_start_is_shown_once_and_kept_as_a_hash()
    {
        await using var first = new KeylessHost();
        _ = first.Services;
        var key = first.Get<Startup.FirstSteps>().NewKey!;
        key.Length.ShouldBeGreaterThanOrEqualTo(32);
        var organiser = first.Reader();
        organiser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        (await organiser.Add("/api/v1/conferences", new { slug = "a", name = "A", timeZone = "UTC", firstDay = "2024-01-01", lastDay = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        (await first.CreateClient().Read("/health/ready")).ShouldBe(HttpStatusCode.OK);

        await using var scope = first.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<AgendaDbContext>().Keys.SingleAsync(TestContext.Current.CancellationToken);
        stored.Hash.Length.ShouldBe(32);

        await using var again = new KeylessHost(first.Folder);
        _ = again.Services;
        again.Get<Startup.FirstSteps>().NewKey.ShouldBeNull();
        var stillOrganiser = again.Reader();
        stillOrganiser.DefaultRequestHeaders.Authorization = organiser.DefaultRequestHeaders.Authorization;
        (await stillOrganiser.Read("/api/v1/conferences/a/rooms")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_configured_key_that_can_be_guessed_stops_the_start()
    {
        await using var host = new KeylessHost(key: "secret");
        Should.Throw<InvalidOperationException>(() => host.Services).Message.ShouldContain("Agenda:BootstrapKey");
    }

    private sealed class KeylessHost(string? folder = null, string key = "") : AgendaHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Agenda:BootstrapKey", key);
            if (folder is not null)
                builder.UseSetting("Agenda:DataFolder", folder);
        }
    }
}
