using System.Net;
using System.Net.Http.Headers;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Security;

/// <summary>The key of the first steps and of automation.</summary>
public sealed class BootstrapKeyTests
{
    private static readonly object SomeConference = new { slug = "a", name = "A", timeZone = "UTC", firstDay = "2024-01-01", lastDay = "2024-01-01" };

    [Fact]
    public async Task A_key_made_at_the_first_start_is_shown_once_and_kept_as_a_hash()
    {
        await using var first = new KeylessHost();
        _ = first.Services;
        var key = (await first.Get<Startup.FirstSteps>().Secrets).Key!;
        key.Length.ShouldBeGreaterThanOrEqualTo(32);
        (await Holder(first, key).Add("/api/v1/conferences", SomeConference)).ShouldBe(HttpStatusCode.Created);

        await using var scope = first.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<AgendaDbContext>().Keys.SingleAsync(k => k.Name == BootstrapKey.StoredName, TestContext.Current.CancellationToken);
        stored.Hash.ShouldBe(Secret.HashOf(key));

        await using var again = new KeylessHost(first.Folder);
        _ = again.Services;
        (await again.Get<Startup.FirstSteps>().Secrets).Key.ShouldBeNull();
        (await Holder(again, key).Read("/api/v1/conferences/a/rooms")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_that_was_made_dies_with_the_first_administrator()
    {
        await using var host = new KeylessHost();
        _ = host.Services;
        var (setUp, made) = await host.Get<Startup.FirstSteps>().Secrets;
        var (key, secret) = (made!, setUp!);

        // Made with the key itself; until they can sign in, the key is the only way.
        var accounts = new AccountsOf(host);
        var administrator = await accounts.AddAsync("Ada", administrator: true);
        (await Holder(host, key).Read("/api/v1/accounts")).ShouldBe(HttpStatusCode.OK);
        await accounts.ChangeAsync(async db => (await db.FindAsync<Infrastructure.Accounts.Account>(administrator.Id))!.PasswordHash = "chosen");

        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
            (await SetUpLink.IsOpenAsync(db, secret, TestContext.Current.CancellationToken)).ShouldBeFalse();
            (await SetUpLink.SpendAsync(db, secret, TestContext.Current.CancellationToken)).ShouldBeFalse();
        }

        (await Holder(host, key).Add("/api/v1/conferences", SomeConference)).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-key");
        await using var again = new KeylessHost(host.Folder);
        _ = again.Services;
        (await again.Get<Startup.FirstSteps>().Secrets).ShouldBe(new Startup.FirstSecrets(null, null));
    }

    [Fact]
    public async Task A_configured_key_works_beside_administrators()
    {
        await using var host = new AgendaHost();
        await new AccountsOf(host).AddAsync("Ada", administrator: true);

        (await host.Organiser().Add("/api/v1/conferences", SomeConference)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_configured_key_that_can_be_guessed_stops_the_start()
    {
        await using var host = new KeylessHost(key: "secret");
        Should.Throw<InvalidOperationException>(() => host.Services).Message.ShouldContain("Agenda:BootstrapKey");
    }

    private static HttpClient Holder(AgendaHost host, string key)
    {
        var client = host.Reader();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
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
